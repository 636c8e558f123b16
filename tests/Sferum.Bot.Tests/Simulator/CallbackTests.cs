using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Simulator;

public sealed class CallbackTests
{
    private const long Anna = 700000001;
    private const string Secret = "тайна для теста";

    /// <summary>VK's ladder of retries.</summary>
    private static readonly TimeSpan[] Ladder =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    [Fact]
    public async Task A_confirmed_server_gets_the_event_of_long_poll_with_the_secret()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        await RegisterAsync(vk, caller, server);
        var poll = await caller.PollAsync();

        var written = vk.People.Write(Anna, "Здравствуйте");
        var delivery = await server.NextAsync();
        var polled = (await poll.NextAsync())[0];

        Assert.Equal(written.EventId, (string)delivery.Body["event_id"]!);
        Assert.Equal(Secret, (string)delivery.Body["secret"]!);
        Assert.Null(delivery.Retry);
        delivery.Body.Remove("secret");
        Assert.True(JsonNode.DeepEquals(polled, delivery.Body));
    }

    [Fact]
    public async Task A_server_that_answers_another_code_fails_and_gets_nothing()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        server.ConfirmationCode = "wrong";

        await AddAsync(vk, caller, server);

        Assert.Equal("failed", await StatusAsync(vk, caller));
        vk.People.Write(Anna, "Здравствуйте");
        Assert.False(server.HasMore);
    }

    [Fact]
    public async Task A_refused_event_comes_again_up_the_ladder_and_then_never()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        await RegisterAsync(vk, caller, server);
        server.AnswerNext([.. Enumerable.Repeat(new CallbackReceiver.Answer(500, "ok"), 6)]);

        var written = vk.People.Write(Anna, "Здравствуйте");
        Assert.Null((await server.NextAsync()).Retry);
        for (var retry = 1; retry <= Ladder.Length; retry++)
        {
            await AdvanceAsync(vk, Ladder[retry - 1], retry);
            var delivery = await server.NextAsync();
            Assert.Equal((written.EventId, retry.ToString(CultureInfo.InvariantCulture)), ((string)delivery.Body["event_id"]!, delivery.Retry));
        }

        // The next event shows that the refused one is not waiting before it.
        vk.Clock.Advance(TimeSpan.FromDays(1));
        var next = vk.People.Write(Anna, "Ещё раз");
        Assert.Equal(next.EventId, (string)(await server.NextAsync()).Body["event_id"]!);
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        await RegisterAsync(vk, caller, server);
        server.AnswerNext(new CallbackReceiver.Answer(503, "later", RetryAfter: 3600));

        vk.People.Write(Anna, "Здравствуйте");
        await server.NextAsync();
        await AdvanceAsync(vk, TimeSpan.FromHours(1), attempts: 1);

        Assert.Null((await server.NextAsync()).Retry);
    }

    [Fact]
    public async Task The_answer_remove_takes_the_server_away()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        await RegisterAsync(vk, caller, server);
        server.AnswerNext(new CallbackReceiver.Answer(200, "remove"));

        vk.People.Write(Anna, "Здравствуйте");
        await server.NextAsync();

        await Eventually.TrueAsync(async () => (int)(await ServersAsync(vk, caller))["count"]! == 0, () => "the server is still there");
    }

    [Fact]
    public async Task Only_the_events_of_the_settings_are_delivered()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        var id = await RegisterAsync(vk, caller, server);
        await caller.AskAsync("groups.setCallbackSettings", ("group_id", vk.Host.GroupId), ("server_id", id), ("message_new", 0), ("message_deny", 1));

        vk.People.Write(Anna, "Здравствуйте");
        vk.People.Deny(Anna);

        Assert.Equal("message_deny", (string)(await server.NextAsync()).Body["type"]!);
    }

    [Fact]
    public async Task The_admin_API_registers_a_server_for_all_events_of_messages()
    {
        await using var vk = await StartAsync();
        await using var server = await CallbackReceiver.StartAsync();
        using var caller = new VkCaller(vk.Host);
        server.ConfirmationCode = await CodeAsync(vk, caller);

        await caller.AdminAsync(HttpMethod.Put, "settings", new { callbackUrl = server.Url, callbackSecret = Secret });
        await Eventually.TrueAsync(async () => await StatusAsync(vk, caller) == "ok", () => "the server was not confirmed");
        vk.People.Type(Anna);

        Assert.Equal("message_typing_state", (string)(await server.NextAsync()).Body["type"]!);
    }

    [Fact]
    public async Task An_eleventh_server_is_refused()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var codes = new List<int>();
        for (var i = 0; i < 11; i++)
        {
            codes.Add(await caller.ErrorOfAsync(
                "groups.addCallbackServer", ("group_id", vk.Host.GroupId), ("url", "http://127.0.0.1:9/"), ("title", $"n{i}")));
        }

        Assert.Equal([.. Enumerable.Repeat(0, 10), 2000], codes);
    }

    private static async Task<TestSimulator> StartAsync()
    {
        var vk = await TestSimulator.StartAsync();
        vk.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        return vk;
    }

    /// <summary>Moves the clock when the simulator has noted the refusal: only then the retry is waiting.</summary>
    private static async Task AdvanceAsync(TestSimulator vk, TimeSpan span, int attempts)
    {
        using var caller = new VkCaller(vk.Host);
        await Eventually.TrueAsync(async () => await AttemptsAsync(caller) >= attempts, () => $"fewer than {attempts} attempts");
        vk.Clock.Advance(span);
    }

    private static async Task<int> AttemptsAsync(VkCaller caller) => (await caller.AdminAsync(HttpMethod.Get, "traffic"))!.AsArray()
        .Count(entry => ((string)entry!["kind"]!, (string)entry["name"]!) == ("callback", "message_new"));

    private static async Task<int> RegisterAsync(TestSimulator vk, VkCaller caller, CallbackReceiver server)
    {
        server.ConfirmationCode = await CodeAsync(vk, caller);
        var id = await AddAsync(vk, caller, server);
        await caller.AskAsync("groups.setCallbackSettings", ("group_id", vk.Host.GroupId), ("server_id", id), ("message_new", 1));
        return id;
    }

    private static async Task<int> AddAsync(TestSimulator vk, VkCaller caller, CallbackReceiver server)
    {
        var added = await caller.AskAsync(
            "groups.addCallbackServer", ("group_id", vk.Host.GroupId), ("url", server.Url), ("title", "тест"), ("secret_key", Secret));
        await Eventually.TrueAsync(async () => await StatusAsync(vk, caller) is "ok" or "failed", () => "the server was not asked");
        return (int)added["server_id"]!;
    }

    private static async Task<string> CodeAsync(TestSimulator vk, VkCaller caller) =>
        (string)(await caller.AskAsync("groups.getCallbackConfirmationCode", ("group_id", vk.Host.GroupId)))["code"]!;

    private static async Task<string> StatusAsync(TestSimulator vk, VkCaller caller) =>
        (string)(await ServersAsync(vk, caller))["items"]![0]!["status"]!;

    private static Task<JsonNode> ServersAsync(TestSimulator vk, VkCaller caller) =>
        caller.AskAsync("groups.getCallbackServers", ("group_id", vk.Host.GroupId));
}
