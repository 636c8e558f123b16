using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Receiving;
using Sferum.Bot.Vk.Sending;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkTransportTests : IAsyncLifetime
{
    private const long First = 700000001;

    private static readonly OutgoingKeyboard Buttons = new(true, [[new OutgoingButton("Да", """{"c":"yes"}""", "primary", null)]]);

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private VkRoom _room = null!; // set by InitializeAsync, before any test
    private long _lastRow;

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _room = VkRoom.Open(_simulator.Host);
        for (var i = 0; i < 60; i++)
            _simulator.People.Add("Анна", $"Тестова {i}", id: First + i, canMessage: i != 1);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task Sixty_replies_take_three_requests_and_each_gets_its_own_outcome()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Text(First + i, $"ответ {i}")).ToImmutableArray();

        var outcomes = await SendAsync(rows);

        Assert.Equal(rows.Select(row => row.Id), outcomes.Keys.Order());
        Assert.Equal(901, Assert.IsType<SendOutcome.Unreachable>(outcomes[rows[1].Id]).Code);
        Assert.Equal(59, outcomes.Values.OfType<SendOutcome.Sent>().Count());
        Assert.Equal("ответ 42", Assert.Single(Texts(First + 42)));
        Assert.Equal(Shown(First + 42).Id, Assert.IsType<SendOutcome.Sent>(outcomes[rows[42].Id]).MessageId);
        Assert.Equal(["execute", "execute", "execute"], await CallsAsync());
    }

    [Fact]
    public async Task A_broadcast_takes_one_request()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Text(First + i, "всем") with { RandomId = 99 }).ToImmutableArray();

        var outcomes = await SendAsync(rows);

        Assert.IsType<SendOutcome.Unreachable>(outcomes[rows[1].Id]);
        Assert.Equal(59, outcomes.Values.OfType<SendOutcome.Sent>().Count(sent => sent.ConversationMessageId > 0));
        Assert.Equal(["messages.send"], await CallsAsync());
    }

    [Fact]
    public async Task An_empty_text_is_refused_for_good()
    {
        var row = Text(First, "");

        Assert.Equal(100, Assert.IsType<SendOutcome.Refused>((await SendAsync([row]))[row.Id]).Code);
    }

    [Fact]
    public async Task A_message_that_was_taken_is_found_in_the_history_by_its_random_id()
    {
        ImmutableArray<OutboxRow> rows = [Text(First, "раз"), Text(First + 2, "два")];
        await SendAsync(rows);

        var found = await _room.Get<IMessageTransport>().FindAsync(rows[0], CancellationToken.None);
        var other = await _room.Get<IMessageTransport>().FindAsync(rows[0] with { RandomId = 4_711 }, CancellationToken.None);
        _simulator.Host.Faults = [new FaultRule("messages.getHistory", new Fault.ErrorCode(5), Times: 1)];
        var unknown = await _room.Get<IMessageTransport>().FindAsync(rows[0], CancellationToken.None);

        Assert.Equal(Shown(First).Id, Assert.IsType<SendOutcome.Sent>(found).MessageId);
        Assert.Null(other);
        Assert.IsType<SendOutcome.Alert>(unknown);
    }

    [Fact]
    public async Task A_refused_keyboard_is_told_and_the_message_goes_without_it()
    {
        _simulator.Host.SetBotCapabilities(false);
        var row = Text(First, "нажмите") with { Content = new Outgoing.Text("нажмите", Buttons, []) };

        Assert.Equal(912, Assert.IsType<SendOutcome.KeyboardRefused>((await SendAsync([row]))[row.Id]).Code);
        Assert.IsType<SendOutcome.Sent>((await SendAsync([row with { WithoutKeyboard = true }]))[row.Id]);
        Assert.Null(Shown(First).Keyboard);
    }

    [Fact]
    public async Task A_lost_answer_leaves_no_second_message()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.DropAfter(), Times: 1)];
        ImmutableArray<OutboxRow> rows = [Text(First, "раз"), Text(First + 2, "раз")];

        Assert.All((await SendAsync(rows)).Values, outcome => Assert.True(Assert.IsType<SendOutcome.Retry>(outcome).Uncertain));
        Assert.All((await SendAsync(rows)).Values, outcome => Assert.IsType<SendOutcome.Sent>(outcome));

        Assert.Single(Texts(First));
        Assert.Single(Texts(First + 2));
    }

    [Fact]
    public async Task A_program_that_VK_refuses_as_a_whole_is_sent_call_by_call()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(13), Times: 1)];
        ImmutableArray<OutboxRow> rows = [Text(First, "раз"), Text(First + 1, "два"), Text(First + 2, "три")];

        var outcomes = await SendAsync(rows);

        Assert.IsType<SendOutcome.Sent>(outcomes[rows[0].Id]);
        Assert.IsType<SendOutcome.Unreachable>(outcomes[rows[1].Id]);
        Assert.IsType<SendOutcome.Sent>(outcomes[rows[2].Id]);
    }

    [Fact]
    public async Task A_program_that_is_too_large_for_whoever_stands_before_VK_is_sent_call_by_call()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.Http(413), Times: 1)];

        var outcomes = await SendAsync([Text(First, "раз"), Text(First + 2, "три")]);

        Assert.All(outcomes.Values, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal(["messages.send", "messages.send"], await CallsAsync());
    }

    [Fact]
    public async Task Two_replies_to_one_person_take_one_request()
    {
        var outcomes = await SendAsync([Text(First, "раз"), Text(First + 2, "другому"), Text(First, "два")]);

        Assert.All(outcomes.Values, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal(["раз", "два"], Texts(First));
        Assert.Equal(["execute"], await CallsAsync());
    }

    [Fact]
    public async Task A_reply_is_not_sent_when_the_one_before_it_failed()
    {
        ImmutableArray<OutboxRow> rows = [Text(First, ""), Text(First, "два"), Text(First + 1, "не принимает"), Text(First + 1, "тоже"), Text(First + 2, "другому")];

        var outcomes = await SendAsync(rows);

        Assert.Equal(100, Assert.IsType<SendOutcome.Refused>(outcomes[rows[0].Id]).Code);
        Assert.IsType<SendOutcome.NotTried>(outcomes[rows[1].Id]);
        Assert.Equal(901, Assert.IsType<SendOutcome.Unreachable>(outcomes[rows[2].Id]).Code);
        Assert.IsType<SendOutcome.NotTried>(outcomes[rows[3].Id]);
        Assert.IsType<SendOutcome.Sent>(outcomes[rows[4].Id]);
        Assert.Empty(Texts(First));
    }

    [Fact]
    public async Task Where_VK_compiles_no_conditions_replies_of_one_person_go_one_by_one_for_an_hour()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(12), Times: 1)];
        ImmutableArray<OutboxRow> rows = [Text(First, "раз"), Text(First, "два"), Text(First + 2, "другому")];

        var outcomes = await SendAsync(rows);
        var later = await SendAsync([rows[1], Text(First, "три")]);
        _simulator.Clock.Advance(VkTransport.WithoutConditions);
        var inAnHour = await SendAsync([Text(First, "четыре"), Text(First, "пять")]);

        Assert.Equal([true, false, true], rows.Select(row => outcomes[row.Id] is SendOutcome.Sent));
        Assert.IsType<SendOutcome.NotTried>(outcomes[rows[1].Id]);
        Assert.Equal(rows[1].Id, Assert.Single(later).Key);
        Assert.Equal(2, inAnHour.Values.OfType<SendOutcome.Sent>().Count());
        Assert.Equal(["раз", "два", "четыре", "пять"], Texts(First));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public async Task A_refusal_that_is_not_of_conditions_leaves_them_on(int code)
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(code), Times: 2)];
        await SendAsync([Text(First, "раз"), Text(First, "не сейчас")]);

        var later = await SendAsync([Text(First, "два"), Text(First, "три")]);

        Assert.Equal(2, later.Values.OfType<SendOutcome.Sent>().Count());
        Assert.Equal(["раз", "два", "три"], Texts(First));
    }

    [Fact]
    public async Task What_came_of_a_program_without_conditions_has_to_be_known_before_they_are_off()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(12), Times: 1), new FaultRule("execute", new Fault.ErrorCode(6), Times: 1)];
        await SendAsync([Text(First, "раз"), Text(First, "не сейчас")]);

        var later = await SendAsync([Text(First, "два"), Text(First, "три")]);

        Assert.Equal(2, later.Values.OfType<SendOutcome.Sent>().Count());
        Assert.Equal(["два", "три"], Texts(First));
    }

    [Fact]
    public async Task After_a_program_that_broke_off_nobody_says_that_a_message_was_not_tried()
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(13), Times: 1)];
        ImmutableArray<OutboxRow> rows = [Text(First, "раз"), Text(First, "два")];

        var outcomes = await SendAsync(rows);
        var later = await SendAsync([Text(First, "три"), Text(First, "четыре")]);

        Assert.IsType<SendOutcome.Sent>(outcomes[rows[0].Id]);
        Assert.True(Assert.IsType<SendOutcome.Retry>(outcomes[rows[1].Id]).Uncertain);
        Assert.Single(later);
    }

    [Theory]
    [InlineData(5, typeof(SendOutcome.Alert))]
    [InlineData(6, typeof(SendOutcome.Retry))]
    [InlineData(14, typeof(SendOutcome.Wait))]
    [InlineData(29, typeof(SendOutcome.Wait))]
    public async Task An_error_of_the_whole_request_is_told_of_every_row(int code, Type outcome)
    {
        _simulator.Host.Faults = [new FaultRule("execute", new Fault.ErrorCode(code), Times: 1)];

        var outcomes = await SendAsync([Text(First, "раз"), Text(First + 2, "два")]);

        Assert.All(outcomes.Values, each => Assert.IsType(outcome, each));
        Assert.Equal(["execute"], await CallsAsync());
    }

    [Fact]
    public async Task A_press_is_answered_before_texts_are_sent()
    {
        var shown = Text(First, "нажмите") with { Content = new Outgoing.Text("нажмите", Buttons, []) };
        await SendAsync([shown]);
        var server = ((VkResult<LongPollServer>.Ok)await _room.Api.GetLongPollServerAsync(_simulator.Host.GroupId, default)).Value;
        _simulator.People.Press(First, "Да");
        var poll = (VkResult<LongPollAnswer>.Ok)await _room.Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(5), default);
        var update = Assert.Single(((LongPollAnswer.Events)poll.Value).Updates);
        var press = (Incoming.Press)VkEventReader.Read(update, CommunityName.Of(new VkOptions())).Event.Content;
        var answer = Text(First, "") with { Content = new Outgoing.PressAnswer(press.AnswerId, new string('и', 200)) };

        var outcomes = await SendAsync([answer, Text(First, "записано")]);

        Assert.Equal("""{"c":"yes"}""", press.Payload);
        Assert.IsType<SendOutcome.Sent>(outcomes[answer.Id]);
        Assert.Equal(90, _simulator.People.ChatOf(First).Snackbar?.Text.Length);
        Assert.Equal("execute", (await CallsAsync())[^1]);
    }

    [Fact]
    public async Task A_chat_is_left()
    {
        var chat = InvitedChat();
        var row = Leave(chat);

        Assert.IsType<SendOutcome.Sent>((await SendAsync([row]))[row.Id]);
        Assert.Equal("chat_kick_user", Said(chat)[^1]);
    }

    [Fact]
    public async Task A_chat_that_the_community_is_not_in_counts_as_left()
    {
        var chat = InvitedChat();
        _simulator.People.KickBot(chat, First);
        var row = Leave(chat);

        Assert.IsType<SendOutcome.Sent>((await SendAsync([row]))[row.Id]);
    }

    [Theory]
    [InlineData(10, typeof(SendOutcome.Retry))]
    [InlineData(5, typeof(SendOutcome.Alert))]
    [InlineData(15, typeof(SendOutcome.Refused))]
    [InlineData(945, typeof(SendOutcome.Unreachable))]
    public async Task Leaving_a_chat_follows_the_policy_of_errors(int code, Type outcome)
    {
        var chat = InvitedChat();
        _simulator.Host.Faults = [new FaultRule("messages.removeChatUser", new Fault.ErrorCode(code), Times: 1)];
        var row = Leave(chat);

        Assert.IsType(outcome, (await SendAsync([row]))[row.Id]);
    }

    [Fact]
    public async Task A_lost_answer_to_leaving_is_mended_by_leaving_once_more()
    {
        var chat = InvitedChat();
        _simulator.Host.Faults = [new FaultRule("messages.removeChatUser", new Fault.DropAfter(), Times: 1)];
        var row = Leave(chat);

        Assert.IsType<SendOutcome.Retry>((await SendAsync([row]))[row.Id]);
        Assert.IsType<SendOutcome.Sent>((await SendAsync([row]))[row.Id]);
        Assert.Single(Said(chat), "chat_kick_user");
    }

    private long InvitedChat()
    {
        var chat = _simulator.People.CreateChat("Педсовет", First, First + 1);
        _simulator.People.InviteBot(chat, First);
        return chat;
    }

    /// <summary>Texts of a chat, and in their place the kinds of service messages.</summary>
    private string[] Said(long chat) => [.. _simulator.People.GroupChatOf(chat).Messages.Select(message => message.Action ?? message.Text)];

    private OutboxRow Leave(long chat) => Text(chat, "") with { Content = new Outgoing.LeaveChat() };

    private async Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows)
    {
        var transport = _room.Get<IMessageTransport>();
        var outcomes = ImmutableDictionary<long, SendOutcome>.Empty;
        foreach (var packet in transport.Pack(rows))
            outcomes = outcomes.AddRange(await transport.SendAsync(packet, CancellationToken.None));
        return outcomes;
    }

    /// <summary>Names of the API calls that the simulator got, in their order.</summary>
    private async Task<string[]> CallsAsync()
    {
        using var vk = new Simulator.VkCaller(_simulator.Host);
        var traffic = await vk.AdminAsync(HttpMethod.Get, "traffic?after=0");
        return [.. traffic!.AsArray().Where(entry => (string)entry!["kind"]! == "call").Select(entry => (string)entry!["name"]!)];
    }

    private IEnumerable<string> Texts(long person) => _simulator.People.ChatOf(person).Messages.Select(message => message.Text);

    private ChatMessageView Shown(long person) => Assert.Single(_simulator.People.ChatOf(person).Messages);

    private OutboxRow Text(long peer, string text)
    {
        var id = ++_lastRow;
        return new OutboxRow(
            id, peer, (int)id, SendPurpose.Reply, new Outgoing.Text(text, null, []), 0, false, false, _simulator.Clock.GetUtcNow(), _simulator.Clock.GetUtcNow());
    }
}
