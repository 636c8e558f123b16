using System.Diagnostics.Metrics;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Calendar;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

/// <summary>The stores of the room over one fresh database and one clock.</summary>
internal sealed class Pipeline
{
    private Pipeline(Database database)
    {
        Database = database;
        Contents = new ContentStore(Options.Create(new StorageOptions { FilesPath = Path.Combine(Path.GetTempPath(), $"sferum-pipeline-{Guid.NewGuid():N}") }), Clock);
        Peers = new PeerStore(database, Clock);
        Inbox = new InboxStore(database, Clock, new InboxSignal());
        DeadLetters = new DeadLetterStore(database, Clock, new InboxSignal());
        Outbox = NewOutbox();
    }

    public static PipelineMetrics Metrics { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 4, 15, 6, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    /// <summary>In a folder that is not there until something is put into it.</summary>
    public ContentStore Contents { get; }

    public PeerStore Peers { get; }

    public InboxStore Inbox { get; }

    public DeadLetterStore DeadLetters { get; }

    public OutboxStore Outbox { get; private set; }

    public static async Task<Pipeline> CreateAsync(DatabaseFixture fixture) => new(await fixture.CreateAsync());

    /// <summary>A sender that took the lead just now.</summary>
    public SendTerm Sender(IMessageTransport transport) => new OutboxSender(
        Database,
        Outbox,
        transport,
        new Leadership(Database, Clock, NullLogger<Leadership>.Instance),
        new OutboxSignal(),
        Metrics,
        UnaskedHoursTests.Hours(ProductionCalendarTests.Shipped),
        Clock,
        NullLogger<OutboxSender>.Instance).BeginTerm();

    /// <summary>Sends what is due and waits until it is written down.</summary>
    /// <returns>How many rows were taken up.</returns>
    public static async Task<int> SendAsync(SendTerm sender)
    {
        var taken = await sender.StartDueAsync(CancellationToken.None);
        await sender.SettleAsync();
        return taken;
    }

    public Task<int> StoreAsync(params IncomingEvent[] events) => Inbox.StoreAsync(events, null, CancellationToken.None);

    public Task EnqueueAsync(params NewOutgoing[] messages) =>
        Database.InTransactionAsync((db, token) => Outbox.EnqueueAsync(db, messages, token), CancellationToken.None);

    /// <summary>The ids of the events that a worker would take now; it takes them and dies.</summary>
    public Task<string[]> WaitingAsync(int most = 10) =>
        Database.ReadAsync(async (db, token) => (await Inbox.TakeAsync(db, most, token)).Select(row => row.EventId).ToArray(), CancellationToken.None);

    /// <summary>Takes events and completes them in one transaction.</summary>
    public Task<IReadOnlyList<InboxRow>> HandleAsync(int most = 10) => Database.InTransactionAsync(
        async (db, token) =>
        {
            var rows = await Inbox.TakeAsync(db, most, token);
            await Inbox.CompleteAsync(db, rows, token);
            return rows;
        },
        CancellationToken.None);

    public async Task PruneAsync()
    {
        using var housekeeper = new Housekeeper(
            Database, new Leadership(Database, Clock, NullLogger<Leadership>.Instance), Contents, [], Clock, NullLogger<Housekeeper>.Instance);
        await housekeeper.PruneAsync(CancellationToken.None);
    }

    /// <summary>What waits in the outbox, oldest row first.</summary>
    public Task<List<OutboxRecord>> QueuedAsync() =>
        Database.ReadAsync((db, token) => db.GetTable<OutboxRecord>().OrderBy(row => row.Id).ToListAsync(token), CancellationToken.None);

    /// <summary>What has its fate, oldest row first.</summary>
    public Task<List<OutboxDoneRecord>> DoneAsync() =>
        Database.ReadAsync((db, token) => db.GetTable<OutboxDoneRecord>().OrderBy(row => row.Id).ToListAsync(token), CancellationToken.None);

    public Task DamageAsync(long rowId) => RewriteAsync(rowId, "{");

    /// <summary>Another version of the bot wrote this row, and this one was started after it.</summary>
    public async Task RewriteAsync(long rowId, string content)
    {
        await Database.InTransactionAsync(
            (db, token) => (Task)db.GetTable<OutboxRecord>().Where(row => row.Id == rowId).Set(row => row.Content, content).UpdateAsync(token),
            CancellationToken.None);
        Outbox = NewOutbox();
    }

    public async Task<bool> IsUnreachableAsync(long peerId) =>
        (await Database.ReadAsync((db, token) => PeerStore.ObstaclesAsync(db, [peerId], token), CancellationToken.None)).GetValueOrDefault(peerId).Unreachable;

    private OutboxStore NewOutbox() => new(Database, Peers, Clock, new OutboxSignal());
}
