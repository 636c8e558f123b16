using System.Net;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class FaultTests
{
    private const long Anna = 700000001;

    [Fact]
    public async Task An_error_comes_at_its_rate()
    {
        await using var vk = await StartAsync(requestsPerSecond: 10_000);
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule("utils.getServerTime", new Fault.ErrorCode(10), Rate: 0.3)];
        var failed = 0;
        for (var i = 0; i < 500; i++)
            failed += await caller.ErrorOfAsync("utils.getServerTime") == 10 ? 1 : 0;

        Assert.InRange(failed, 100, 200);
        Assert.Equal(0, await caller.ErrorOfAsync("groups.getById"));
    }

    [Fact]
    public async Task A_fault_comes_as_often_as_ordered()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule(null, new Fault.ErrorCode(9), Times: 2)];

        Assert.Equal(9, await SendAsync(caller, 1));
        Assert.Equal(9, await SendAsync(caller, 1));
        Assert.Equal(0, await SendAsync(caller, 1));
    }

    [Fact]
    public async Task An_error_of_a_method_strikes_inside_execute_too()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule("messages.send", new Fault.ErrorCode(10), Times: 1)];

        var answer = await caller.CallAsync("execute", ("code", $$"""
            return [API.messages.send({"peer_id":{{Anna}},"random_id":1,"message":"раз"}),API.messages.send({"peer_id":{{Anna}},"random_id":2,"message":"два"})];
            """));

        Assert.Equal(10, (int)answer["execute_errors"]![0]!["error_code"]!);
        Assert.Equal("два", vk.People.ChatOf(Anna).Messages.Single(message => message.Out).Text);
    }

    [Fact]
    public async Task A_broken_front_server_answers_with_a_page()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule("messages.send", new Fault.Http(502), Times: 1)];

        using var response = await caller.Http.PostAsync(new Uri("method/messages.send", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_dropped_connection_leaves_the_message_unsent_or_sent(bool after, int sent)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule("messages.send", after ? new Fault.DropAfter() : new Fault.DropBefore(), Times: 1)];

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(caller, 1));
        Assert.Equal(sent, vk.People.ChatOf(Anna).Messages.Count(message => message.Out));

        Assert.Equal(0, await SendAsync(caller, 1));
        Assert.Single(vk.People.ChatOf(Anna).Messages, message => message.Out);
    }

    [Fact]
    public async Task Latency_delays_the_answer()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        vk.Host.Faults = [new FaultRule(null, new Fault.Latency(TimeSpan.FromMilliseconds(150)))];
        var started = TimeProvider.System.GetTimestamp();

        await caller.AskAsync("utils.getServerTime");

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(145));
    }

    [Fact]
    public async Task A_late_answer_comes_after_the_message_is_visible()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        vk.People.Told += (_, text) => told.TrySetResult(text);
        vk.Host.Faults = [new FaultRule("messages.send", new Fault.LateAnswer(TimeSpan.FromSeconds(1)))];

        var sending = SendAsync(caller, 1);

        Assert.Equal("ответ", await told.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(sending.IsCompleted);
        Assert.Equal(0, await sending);
    }

    [Fact]
    public async Task An_event_comes_twice_under_one_id()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        vk.Host.Faults = [new FaultRule("message_new", new Fault.DuplicateEvent())];

        var written = vk.People.Write(Anna, "раз");

        Assert.Equal([written.EventId, written.EventId], (await poll.NextAsync()).Select(update => (string)update["event_id"]!));
    }

    [Fact]
    public async Task A_rewound_poll_delivers_old_events_again()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        var first = vk.People.Write(Anna, "раз");
        await poll.NextAsync();
        vk.Host.Faults = [new FaultRule(null, new Fault.RewindTs(), Times: 1)];

        var second = vk.People.Write(Anna, "два");
        var updates = (await poll.NextAsync()).Select(update => (string)update["event_id"]!).ToList();

        Assert.Equal([first.EventId, second.EventId], updates.TakeLast(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Long_poll_fails_on_demand(int code)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        vk.Host.Faults = [new FaultRule("longpoll", new Fault.ErrorCode(code), Times: 1)];

        Assert.Equal(code, (int)(await poll.OnceAsync())["failed"]!);
    }

    [Fact]
    public async Task The_same_event_can_be_ordered_by_hand_and_so_can_a_damaged_one()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var poll = await caller.PollAsync();
        var first = vk.People.Write(Anna, "раз");
        vk.People.Write(Anna, new PersonMessage { Text = "раз", RepeatEventId = first.EventId });
        vk.Host.RaiseRaw("""{"type":"star_fall","object":7}""");

        var updates = await poll.NextAsync();

        Assert.Equal((string)updates[0]["event_id"]!, (string)updates[1]["event_id"]!);
        Assert.Equal(7, (int)updates[2]["object"]!);
    }

    private static async Task<TestSimulator> StartAsync(int requestsPerSecond = 20)
    {
        var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { RequestsPerSecond = requestsPerSecond });
        vk.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        return vk;
    }

    private static Task<int> SendAsync(VkCaller caller, int randomId) =>
        caller.ErrorOfAsync("messages.send", ("peer_id", Anna), ("random_id", randomId), ("message", "ответ"));
}
