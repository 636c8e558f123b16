using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Messaging;

/// <summary>The stores of the room over one fresh database and one clock.</summary>
internal sealed class Pipeline
{
    private Pipeline(Database database)
    {
        Database = database;
        Peers = new PeerStore(database, Clock);
        Inbox = new InboxStore(database, Clock, new InboxSignal());
        DeadLetters = new DeadLetterStore(database, Clock, new InboxSignal());
        Outbox = new OutboxStore(database, Peers, Clock, new OutboxSignal());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 4, 15, 6, 0, 0, TimeSpan.Zero));

    public Database Database { get; }

    public PeerStore Peers { get; }

    public InboxStore Inbox { get; }

    public DeadLetterStore DeadLetters { get; }

    public OutboxStore Outbox { get; }

    public static async Task<Pipeline> CreateAsync(DatabaseFixture fixture) => new(await fixture.CreateAsync());

    public OutboxSender Sender(IMessageTransport transport) =>
        new(Database, Outbox, Peers, transport, new OutboxSignal(), Clock, NullLogger<OutboxSender>.Instance);

    public Task<int> StoreAsync(params IncomingEvent[] events) => Inbox.StoreAsync(events, null, CancellationToken.None);

    public Task EnqueueAsync(params NewOutgoing[] messages) =>
        Database.InTransactionAsync((db, token) => Outbox.EnqueueAsync(db, messages, token), CancellationToken.None);

    public Task<bool> CompleteAsync(InboxRow row) =>
        Database.InTransactionAsync((db, token) => Inbox.CompleteAsync(db, row, token), CancellationToken.None);

    /// <summary>The ledger, oldest row first.</summary>
    public Task<List<OutboxRecord>> RowsAsync() =>
        Database.ReadAsync((db, token) => db.GetTable<OutboxRecord>().OrderBy(row => row.Id).ToListAsync(token), CancellationToken.None);

    public Task DamageAsync(long rowId) =>
        Database.InTransactionAsync(
            (db, token) => (Task)db.GetTable<OutboxRecord>().Where(row => row.Id == rowId).Set(row => row.Content, "{").UpdateAsync(token),
            CancellationToken.None);

    public async Task<bool> IsUnreachableAsync(long peerId) =>
        (await Database.ReadAsync((db, token) => Peers.UnreachableAsync(db, [peerId], token), CancellationToken.None)).Contains(peerId);
}
