using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Receiving;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

public sealed class LongPollReceiverTests(SqliteFixture databases) : IClassFixture<SqliteFixture>, IAsyncLifetime
{
    private const long Anna = 700000001;

    private readonly List<VkRoom> _rooms = [];
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private Database _database = null!; // set by InitializeAsync, before any test

    private InboxView Inbox => new(_database);

    private VkSimulatorHost Vk => _simulator.Host;

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _simulator.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        _database = await databases.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task What_people_write_stands_in_the_inbox_once_and_in_order()
    {
        await using var receiver = await ReceiveAsync();
        Vk.Faults = [new FaultRule("message_new", new Fault.DuplicateEvent())];

        foreach (var text in (string[])["раз", "два", "три"])
            Vk.People.Write(Anna, text);

        await ArriveAsync("раз", "два", "три");
        await Eventually.TrueAsync(async () => await PositionAsync() == "6", () => "the place did not move on");
        Assert.Equal(["раз", "два", "три"], await Inbox.TextsAsync());
    }

    [Fact]
    public async Task What_was_written_while_the_bot_was_down_arrives_after_the_start()
    {
        await using (await ReceiveAsync())
        {
            Vk.People.Write(Anna, "до");
            await ArriveAsync("до");
        }

        Vk.People.Write(Anna, "пока лежал");
        await using var again = await ReceiveAsync();

        await ArriveAsync("до", "пока лежал");
    }

    [Fact]
    public async Task Of_a_group_chat_only_what_concerns_the_community_stands_in_the_inbox()
    {
        await using var receiver = await ReceiveAsync();
        await LookedIntoDialogsAsync(receiver);
        var chat = Vk.People.CreateChat("Педсовет", Anna);

        Vk.People.InviteBot(chat, Anna);
        Vk.People.MakeBotAdmin(chat);
        Vk.People.WriteToChat(chat, Anna, "между нами");
        Vk.People.WriteToChat(chat, Anna, $"[club{Vk.GroupId}|бот], уйди");
        Vk.People.KickBot(chat, Anna);
        Vk.People.Write(Anna, "дальше");

        await ArriveAsync("дальше");
        Assert.Equal(
            [new Incoming.ChatInvite(chat), new Incoming.Other("chat_message"), new Incoming.ChatWord("уйди"), new Incoming.ChatKick()],
            (await Inbox.AllAsync())[..4]);
    }

    [Fact]
    public async Task A_damaged_and_an_unknown_event_hold_up_nothing()
    {
        await using var receiver = await ReceiveAsync();

        Vk.RaiseRaw("""{"type":"message_new","object":{"message":{"text":"обор""");
        Vk.RaiseRaw("""{"type":"brand_new","event_id":"x1","object":{},"group_id":1}""");
        Vk.People.Write(Anna, "дальше");

        await ArriveAsync("дальше");
        var all = await Inbox.AllAsync();
        Assert.Contains("обор", Assert.Single(all.OfType<Incoming.Damaged>()).Raw, StringComparison.Ordinal);
        Assert.Contains(new Incoming.Other("brand_new"), all);
    }

    [Fact]
    public async Task An_expired_key_loses_nothing()
    {
        await using var receiver = await ReceiveAsync();
        Vk.People.Write(Anna, "раз");
        await ArriveAsync("раз");

        Vk.ExpireLongPollKeys();
        Vk.People.Write(Anna, "два");

        await ArriveAsync("раз", "два");
    }

