using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class LongPollTests
{
    private const long Anna = 700000001;

    [Fact]
    public async Task A_waiting_poll_answers_as_soon_as_somebody_writes()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        var waiting = poll.OnceAsync(wait: 60);

        var written = vk.People.Write(Anna, "Здравствуйте");
        var answer = await waiting;

        Assert.Contains(answer["updates"]!.AsArray(), update => (string)update!["event_id"]! == written.EventId);
        Assert.Equal("5.199", (string)answer["updates"]![0]!["v"]!);
    }

    [Fact]
    public async Task Without_events_a_poll_answers_with_the_same_ts_when_its_time_is_over()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();

        var answer = await poll.OnceAsync(wait: 0);

        Assert.Equal(poll.Ts, (string)answer["ts"]!);
        Assert.Empty(answer["updates"]!.AsArray());
    }

    [Fact]
    public async Task Two_readers_get_the_same_events_and_one_cursor_gets_them_again()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var first = await caller.PollAsync();
        var second = await caller.PollAsync();
        vk.People.Write(Anna, "раз");

        var once = await first.OnceAsync();
        var again = await first.OnceAsync();
        var other = await second.OnceAsync();

        Assert.Equal(once.ToJsonString(), again.ToJsonString());
        Assert.Equal(once.ToJsonString(), other.ToJsonString());
    }

    [Fact]
    public async Task An_outdated_ts_fails_with_1_and_goes_on_with_what_is_left()
    {
        await using var vk = await StartAsync(history: 5);
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        for (var i = 0; i < 8; i++)
            vk.People.Write(Anna, $"{i}");

        var failed = await poll.OnceAsync();
        Assert.Equal(1, (int)failed["failed"]!);
        poll.Ts = failed["ts"]!.ToJsonString();
        Assert.Equal(5, (await poll.NextAsync()).Count);
    }

    [Theory]
    [InlineData("100500")]
    [InlineData("-1")]
    [InlineData("вчера")]
    public async Task A_ts_that_never_was_fails_with_1(string ts)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        poll.Ts = ts;

        var failed = await poll.OnceAsync();

        Assert.Equal((1, 0), ((int)failed["failed"]!, (int)failed["ts"]!));
    }

    [Fact]
    public async Task An_expired_or_unknown_key_fails_with_2_and_the_old_ts_stays_good()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        vk.People.Write(Anna, "раз");
        vk.Clock.Advance(TimeSpan.FromHours(7));

        Assert.Equal(2, (int)(await poll.OnceAsync())["failed"]!);
        poll.Key = (await caller.PollAsync()).Key;
        Assert.Equal("раз", (string)(await poll.NextAsync("message_new"))["message"]!["text"]!);
        vk.Host.ExpireLongPollKeys();
        Assert.Equal(2, (int)(await poll.OnceAsync())["failed"]!);
    }

    [Fact]
    public async Task Lost_information_fails_with_3_and_the_key_is_gone()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        vk.Host.Faults = [new FaultRule(null, new Fault.LoseTs(), Times: 1)];

        Assert.Equal(3, (int)(await poll.OnceAsync())["failed"]!);
        Assert.Equal(2, (int)(await poll.OnceAsync())["failed"]!);
    }

    [Fact]
    public async Task Only_what_is_switched_on_is_delivered()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        await caller.AskAsync(
            "groups.setLongPollSettings", ("group_id", vk.Host.GroupId), ("message_new", 0), ("message_reply", 1), ("message_typing_state", 1));

        vk.People.Write(Anna, "Здравствуйте");
        vk.People.Type(Anna);
        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 1), ("message", "ответ"));

        var updates = await poll.NextAsync();
        Assert.Equal(["message_allow", "message_typing_state", "message_reply"], updates.Select(update => (string)update["type"]!));
        Assert.Equal(1, (int)updates[2]["object"]!["out"]!);
        var settings = await caller.AskAsync("groups.getLongPollSettings", ("group_id", vk.Host.GroupId));
        Assert.Equal((0, 1), ((int)settings["events"]!["message_new"]!, (int)settings["events"]!["message_reply"]!));
    }

    [Fact]
    public async Task An_administrator_who_answers_by_hand_is_named_in_the_event_and_a_program_is_not()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.SetLongPollEvent("message_reply", on: true);
        vk.People.Write(Anna, "Здравствуйте");
        var poll = await caller.PollAsync();

        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 1), ("message", "ответ бота"));
        vk.People.AnswerByHand(Anna, administratorId: 5, "ответ человека");

        var updates = new List<System.Text.Json.Nodes.JsonNode>();
        while (updates.Count < 2)
            updates.AddRange((await poll.NextAsync()).Select(update => update!));
        Assert.Null(updates[0]["object"]!["admin_author_id"]);
        Assert.Equal(5, (long)updates[1]["object"]!["admin_author_id"]!);
        Assert.True((long)updates[1]["object"]!["from_id"]! < 0);
        Assert.Equal("ответ человека", vk.People.ChatOf(Anna).Messages[^1].Text);
    }

    [Fact]
    public async Task With_long_poll_switched_off_the_server_is_refused()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        await caller.AskAsync("groups.setLongPollSettings", ("group_id", vk.Host.GroupId), ("enabled", 0));

        var answer = await caller.CallAsync("groups.getLongPollServer", ("group_id", vk.Host.GroupId));

        Assert.Equal(100, VkCaller.CodeOf(answer));
        Assert.Contains("longpoll for this group is not enabled", (string)answer["error"]!["error_msg"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_answer_holds_a_bounded_number_of_events()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { EventsPerPoll = 2 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        var poll = await caller.PollAsync();
        for (var i = 0; i < 3; i++)
            vk.People.Write(Anna, $"{i}");

        Assert.Equal(2, (await poll.NextAsync()).Count);
        Assert.Single(await poll.NextAsync());
    }

    private static async Task<TestSimulator> StartAsync(int history = 100)
    {
        var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { EventHistory = history });
        vk.People.Add("Анна", "Тестова", id: Anna);
        return vk;
    }
}
