using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkChatSourceTests : IAsyncLifetime
{
    private const long Anna = 700000001;
    private const long Ivan = 700000002;
    private const string Shown = """{"peer":{"id":2000000001},"chat_settings":{"title":"Педсовет","state":"in"}}""";

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private VkRoom _room = null!; // set by InitializeAsync, before any test
    private long _chat;

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _simulator.People.Add("Анна", "Тестова", id: Anna);
        _simulator.People.Add("Иван", "Примеров", id: Ivan);
        _chat = _simulator.People.CreateChat("Педсовет", Anna, Ivan);
        _room = VkRoom.Open(_simulator.Host);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_chat_is_seen_by_title_and_people_once_the_community_is_its_administrator()
    {
        _simulator.People.InviteBot(_chat, Anna);
        Assert.Equal(new ChatLook.NoRights(), await LookAsync());

        _simulator.People.MakeBotAdmin(_chat);
        Assert.Equal(new ChatLook.Seen("Педсовет", 2), await LookAsync());
    }

    [Fact]
    public async Task A_look_tells_how_the_chat_is_now()
    {
        SeeChat();
        _simulator.People.Add("Пётр", "Новиков", id: Ivan + 1);
        _simulator.People.AddToChat(_chat, Ivan, Ivan + 1);
        _simulator.People.RenameChat(_chat, Anna, "Педагогический совет");

        Assert.Equal(new ChatLook.Seen("Педагогический совет", 3), await LookAsync());
    }

    [Fact]
    public async Task A_large_chat_is_counted_to_its_end()
    {
        var people = Enumerable.Range(0, 1499).Select(i => _simulator.People.Add("Анна", "Тестова", id: 800000000 + i).Id).ToList();
        _chat = _simulator.People.CreateChat("Родители", Anna, people);
        SeeChat();

        Assert.Equal(new ChatLook.Seen("Родители", 1500), await LookAsync());
    }

    [Fact]
    public async Task A_chat_that_the_community_was_removed_from_is_not_seen()
    {
        SeeChat();
        _simulator.People.KickBot(_chat, Anna);

        Assert.Equal(new ChatLook.NoRights(), await LookAsync());
    }

    /// <summary>Method, code, what it means for the chat.</summary>
    [Theory]
    [InlineData("messages.getConversationsById", 917, typeof(ChatLook.NoRights))]
    [InlineData("messages.getConversationsById", 927, typeof(ChatLook.Gone))]
    [InlineData("messages.getConversationsById", 9, typeof(ChatLook.Later))]
    [InlineData("messages.getConversationsById", 5, typeof(ChatLook.Later))]
    [InlineData("messages.getConversationsById", 100, typeof(ChatLook.Later))]
    [InlineData("messages.getConversationMembers", 917, typeof(ChatLook.NoRights))]
    [InlineData("messages.getConversationMembers", 927, typeof(ChatLook.Gone))]
    [InlineData("messages.getConversationMembers", 29, typeof(ChatLook.Later))]
    public async Task An_error_tells_what_it_means_for_the_chat(string method, int code, Type look)
    {
        SeeChat();
        _simulator.Host.Faults = [new FaultRule(method, new Fault.ErrorCode(code))];

        Assert.IsType(look, await LookAsync());
    }

    [Theory]
    [InlineData("messages.getConversationsById")]
    [InlineData("messages.getConversationMembers")]
    public async Task A_fault_that_passes_is_not_seen_and_one_that_stays_is_for_later(string method)
    {
        SeeChat();
        _simulator.Host.Faults = [new FaultRule(method, new Fault.Http(502), Times: 1), new FaultRule(method, new Fault.ErrorCode(10), Times: 1)];
        Assert.Equal(new ChatLook.Seen("Педсовет", 2), await LookAsync());

        _simulator.Host.Faults = [new FaultRule(method, new Fault.DropBefore())];
        Assert.NotEmpty(Assert.IsType<ChatLook.Later>(await LookAsync()).Reason);
    }

    /// <summary>What VK answers of the conversation, and what that means; what no simulator of ours says of itself.</summary>
    [Theory]
    [InlineData("""{"peer":{"id":2000000001},"chat_settings":{"title":"Педсовет","state":"kicked"}}""", typeof(ChatLook.Gone))]
    [InlineData("""{"peer":{"id":2000000001},"chat_settings":{"title":"Педсовет","state":"left"}}""", typeof(ChatLook.Gone))]
    [InlineData("""{"peer":{"id":2000000001},"chat_settings":{"title":"Педсовет","state":"in"}}""", typeof(ChatLook.Seen))]
    [InlineData("""{"peer":{"id":2000000001},"chat_settings":{"title":"Педсовет"}}""", typeof(ChatLook.Seen))]
    [InlineData("""{"peer":{"id":2000000001}}""", typeof(ChatLook.NoRights))]
    [InlineData("""{"peer":{"id":2000000001},"chat_settings":[]}""", typeof(ChatLook.Later))]
    public async Task Of_a_conversation_its_state_and_title_count(string conversation, Type look)
    {
        await using var vk = await AnsweringAsync(conversation, _ => Items("""{"member_id":1},{"member_id":-200100300},{"member_id":-2000000005}"""));
        await using var room = RoomOf(vk);

        var seen = await room.Get<IChatSource>().LookAsync(_chat, default);

        Assert.IsType(look, seen);
        if (seen is ChatLook.Seen { People: var people })
            Assert.Equal(1, people);
    }

    /// <summary>Codes that VK's schema does not have for these methods.</summary>
    [Theory]
    [InlineData(922, typeof(ChatLook.Gone))]
    [InlineData(925, typeof(ChatLook.NoRights))]
    [InlineData(932, typeof(ChatLook.Gone))]
    [InlineData(935, typeof(ChatLook.Gone))]
    [InlineData(945, typeof(ChatLook.Gone))]
    [InlineData(1017, typeof(ChatLook.Gone))]
    [InlineData(77_777, typeof(ChatLook.Later))]
    public async Task Codes_of_other_methods_are_understood_too(int code, Type look)
    {
        await using var vk = await AnsweringAsync(Shown, _ => $$$"""{"error":{"error_code":{{{code}}},"error_msg":"no"}}""");
        await using var room = RoomOf(vk);

        Assert.IsType(look, await room.Get<IChatSource>().LookAsync(_chat, default));
    }

    [Fact]
    public async Task A_chat_without_end_is_counted_for_twenty_pages()
    {
        var pages = 0;
        await using var vk = await AnsweringAsync(
            Shown,
            offset =>
            {
                pages++;
                return Items(string.Join(',', Enumerable.Range(offset + 1, 1000).Select(id => string.Create(CultureInfo.InvariantCulture, $$"""{"member_id":{{id}}}"""))));
            });
        await using var room = RoomOf(vk);

        Assert.Equal(new ChatLook.Seen("Педсовет", 20_000), await room.Get<IChatSource>().LookAsync(_chat, default));
        Assert.Equal(20, pages);
    }

    private void SeeChat()
    {
        _simulator.People.InviteBot(_chat, Anna);
        _simulator.People.MakeBotAdmin(_chat);
    }

    private Task<ChatLook> LookAsync() => _room.Get<IChatSource>().LookAsync(_chat, default);

    private VkRoom RoomOf(WebApplication vk) => VkRoom.Open(_simulator.Host, settings: ("Vk:ApiBaseUrl", $"{vk.Urls.First()}/method/"));

    /// <summary>A VK that knows one conversation.</summary>
    private static async Task<WebApplication> AnsweringAsync(string conversation, Func<int, string> members)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var vk = builder.Build();
        vk.MapPost("/method/messages.getConversationsById", () => Answer(Items(conversation)));
        vk.MapPost("/method/messages.getConversationMembers", async (HttpRequest request) =>
            Answer(members(int.Parse((await request.ReadFormAsync())["offset"].ToString(), CultureInfo.InvariantCulture))));
        await vk.StartAsync();
        return vk;
    }

    private static string Items(string items) => $$$"""{"response":{"count":1,"items":[{{{items}}}]}}""";

    private static IResult Answer(string json) => Results.Text(json, "application/json");
}