    [Fact]
    public async Task An_expired_key_that_has_been_used_for_a_while_is_replaced_without_a_pause()
    {
        await using var receiver = await ReceiveAsync();
        await LookedIntoDialogsAsync(receiver);
        _time.Advance(TimeSpan.FromSeconds(6));

        // The clock stands still from here on.
        Vk.People.Write(Anna, "раз");
        await Eventually.TrueAsync(async () => await Inbox.TextsAsync() is ["раз"], () => "nothing arrived");
        Vk.ExpireLongPollKeys();
        Vk.People.Write(Anna, "два");

        await Eventually.TrueAsync(async () => await Inbox.TextsAsync() is ["раз", "два"], () => "nothing arrived with the new key");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task What_VK_has_lost_is_found_in_the_dialogs_and_not_doubled_when_VK_brings_it_late(int failed)
    {
        await using var receiver = await ReceiveAsync();
        Vk.People.Write(Anna, "раз");
        await ArriveAsync("раз");
        Vk.Clock.Advance(TimeSpan.FromMinutes(1));

        // The poll that waits wakes up to the failure: VK's new place is behind what was written.
        Vk.Faults = [new FaultRule("longpoll", failed == 3 ? new Fault.LoseTs() : new Fault.ErrorCode(failed), Times: 1)];
        Vk.People.Write(Anna, "потеряно");
        await ArriveAsync("раз", "потеряно");

        Vk.Faults = [new FaultRule("longpoll", new Fault.RewindTs(), Times: 1)];
        Vk.People.Write(Anna, "три");
        await ArriveAsync("раз", "потеряно", "три");
        Assert.Equal(["раз", "потеряно", "три"], await Inbox.TextsAsync());
        Assert.Contains("1 messages found", receiver.Room.Log.AtLeast(Microsoft.Extensions.Logging.LogLevel.Information), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_VK_has_lost_its_place_what_was_written_is_found_before_the_stream_brings_anything()
    {
        await using var receiver = await ReceiveAsync();
        Vk.People.Write(Anna, "раз");
        await ArriveAsync("раз");
        Vk.Clock.Advance(TimeSpan.FromMinutes(1));

        // The poll that waits wakes up to the failure; the next one hangs.
        Vk.Faults = [new FaultRule("longpoll", new Fault.LoseTs(), Times: 1), new FaultRule("longpoll", new Fault.Latency(TimeSpan.FromHours(1)))];
        Vk.People.Write(Anna, "потеряно");
        await ArriveAsync("раз", "потеряно");

        Assert.False(receiver.Says("the poll hung"), "what was lost was found only after the poll had been given up");
    }

    [Fact]
    public async Task What_was_written_by_hand_while_VK_lost_events_is_found_with_its_time()
    {
        await using (await ReceiveAsync())
        {
            Vk.People.Write(Anna, "раз");
            await ArriveAsync("раз");
        }

        Vk.Clock.Advance(TimeSpan.FromMinutes(1));
        Vk.People.Write(Anna, "потеряно");
        Vk.People.AnswerByHand(Anna, administratorId: 7, "отвечу сама");
        Vk.People.Write(Anna, "спасибо");

        // Twice: the poll that was given up may still wait in the simulator and take one.
        Vk.Faults = [new FaultRule("longpoll", new Fault.ErrorCode(1), Times: 2)];
        await using var again = await ReceiveAsync();
        await ArriveAsync("раз", "спасибо");

        var byHand = Assert.Single((await Inbox.AllAsync()).OfType<Incoming.ByHand>());
        Assert.Equal(3, byHand.ConversationMessageId);
        Assert.InRange(byHand.At ?? default, Vk.Clock.GetUtcNow() - TimeSpan.FromSeconds(50), Vk.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Of_what_the_community_says_only_words_by_hand_stand_in_the_inbox()
    {
        Vk.SetLongPollEvent("message_reply", on: true);
        await using var receiver = await ReceiveAsync();
        Vk.People.Write(Anna, "раз");

        // Requests are paced by the clock, and nobody else moves it.
        var sent = receiver.Room.Api.SendAsync(new VkCall.Send(Anna, 5, VkContent.Plain("ответ бота")), default);
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(200));
                return sent.IsCompleted;
            },
            () => "The message was not sent");
        await sent;
        Vk.People.AnswerByHand(Anna, administratorId: 7, "ответ человека");
        Vk.People.Write(Anna, "два");
        await ArriveAsync("раз", "два");

        var all = await Inbox.AllAsync();
        Assert.DoesNotContain(all, content => content is Incoming.Other);

        // Told by the stream or found in the dialog, which gives its time as well.
        Assert.Equal(3, Assert.Single(all.OfType<Incoming.ByHand>()).ConversationMessageId);
    }

    [Fact]
    public async Task What_was_lost_is_found_even_if_the_bot_dies_before_it_could_look()
    {
        await using (await ReceiveAsync())
        {
            Vk.People.Write(Anna, "раз");
            await ArriveAsync("раз");
        }

        Vk.Clock.Advance(TimeSpan.FromMinutes(1));
        Vk.People.Write(Anna, "потеряно");

        // Twice: the poll that was given up may still wait in the simulator and take one.
        Vk.Faults =
        [
            new FaultRule("longpoll", new Fault.ErrorCode(1), Times: 2),
            new FaultRule("messages.getConversations", new Fault.ErrorCode(10), Times: 3),
        ];
        await using (var unlucky = await ReceiveAsync())
        {
            await Eventually.TrueAsync(
                () =>
                {
                    _time.Advance(TimeSpan.FromSeconds(1));
                    return unlucky.Room.Log.Lines.Count(line => line.Text.Contains("messages.getConversations", StringComparison.Ordinal)) >= 3;
                },
                () => $"nobody looked into the dialogs; the log:\n{unlucky.Room.Log.AtLeast(Microsoft.Extensions.Logging.LogLevel.Information)}");
        }

        Assert.Equal(["раз"], await Inbox.TextsAsync());
        Vk.Faults = [new FaultRule("longpoll", new Fault.ErrorCode(1), Times: 2)];
        await using var again = await ReceiveAsync();

        await ArriveAsync("раз", "потеряно");
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_is_lost()
    {
        await using var receiver = await ReceiveAsync();
        await Inbox.BreakAsync();
        Vk.People.Write(Anna, "подождёт");
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(200));
                return receiver.Room.Log.Lines.Any(line => line.Text.Contains("could not be stored", StringComparison.Ordinal));
            },
            () => "the fault was not told");

        await Inbox.MendAsync();

        await ArriveAsync("подождёт");
    }

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_broken_poll_is_taken_up_again(string what, Fault fault)
    {
        Assert.NotEmpty(what);
        await using var receiver = await ReceiveAsync();
        Vk.Faults = [new FaultRule("longpoll", fault, Times: 4)];

        Vk.People.Write(Anna, "всё же");

        await ArriveAsync("всё же");
    }

