using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Privacy;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Transcripts.Office;

/// <summary>
/// The bot whole but for the messenger: real stores on a fresh database, real turns, a clock that a script moves. What
/// would be sent is read from the outbox; what VK would show of files and chats is told by the script.
/// </summary>
internal sealed class OfficeStage : IAsyncDisposable
{
    public const long Specialist = 103;

    private readonly ServiceProvider _services;
    private readonly string _files = Directory.CreateTempSubdirectory("sferum-office-").FullName;
    private readonly TurnWorker _worker;
    private readonly EvidenceCollector _collector;
    private readonly ChatLooker _looker;
    private readonly List<(DateTimeOffset At, IncomingEvent Event)> _arrived = [];
    private long _told;

    /// <param name="orders">Those in force; null: those of the repository.</param>
    /// <param name="zone">The office's; null: Moscow.</param>
    /// <param name="specialists">Further ones.</param>
    public OfficeStage(Database database, DateTimeOffset start, OrderBook? orders = null, TimeZoneInfo? zone = null, params IEnumerable<long> specialists)
    {
        Clock = new FakeTimeProvider(start);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(specialists.Select((id, i) => KeyValuePair.Create($"Office:Specialists:{i + 1}", (string?)$"{id}")))
            {
                ["Office:Name"] = "Управление образования Вымышленского округа",
                ["Office:Specialists:0"] = $"{Specialist}",
                ["Office:TimeZone"] = (zone ?? OfficeClock.Zone).Id,
                ["Storage:FilesPath"] = _files,
            })
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage(configuration);
        services.AddSingleton(database);
        services.AddMessaging();
        services.AddOrders(configuration);
        services.AddPrivacy(configuration);
        services.AddReminders();
        services.AddBroadcasts();
        services.AddTurns();
        services.AddSingleton(RepositoryAnswers.Sheet);
        services.AddSingleton(orders ?? Orders);
        services.AddSingleton(RepositoryAnswers.Data.Calendar);
        services.AddSingleton(RepositoryAnswers.Data.Reasons);
        services.AddSingleton(new DialogCore(Book, zone ?? OfficeClock.Zone, RepositoryAnswers.Desk.Answer));
        services.AddSingleton<IFileSource>(Vk);
        services.AddSingleton<IChatSource>(Vk);
        services.AddSingleton<ISentMessages>(Vk);
        _services = services.BuildServiceProvider();
        _worker = ActivatorUtilities.CreateInstance<TurnWorker>(_services);
        _collector = ActivatorUtilities.CreateInstance<EvidenceCollector>(_services);
        _looker = ActivatorUtilities.CreateInstance<ChatLooker>(_services);
    }

    public static DialogBook Book { get; } = LoadBook();

    public static OrderBook Orders { get; } = LoadOrders();

    public FakeTimeProvider Clock { get; }

    public ShownVk Vk { get; } = new();

    /// <summary>All that has arrived, with its time.</summary>
    public IReadOnlyList<(DateTimeOffset At, IncomingEvent Event)> Arrived => _arrived;

    public Database Database => _services.GetRequiredService<Database>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<long> AddInstitutionAsync(string name, string type, string code) =>
        await Database.InTransactionAsync(
            async (db, token) =>
            {
                var id = await Get<RosterStore>().AddAsync(db, 0, name, type, token);
                await Get<ClaimStore>().IssueAsync(db, 0, id, token, code);
                return id;
            },
            CancellationToken.None);

    /// <summary>An event arrives and everything that comes of it happens, files and looks at chats included.</summary>
    public async Task ArriveAsync(long peerId, long personId, Incoming content, string? eventId = null)
    {
        var arrived = new IncomingEvent(eventId ?? $"e{_arrived.Count + 1}", peerId, personId, content);
        _arrived.Add((Clock.GetUtcNow(), arrived));
        await Get<InboxStore>().StoreAsync([arrived], null, CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>A person writes, with a photo if there is to be one, and everything that comes of it happens.</summary>
    public Task WriteAsync(long person, string text, bool withPhoto = false)
    {
        var number = _arrived.Count + 1;
        ImmutableArray<IncomingAttachment> files = withPhoto ? [new IncomingAttachment("photo", $"photo1_{number}", "a.jpg", "https://files.example/1", 1000)] : [];
        return ArriveAsync(person, person, new Incoming.Message(text, null, null, files, number, number));
    }

    /// <summary>The bot looks whether anybody is to be reminded now.</summary>
    /// <returns>How many people were.</returns>
    public Task<int> RemindAsync() => Get<ReminderSender>().RemindAsync(CancellationToken.None);

    /// <summary>The bot looks whether the specialist's digest is due.</summary>
    /// <returns>How many were told.</returns>
    public Task<int> DigestAsync() => Get<DigestSender>().SendAsync(CancellationToken.None);

    /// <summary>The bot looks what is to be done with broadcasts now.</summary>
    public Task BroadcastAsync() => Get<BroadcastSender>().TickAsync(CancellationToken.None);

    /// <summary>Each message that waits is tried once.</summary>
    /// <param name="outcome">What comes of it; null: VK takes it, or refuses it as the script has told.</param>
    public async Task SendAsync(Func<OutboxRow, SendVerdict>? outcome = null)
    {
        var outbox = Get<OutboxStore>();
        while (await outbox.DueAsync(1_000, [], unasked: true, DateTimeOffset.MinValue, CancellationToken.None) is { Count: > 0 } due)
        {
            var obstacles = await Database.ReadAsync((db, token) => PeerStore.ObstaclesAsync(db, [.. due.Select(row => row.PeerId)], token), CancellationToken.None);
            await outbox.RecordAsync([.. due.Select(outcome ?? (row => VerdictOf(row, obstacles.GetValueOrDefault(row.PeerId).Muted)))], CancellationToken.None);
        }

        SendVerdict VerdictOf(OutboxRow row, bool muted) => SendPolicy.BeforeAttempt(row, unreachable: false, Clock.GetUtcNow(), muted)
            ?? (Vk.Refusing.TryGetValue(row.PeerId, out var code)
                ? new SendVerdict.Finished(row, Fate.Unreachable, code)
                : new SendVerdict.Finished(row, Fate.Sent, MessageId: row.Id, ConversationMessageId: row.Id));
    }

    public async Task SettleAsync()
    {
        int done;
        do
        {
            done = await _worker.HandleWaitingAsync(CancellationToken.None);
            done += await _collector.CollectAsync(CancellationToken.None);
            done += await _looker.LookAsync(CancellationToken.None);
        }
        while (done > 0);
    }

    /// <summary>What was put into the outbox since the last question, in order.</summary>
    public async Task<IReadOnlyList<(long Peer, Outgoing Content)>> NewsAsync()
    {
        var rows = await Database.ReadAsync(
            async (db, token) =>
            {
                var waiting = await db.GetTable<OutboxRecord>().Where(m => m.Id > _told).Select(m => new { m.Id, m.PeerId, m.Content }).ToListAsync(token);
                var sent = await db.GetTable<OutboxDoneRecord>()
                    .Where(m => m.Id > _told && m.Fate != Fate.Cancelled)
                    .Select(m => new { m.Id, m.PeerId, m.Content })
                    .ToListAsync(token);
                return waiting.Concat(sent).OrderBy(m => m.Id).ToList();
            },
            CancellationToken.None);
        _told = rows.Count > 0 ? rows[^1].Id : _told;
        return [.. rows.Select(m => (m.PeerId, MessagingJson.ReadOutgoing(m.Content)))];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    private static DialogBook LoadBook()
    {
        var faults = new Faults();
        return DialogBook.Load(DialogFolder.Root, faults) ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    private static OrderBook LoadOrders()
    {
        var faults = new Faults();
        var book = OrderFolder.Load(DialogFolder.Root, DialogInputs.Names, faults);
        return faults.Count == 0 ? book : throw new InvalidOperationException(string.Join('\n', faults));
    }
}
