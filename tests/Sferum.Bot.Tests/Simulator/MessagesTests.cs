using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class MessagesTests
{
    private const long Anna = 700000001;
    private const long Ivan = 700000002;

    [Fact]
    public async Task One_peer_gets_a_number_and_a_list_of_peers_gets_items()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var single = await caller.AskAsync("messages.send", ("user_id", Anna), ("random_id", 1), ("message", "раз"));
        var items = await caller.AskAsync("messages.send", ("peer_ids", $"{Anna},5,{Ivan}"), ("random_id", 2), ("message", "два"));

        Assert.True((int)single > 0);
        Assert.Equal([Anna, 5, Ivan], items.AsArray().Select(item => (long)item!["peer_id"]!));
        Assert.Equal([0, 901, 901], items.AsArray().Select(item => (int?)item!["error"]?["code"] ?? 0));
        Assert.Equal(3, (int)items[0]!["conversation_message_id"]!);
    }

    [Fact]
    public async Task A_person_is_reachable_from_the_first_message_until_he_forbids()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        Assert.Equal(901, await SendAsync(caller, Ivan, 1));

        vk.People.Write(Ivan, "Здравствуйте");
        Assert.Equal(Ivan, (long)(await poll.NextAsync("message_allow"))["user_id"]!);
        Assert.Equal(0, await SendAsync(caller, Ivan, 2));

        vk.People.Deny(Ivan);
        Assert.Equal(Ivan, (long)(await poll.NextAsync("message_deny"))["user_id"]!);
        Assert.Equal(901, await SendAsync(caller, Ivan, 3));
        Assert.Equal(0, (int)(await AllowedAsync(caller, vk.Host, Ivan))["is_allowed"]!);

        vk.People.Allow(Ivan, "widget");
        Assert.Equal("widget", (string)(await poll.NextAsync("message_allow"))["key"]!);
        Assert.Equal(0, await SendAsync(caller, Ivan, 4));
        Assert.Equal(1, (int)(await AllowedAsync(caller, vk.Host, Ivan))["is_allowed"]!);
    }

    [Fact]
    public async Task A_repeated_random_id_gives_no_second_message_for_an_hour()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var first = await SentAsync(caller, 77);

        vk.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(first, await SentAsync(caller, 77));
        vk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, await SentAsync(caller, 77));
    }

    [Fact]
    public async Task A_repeated_random_id_is_forgotten_after_100_messages()
    {
        await using var vk = await StartAsync(requestsPerSecond: 1000);
        using var caller = new VkCaller(vk.Host);
        var first = await SentAsync(caller, 77);
        for (var i = 1; i < 100; i++)
            vk.People.Write(Anna, "и ещё");

        Assert.Equal(first, await SentAsync(caller, 77));
        vk.People.Write(Anna, "сотое");
        Assert.NotEqual(first, await SentAsync(caller, 77));
    }

    [Fact]
    public async Task A_random_id_counts_in_its_own_dialog_and_zero_counts_nowhere()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Write(Ivan, "Здравствуйте");

        await caller.AskAsync("messages.send", ("peer_ids", $"{Anna},{Ivan}"), ("random_id", 5), ("message", "всем"));
        await caller.AskAsync("messages.send", ("peer_id", Ivan), ("random_id", 5), ("message", "всем"));
        await SentAsync(caller, 0);
        await SentAsync(caller, 0);

        Assert.Single(vk.People.ChatOf(Ivan).Messages, message => message.Out);
        Assert.Equal(3, vk.People.ChatOf(Anna).Messages.Count(message => message.Out));
    }

    [Fact]
    public async Task A_message_comes_with_everything_that_hangs_on_it()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();

        var written = vk.People.Write(Anna, new PersonMessage
        {
            Text = "Готово",
            Payload = """{"c":"forged"}""",
            Ref = "org14",
            RefSource = "qr",
            ReplyTo = 1,
            Forwards = [1],
            Attachments =
            [
                new PersonAttachment("photo"), new PersonAttachment("doc", "приказ.pdf"), new PersonAttachment("audio_message"),
                new PersonAttachment("sticker"), new PersonAttachment("link"), new PersonAttachment("hologram"),
            ],
        });
        var body = await poll.NextAsync("message_new");
        var message = body["message"]!;

        Assert.Equal(written.Cmid, (int)message["conversation_message_id"]!);
        Assert.Equal("""{"c":"forged"}""", (string)message["payload"]!);
        Assert.Equal(("org14", "qr"), ((string)message["ref"]!, (string)message["ref_source"]!));
        Assert.Equal("Здравствуйте", (string)message["reply_message"]!["text"]!);
        Assert.Single(message["fwd_messages"]!.AsArray());
        Assert.Equal(
            ["photo", "doc", "audio_message", "sticker", "link", "hologram"],
            message["attachments"]!.AsArray().Select(attachment => (string)attachment!["type"]!));
        Assert.True((bool)body["client_info"]!["keyboard"]!);
    }

    [Fact]
    public async Task A_pressed_button_is_a_message_or_an_event_by_its_type()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 1), ("message", "Меню"), ("keyboard",
            """{"one_time":true,"inline":false,"buttons":[[{"action":{"type":"text","label":"Меню","payload":"{\"c\":1}"},"color":"primary"}]]}"""));
        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 2), ("message", "Пункт"), ("keyboard",
            """{"one_time":false,"inline":true,"buttons":[[{"action":{"type":"callback","label":"Да","payload":"{\"c\":2}"},"color":"positive"}]]}"""));

        Assert.Equal("message", vk.People.Press(Anna, "Меню").Kind);
        var message = (await poll.NextAsync("message_new"))["message"]!;
        Assert.Equal(("Меню", """{"c":1}"""), ((string)message["text"]!, (string)message["payload"]!));
        Assert.Null(vk.People.ChatOf(Anna).Keyboard);

        Assert.Equal("callback", vk.People.Press(Anna, "Да").Kind);
        var pressed = await poll.NextAsync("message_event");
        Assert.Equal(2, (int)pressed["payload"]!["c"]!);
        Assert.Equal(3, (int)pressed["conversation_message_id"]!);
        Assert.Single(vk.People.ChatOf(Anna).Messages[2].Pressed);
    }

    [Fact]
    public async Task A_press_is_answered_once_and_within_a_minute()
    {
        await using var vk = await StartAsync(badRequests: true);
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 1), ("message", "Меню"), ("keyboard",
            """{"one_time":false,"inline":false,"buttons":[[{"action":{"type":"callback","label":"Статус","payload":"{}"}}]]}"""));

        vk.People.Press(Anna, "Статус");
        var first = await poll.NextAsync("message_event");
        Assert.False(first.ContainsKey("conversation_message_id"));
        Assert.Equal(0, await AnswerAsync(caller, first, """{"type":"show_snackbar","text":"Сохранено"}"""));
        Assert.Equal("Сохранено", vk.People.ChatOf(Anna).Snackbar?.Text);
        Assert.Equal(100, await AnswerAsync(caller, first, null));

        vk.People.Press(Anna, "Статус");
        var second = await poll.NextAsync("message_event");
        vk.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(100, await AnswerAsync(caller, second, null));
    }

    [Fact]
    public async Task An_own_message_is_edited_for_a_day()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        await SentAsync(caller, 1);

        await caller.AskAsync("messages.edit", ("peer_id", Anna), ("cmid", 2), ("message", "исправлено"));
        Assert.Equal(("исправлено", true), (vk.People.ChatOf(Anna).Messages[1].Text, vk.People.ChatOf(Anna).Messages[1].Edited));
        vk.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(909, await caller.ErrorOfAsync("messages.edit", ("peer_id", Anna), ("cmid", 2), ("message", "поздно")));
    }

    [Fact]
    public async Task History_and_conversations_show_what_the_bot_missed()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.People.Write(Ivan, "раз");
        await SentAsync(caller, 1);
        vk.People.Write(Ivan, "два");

        var unanswered = await caller.AskAsync("messages.getConversations", ("filter", "unanswered"), ("extended", 1));
        var history = await caller.AskAsync("messages.getHistory", ("peer_id", Ivan), ("count", 1), ("extended", 1));
        var oldest = await caller.AskAsync("messages.getHistory", ("peer_id", Ivan), ("count", 1), ("rev", 1));
        await caller.AskAsync("messages.markAsRead", ("peer_id", Ivan), ("mark_conversation_as_read", 1));
        var unread = await caller.AskAsync("messages.getConversations", ("filter", "unread"));

        Assert.Equal([Ivan], unanswered["items"]!.AsArray().Select(item => (long)item!["conversation"]!["peer"]!["id"]!));
        Assert.Equal("Иван", (string)unanswered["profiles"]![0]!["first_name"]!);
        Assert.Equal((2, "два"), ((int)history["count"]!, (string)history["items"]![0]!["text"]!));
        Assert.Equal("раз", (string)oldest["items"]![0]!["text"]!);
        Assert.Equal([Anna], unread["items"]!.AsArray().Select(item => (long)item!["conversation"]!["peer"]!["id"]!));
    }

    [Fact]
    public async Task A_dialog_keeps_its_newest_messages_only()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { MessagesPerDialog = 3 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: Anna);
        for (var i = 1; i <= 5; i++)
            vk.People.Write(Anna, $"{i}");

        var history = await caller.AskAsync("messages.getHistory", ("peer_id", Anna));

        Assert.Equal(["5", "4", "3"], history["items"]!.AsArray().Select(item => (string)item!["text"]!));
        Assert.Equal([3, 4, 5], vk.People.ChatOf(Anna).Messages.Select(message => message.Cmid));
    }

    private static async Task<TestSimulator> StartAsync(int requestsPerSecond = 20, bool badRequests = false)
    {
        var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { RequestsPerSecond = requestsPerSecond }, badRequests);
        vk.People.Add("Анна", "Тестова", id: Anna);
        vk.People.Add("Иван", "Примеров", id: Ivan);
        vk.People.Write(Anna, "Здравствуйте");
        return vk;
    }

    private static Task<int> SendAsync(VkCaller caller, long peerId, int randomId) =>
        caller.ErrorOfAsync("messages.send", ("peer_id", peerId), ("random_id", randomId), ("message", "ответ"));

    private static async Task<int> SentAsync(VkCaller caller, int randomId) =>
        (int)await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", randomId), ("message", "ответ"));

    private static Task<JsonNode> AllowedAsync(VkCaller caller, VkSimulatorHost vk, long userId) =>
        caller.AskAsync("messages.isMessagesFromGroupAllowed", ("group_id", vk.GroupId), ("user_id", userId));

    private static Task<int> AnswerAsync(VkCaller caller, JsonObject pressed, string? eventData) => caller.ErrorOfAsync(
        "messages.sendMessageEventAnswer",
        [
            ("event_id", (string)pressed["event_id"]!), ("user_id", Anna), ("peer_id", Anna),
            .. eventData is null ? [] : new (string, object)[] { ("event_data", eventData) },
        ]);
}