    public static TheoryData<string, Fault> Outages => new()
    {
        { "5xx", new Fault.Http(502) },
        { "a page instead of JSON", new Fault.Http(200) },
        { "dropped before", new Fault.DropBefore() },
        { "dropped after", new Fault.DropAfter() },
        { "an unknown failure", new Fault.ErrorCode(4) },
    };

    [Fact]
    public async Task A_poll_that_hangs_is_given_up()
    {
        Vk.Faults = [new FaultRule("longpoll", new Fault.Latency(TimeSpan.FromHours(1)), Times: 1)];
        await using var receiver = await ReceiveAsync(("Vk:LongPollMargin", "00:00:01"));

        Vk.People.Write(Anna, "всё же");

        await ArriveAsync("всё же");
        Assert.True(receiver.Room.Get<PollPulse>().Silence < TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task After_error_29_nothing_is_asked_for_ten_minutes()
    {
        Vk.Faults = [new FaultRule("groups.getLongPollServer", new Fault.ErrorCode(29), Times: 1)];
        await using var receiver = new Receiver(Room());
        await receiver.StartAsync();
        await Eventually.TrueAsync(() => receiver.Says("refused with error 29"), () => "error 29 was not told");
        Assert.Equal(29, receiver.Room.Get<PollPulse>().LastErrorCode);

        _time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(1, await KeysAskedAsync());
        _time.Advance(TimeSpan.FromMinutes(0.2));

        await receiver.PollsAsync();
        Assert.Equal(2, await KeysAskedAsync());
    }

    [Theory]
    [MemberData(nameof(PassingRefusals))]
    public async Task A_key_that_was_refused_in_passing_is_asked_for_again_within_two_seconds(string what, Fault fault)
    {
        Assert.NotEmpty(what);
        Vk.Faults = [new FaultRule("groups.getLongPollServer", fault, Times: 1)];
        await using var receiver = new Receiver(Room());
        await receiver.StartAsync();
        await Eventually.TrueAsync(() => Vk.Faults.Any(rule => rule.Times == 0), () => "no key was asked for");

        // Slower than real time, so that a bot that is held up has hardly less of the two seconds.
        var refused = _time.GetUtcNow();
        await Eventually.TrueAsync(
            () =>
            {
                if (_time.GetUtcNow() - refused < TimeSpan.FromSeconds(2))
                    _time.Advance(TimeSpan.FromMilliseconds(10));
                return receiver.Says("a key was taken");
            },
            () => $"no key was taken; the log:\n{receiver.Room.Log.AtLeast(Microsoft.Extensions.Logging.LogLevel.Information)}");
    }

    public static TheoryData<string, Fault> PassingRefusals => new()
    {
        { "an error of VK's own", new Fault.ErrorCode(10) },
        { "5xx", new Fault.Http(502) },
        { "dropped", new Fault.DropBefore() },
    };

    [Fact]
    public async Task With_the_callback_chosen_nothing_is_polled()
    {
        await using var receiver = new Receiver(Room(("Vk:Transport", "Callback"), ("Vk:CallbackSecret", "s"), ("Vk:CallbackConfirmation", "c")));

        await receiver.StartAsync();
        await receiver.FinishAsync();

        Assert.Equal(0, await KeysAskedAsync());
    }

    private async Task<Receiver> ReceiveAsync(params (string, string)[] settings)
    {
        var receiver = new Receiver(Room(settings));
        await receiver.StartAsync();
        await receiver.PollsAsync();
        return receiver;
    }

    private VkRoom Room(params (string, string)[] settings)
    {
        var room = VkRoom.Open(Vk, _database, _time, [("Vk:LongPollWait", "00:00:02"), ("Vk:LongPollMargin", "00:01:00"), .. settings]);
        _rooms.Add(room);
        return room;
    }

    /// <summary>Waits until these messages stand in the inbox, in this order; the bot's pauses pass meanwhile.</summary>
    private async Task ArriveAsync(params string[] texts)
    {
        List<string> seen = [];
        await Eventually.TrueAsync(
            async () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(200));
                seen = await Inbox.TextsAsync();
                return seen.Count >= texts.Length;
            },
            () => $"only [{string.Join(", ", seen)}] arrived; the log:\n{_rooms[^1].Log.AtLeast(Microsoft.Extensions.Logging.LogLevel.Information)}");
        Assert.Equal(texts, seen);
    }

