using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator.Admin;

namespace Sferum.Bot.Tests.Simulator;

public sealed class GroupChatTests
{
    private const long Anna = 700000001;
    private const long Ivan = 700000002;

    [Fact]
    public async Task A_chat_opens_itself_to_the_community_only_as_administrator()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Сферум. Вымышленная СОШ № 1", Anna, Ivan);
        Assert.Equal((0, 917), await SeenAsync(caller, chat));

        vk.People.InviteBot(chat, Anna);
        Assert.Equal((0, 917), await SeenAsync(caller, chat));
        Assert.Equal(919, await caller.ErrorOfAsync("messages.getInviteLink", ("peer_id", chat)));

        vk.People.MakeBotAdmin(chat);
        Assert.Equal((1, 0), await SeenAsync(caller, chat));
        var settings = (await caller.AskAsync("messages.getConversationsById", ("peer_ids", chat)))["items"]![0]!["chat_settings"]!;
        Assert.Equal(("Сферум. Вымышленная СОШ № 1", 3, Anna), ((string)settings["title"]!, (int)settings["members_count"]!, (long)settings["owner_id"]!));
        var link = (string)(await caller.AskAsync("messages.getInviteLink", ("peer_id", chat)))["link"]!;
        Assert.NotEqual(link, (string)(await caller.AskAsync("messages.getInviteLink", ("peer_id", chat), ("reset", 1)))["link"]!);

        vk.People.KickBot(chat, Anna);
        Assert.Equal((0, 917), await SeenAsync(caller, chat));
        Assert.Equal(917, await caller.ErrorOfAsync("messages.send", ("peer_id", chat), ("random_id", 1), ("message", "Здравствуйте")));
    }

    [Fact]
    public async Task The_community_is_added_once_and_again_after_it_was_excluded()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna, Ivan);
        vk.People.InviteBot(chat, Anna);
        vk.People.MakeBotAdmin(chat);

        Assert.Throws<AdminRefusal>(() => vk.People.InviteBot(chat, Ivan));
        Assert.Equal((1, 0), await SeenAsync(caller, chat));

        vk.People.KickBot(chat, Ivan);
        vk.People.InviteBot(chat, Ivan);
        Assert.Equal((0, 917), await SeenAsync(caller, chat));
    }

    [Fact]
    public async Task A_member_community_hears_what_is_meant_for_it()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna, Ivan);
        Assert.Null(vk.People.WriteToChat(chat, Anna, "/статус"));
        var poll = await caller.PollAsync();
        vk.People.InviteBot(chat, Anna);

        var invited = (await poll.NextAsync("message_new"))["message"]!;
        Assert.Equal(("chat_invite_user", -vk.Host.GroupId), ((string)invited["action"]!["type"]!, (long)invited["action"]!["member_id"]!));
        Assert.Equal((0, chat), ((int)invited["id"]!, (long)invited["peer_id"]!));

        Assert.Null(vk.People.WriteToChat(chat, Ivan, "Коллеги, добрый день"));
        Assert.NotNull(vk.People.WriteToChat(chat, Ivan, "/статус"));
        Assert.NotNull(vk.People.WriteToChat(chat, Ivan, $"[club{vk.Host.GroupId}|бот], что у нас?"));
        vk.People.MakeBotAdmin(chat);
        Assert.NotNull(vk.People.WriteToChat(chat, Ivan, "Коллеги, добрый день"));
    }

    [Fact]
    public async Task The_community_answers_in_the_chat_without_the_consent_of_its_members()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna, Ivan);
        vk.People.InviteBot(chat, Anna);

        var items = await caller.AskAsync("messages.send", ("peer_ids", chat), ("random_id", 1), ("message", "Здравствуйте"));
        await caller.AskAsync("messages.send", ("chat_id", chat - 2000000000), ("random_id", 2), ("message", "и ещё"));

        Assert.Equal((0, 3), ((int)items[0]!["message_id"]!, (int)items[0]!["conversation_message_id"]!));
    }

    [Fact]
    public async Task The_community_leaves_and_may_be_invited_again()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna, Ivan);
        vk.People.InviteBot(chat, Anna);
        vk.People.MakeBotAdmin(chat);
        var poll = await caller.PollAsync();

        Assert.Equal(0, await LeaveAsync());

        Assert.Equal("chat_kick_user", vk.People.GroupChatOf(chat).Messages[^1].Action);
        Assert.Equal((0, 917), await SeenAsync(caller, chat));
        Assert.Null(vk.People.WriteToChat(chat, Anna, "/статус"));
        Assert.Equal(935, await LeaveAsync());

        vk.People.InviteBot(chat, Ivan);
        var next = (await poll.NextAsync("message_new"))["message"]!;
        Assert.Equal(("chat_invite_user", Ivan), ((string)next["action"]!["type"]!, (long)next["from_id"]!));
        Assert.Equal((0, 917), await SeenAsync(caller, chat));

        Task<int> LeaveAsync() => caller.ErrorOfAsync("messages.removeChatUser", ("chat_id", chat - 2000000000), ("member_id", -vk.Host.GroupId));
    }

    [Fact]
    public async Task Only_as_administrator_the_community_removes_others_and_never_the_owner()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna, Ivan);
        vk.People.InviteBot(chat, Anna);
        Assert.Equal(925, await RemoveAsync(Ivan));

        vk.People.MakeBotAdmin(chat);
        Assert.Equal(15, await RemoveAsync(Anna));
        Assert.Equal(0, await RemoveAsync(Ivan));
        Assert.Equal(935, await RemoveAsync(Ivan));

        Task<int> RemoveAsync(long person) => caller.ErrorOfAsync("messages.removeChatUser", ("chat_id", chat - 2000000000), ("member_id", person));
    }

    [Fact]
    public async Task A_chat_is_renamed_and_grows_before_its_administrators()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var chat = vk.People.CreateChat("Учителя", Anna);
        vk.People.InviteBot(chat, Anna);
        vk.People.RenameChat(chat, Anna, "Учителя школы");
        vk.People.MakeBotAdmin(chat);
        var poll = await caller.PollAsync();

        await caller.AdminAsync(HttpMethod.Post, $"chats/{chat}/rename", new { by = Anna, title = "Педсовет" });
        await caller.AdminAsync(HttpMethod.Post, $"chats/{chat}/add", new { by = Anna, personId = Ivan });

        var settings = (await caller.AskAsync("messages.getConversationsById", ("peer_ids", chat)))["items"]![0]!["chat_settings"]!;
        Assert.Equal(("Педсовет", "in", 3), ((string)settings["title"]!, (string)settings["state"]!, (int)settings["members_count"]!));
        Assert.Equal(
            ["chat_title_update", "chat_invite_user"],
            (await poll.NextAsync()).Select(update => (string)update["object"]!["message"]!["action"]!["type"]!));
    }

    private static async Task<TestSimulator> StartAsync()
    {
        var vk = await TestSimulator.StartAsync();
        vk.People.Add("Анна", "Тестова", id: Anna);
        vk.People.Add("Иван", "Примеров", id: Ivan);
        return vk;
    }

    private static async Task<(int Visible, int Code)> SeenAsync(VkCaller caller, long chat) => (
        (int)(await caller.AskAsync("messages.getConversationsById", ("peer_ids", chat)))["count"]!,
        await caller.ErrorOfAsync("messages.getConversationMembers", ("peer_id", chat)));
}
