using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Contract;

/// <summary>
/// What every implementation of <see cref="IVkApi"/> does, over real HTTP against the simulator. A subclass per
/// implementation.
/// </summary>
public abstract partial class VkApiContract : IAsyncLifetime
{
    private const long Person = 700000001;
    private const long Stranger = 700000002;

    private readonly List<VkRoom> _rooms = [];

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test

    private VkSimulatorHost Vk => _simulator.Host;

    private IVkApi Api { get; set; } = null!; // set by InitializeAsync, before any test

    /// <summary>Why this implementation cannot be tried here; null when it can.</summary>
    private protected virtual string? Missing => null;

    /// <summary>The room with this implementation.</summary>
    private protected abstract VkRoom Open(VkSimulatorHost vk, params (string Name, string Value)[] settings);

    public async Task InitializeAsync()
    {
        Skip.If(Missing is not null, Missing);
        _simulator = await TestSimulator.StartAsync();
        Vk.People.Add("Анна", "Тестова", id: Person, canMessage: true, role: "administrator");
        Vk.People.Add("Иван", "Примеров", id: Stranger);
        Api = Connect();
    }

    public async Task DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync();
        if (_simulator is not null)
            await _simulator.DisposeAsync();
    }

    [SkippableFact]
    public async Task The_own_community_is_known_by_the_token()
    {
        var group = Ok(await Api.GetOwnGroupAsync(default));

        Assert.Equal(Vk.GroupId, group.Id);
        Assert.NotEmpty(group.Name);
        Assert.NotEmpty(group.ScreenName);
    }

    [SkippableFact]
    public async Task Rights_of_the_token_are_named()
    {
        var names = Ok(await Api.GetTokenPermissionsAsync(default));

        Assert.Superset(new HashSet<string> { "messages", "photos", "docs", "manage" }, names.ToHashSet());
    }

    [SkippableFact]
    public async Task Long_poll_settings_are_read_and_set()
    {
        var wanted = new LongPollSettings(true, "5.199", ["message_new", "message_event", "message_read"]);

        Assert.True(Ok(await Api.SetLongPollSettingsAsync(Vk.GroupId, wanted, default)));
        var settings = Ok(await Api.GetLongPollSettingsAsync(Vk.GroupId, default));

        Assert.True(settings.IsEnabled);
        Assert.Equal("5.199", settings.ApiVersion);
        Assert.Superset(wanted.Events.ToHashSet(), settings.Events.ToHashSet());
    }

    [SkippableFact]
    public async Task A_poll_brings_raw_events_and_the_next_place()
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        var written = Vk.People.Write(Person, "добрый день");

        var events = Assert.IsType<LongPollAnswer.Events>(Ok(await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(5), default)));

        Assert.NotEqual(server.Ts, events.Ts);
        Assert.Contains(written.EventId, Assert.Single(events.Updates, update => update.Contains("message_new", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_poll_without_news_comes_back_empty()
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));

        var events = Assert.IsType<LongPollAnswer.Events>(Ok(await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default)));

        Assert.Empty(events.Updates);
        Assert.Equal(server.Ts, events.Ts);
    }

    [SkippableFact]
    public async Task An_update_that_no_library_knows_and_one_that_is_no_JSON_leave_the_others_readable()
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.RaiseRaw("""{"type":"brand_new_type","object":{"x":[1,{"type":"photo"}]},"event_id":"e1","group_id":1}""");
        Vk.RaiseRaw("""{"type":"message_new","object":{"message":{"text":"оборв""");
        var written = Vk.People.Write(Person, "а я дошло");

        var events = Assert.IsType<LongPollAnswer.Events>(Ok(await Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(5), default)));

        Assert.Contains(events.Updates, update => update.Contains("brand_new_type", StringComparison.Ordinal));
        Assert.Contains(events.Updates, update => update.Contains("оборв", StringComparison.Ordinal));
        Assert.Contains(events.Updates, update => update.Contains(written.EventId, StringComparison.Ordinal) && update.EndsWith('}'));
    }

    [SkippableFact]
    public async Task A_running_poll_is_cancelled_at_once()
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        using var cancel = new CancellationTokenSource();
        var poll = Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(60), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [SkippableFact]
    public async Task Long_poll_failures_are_told_apart()
    {
        var server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.Faults = [new FaultRule("longpoll", new Fault.ErrorCode(1), Times: 1)];
        Assert.IsType<LongPollAnswer.HistoryLost>(Ok(await PollAsync()));
        Vk.Faults = [new FaultRule("longpoll", new Fault.LoseTs(), Times: 1)];
        Assert.IsType<LongPollAnswer.InformationLost>(Ok(await PollAsync()));
        server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Vk.ExpireLongPollKeys();
        Assert.IsType<LongPollAnswer.KeyExpired>(Ok(await PollAsync()));
        Vk.Faults = [new FaultRule("longpoll", new Fault.ErrorCode(4), Times: 1)];
        server = Ok(await Api.GetLongPollServerAsync(Vk.GroupId, default));
        Assert.IsType<VkResult<LongPollAnswer>.Fault>(await PollAsync());
        Vk.Faults = [new FaultRule("longpoll", new Fault.Http(502), Times: 1)];
        Assert.IsType<VkResult<LongPollAnswer>.Fault>(await PollAsync());

        Task<VkResult<LongPollAnswer>> PollAsync() => Api.PollAsync(server, server.Ts, TimeSpan.FromSeconds(1), default);
    }

    [SkippableFact]
    public async Task Members_managers_and_names_are_told()
    {
        Vk.People.Join(Person);

        Assert.True(Ok(await Api.IsMemberAsync(Vk.GroupId, Person, default)));
        Assert.False(Ok(await Api.IsMemberAsync(Vk.GroupId, Stranger, default)));
        Assert.Equal(new VkManager(Person, "administrator"), Assert.Single(Ok(await Api.GetManagersAsync(Vk.GroupId, default))));
        Assert.Equal(["Анна Тестова", "Иван Примеров"], Ok(await Api.GetUsersAsync([Person, Stranger], default)).Select(user => $"{user.FirstName} {user.LastName}"));
    }

    [SkippableFact]
    public async Task Consent_is_told()
    {
        Assert.True(Ok(await Api.IsAllowedToWriteAsync(Vk.GroupId, Person, default)));
        Assert.False(Ok(await Api.IsAllowedToWriteAsync(Vk.GroupId, Stranger, default)));
    }

    [SkippableFact]
    public async Task History_is_newest_first_and_so_are_dialogs()
    {
        Vk.People.Write(Person, "первое");
        Vk.People.Write(Person, "второе");

        var history = Ok(await Api.GetHistoryAsync(Person, 0, 200, default));
        var dialog = Assert.Single(Ok(await Api.GetRecentAsync(0, 200, default)), conversation => conversation.PeerId == Person);

        Assert.Equal([2, 1], history.Where(message => message.FromId == Person).Select(message => message.ConversationMessageId));
        Assert.Contains("второе", history[0].Raw, StringComparison.Ordinal);
        Assert.Equal(2, dialog.LastMessage?.ConversationMessageId);
        Assert.True(dialog.CanWrite);

        Ok(await Api.SendAsync(new VkCall.Send(Person, 5, VkContent.Plain("ответ")), default));
        Vk.People.Write(Stranger, "третье");
        Assert.Equal([Stranger, Person], Ok(await Api.GetRecentAsync(0, 200, default)).Select(conversation => conversation.PeerId));
        var histories = Ok(await Api.GetHistoriesAsync([Person, Stranger], 2, default));
        Assert.Equal([3, 2], histories[Person].Select(message => message.ConversationMessageId));
        Assert.Equal((5, false), (histories[Person][0].RandomId, histories[Person][0].IsByHand));
        Assert.Contains("третье", Assert.Single(histories[Stranger]).Raw, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Words_by_hand_are_told_from_the_bots_own_in_the_history()
    {
        Vk.People.Write(Person, "вопрос");
        Ok(await Api.SendAsync(new VkCall.Send(Person, 5, VkContent.Plain("ответ")), default));
        Vk.People.AnswerByHand(Person, Stranger, "отвечу сама");

        var history = Ok(await Api.GetHistoryAsync(Person, 0, 200, default));

        Assert.Equal([true, false, false], history.Take(3).Select(message => message.IsByHand));
    }

    [SkippableFact]
    public async Task A_chat_is_seen_by_its_administrator()
    {
        var chat = Vk.People.CreateChat("Педсовет", Person, Stranger);
        Vk.People.InviteBot(chat, Person);
        Vk.People.MakeBotAdmin(chat);

        var seen = Assert.Single(Ok(await Api.GetConversationsAsync([chat], default)));
        var members = Ok(await Api.GetConversationMembersAsync(chat, 0, default));

        Assert.Equal((chat, "Педсовет", "in", 3), (seen.PeerId, seen.Title, seen.State, seen.MembersCount));
        Assert.Contains(members, member => member is { MemberId: Person, IsOwner: true });
        Assert.Contains(members, member => member.MemberId == -Vk.GroupId);
    }

    [SkippableFact]
    public async Task A_chat_is_closed_to_a_community_that_is_no_administrator()
    {
        var chat = Vk.People.CreateChat("Педсовет", Person);
        Vk.People.InviteBot(chat, Person);

        Assert.Empty(Ok(await Api.GetConversationsAsync([chat], default)));
        Assert.Equal(917, Refused(await Api.GetConversationMembersAsync(chat, 0, default)).Code);
    }

    [SkippableFact]
    public async Task A_chat_is_left_once()
    {
        var chat = Vk.People.CreateChat("Педсовет", Person, Stranger);
        Vk.People.InviteBot(chat, Person);

        Assert.True(Ok(await Api.LeaveChatAsync(chat, default)));

        Assert.Equal(("chat_kick_user", -Vk.GroupId), Vk.People.GroupChatOf(chat).Messages.Select(message => (message.Action, message.FromId)).Last());
        Assert.Equal(917, Refused(await Api.SendAsync(new VkCall.Send(chat, 1, VkContent.Plain("ещё здесь?")), default)).Code);
        Assert.Equal(935, Refused(await Api.LeaveChatAsync(chat, default)).Code);
    }

    [SkippableFact]
    public async Task VKs_clock_is_read()
    {
        var difference = (Ok(await Api.GetServerTimeAsync(default)) - Vk.Clock.GetUtcNow()).Duration();

        Assert.True(difference < TimeSpan.FromSeconds(5), $"{difference}");
    }

    [SkippableFact]
    public async Task Typing_and_reading_are_shown()
    {
        Vk.People.Write(Person, "вопрос");

        Assert.True(Ok(await Api.MarkAsReadAsync(Person, default)));
        Assert.True(Ok(await Api.SetTypingAsync(Person, default)));

        Assert.True(Vk.People.ChatOf(Person).Typing);
        Assert.All(Vk.People.ChatOf(Person).Messages, message => Assert.True(message.Read));
    }

    /// <summary>An implementation that talks to the simulator, with further settings.</summary>
    private IVkApi Connect(params (string Name, string Value)[] settings)
    {
        var room = Open(Vk, settings);
        _rooms.Add(room);
        return room.Api;
    }

    private protected static T Ok<T>(VkResult<T> result) => Assert.IsType<VkResult<T>.Ok>(result).Value;

    private protected static VkError Refused<T>(VkResult<T> result) => Assert.IsType<VkResult<T>.Error>(result).Problem;

    private protected static VkFault Failed<T>(VkResult<T> result) => Assert.IsType<VkResult<T>.Fault>(result).Problem;
}