    /// <summary>A first start looks into the dialogs, and finds a message there as likely as in the stream.</summary>
    private Task LookedIntoDialogsAsync(Receiver receiver) => Eventually.TrueAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(200));
            return receiver.Says("messages found");
        },
        () => "nobody looked into the dialogs");

    private async Task<string> PositionAsync()
    {
        var stored = await _rooms[^1].Get<InboxStore>().PositionAsync(LongPollReceiver.Channel, CancellationToken.None);
        return PollPosition.Parse(stored ?? "").Ts;
    }

    private async Task<int> KeysAskedAsync()
    {
        using var caller = new Simulator.VkCaller(Vk);
        var traffic = await caller.AdminAsync(HttpMethod.Get, "traffic?after=0");
        return traffic!.AsArray().Count(entry => (string)entry!["name"]! == "groups.getLongPollServer");
    }

    private sealed class Receiver(VkRoom room) : IAsyncDisposable
    {
        private readonly BackgroundService _service = (BackgroundService)room.All<IHostedService>().Single(service => service is LongPollReceiver);

        public VkRoom Room => room;

        public Task StartAsync() => _service.StartAsync(CancellationToken.None);

        public bool Says(string text) => room.Log.Lines.Any(line => line.Text.Contains(text, StringComparison.Ordinal));

        public Task PollsAsync() => Eventually.TrueAsync(() => Says("a key was taken"), () => "no key was taken");

        public Task FinishAsync() => _service.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10)); // set by StartAsync

        public async ValueTask DisposeAsync() => await _service.StopAsync(CancellationToken.None);
    }
}
