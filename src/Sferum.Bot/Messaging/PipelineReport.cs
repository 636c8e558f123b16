using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>How full the pipeline is, for <c>doctor</c>, the health addresses and the metrics.</summary>
public sealed class PipelineReport(Database database)
{
    /// <summary>Counting ends here: more is far too much, however much it is.</summary>
    private const int MostCounted = 1_000_000;

    public Task<PipelineState> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (db, token) =>
            {
                var inbox = db.GetTable<InboxRecord>();
                var outbox = db.GetTable<OutboxRecord>();
                return new PipelineState(
                    await inbox.Take(MostCounted).CountAsync(token),
                    await inbox.OrderBy(e => e.Id).Select(e => (DateTimeOffset?)e.ReceivedAt).FirstOrDefaultAsync(token),
                    await outbox.Take(MostCounted).CountAsync(token),
                    await outbox.OrderBy(m => m.Id).Select(m => (DateTimeOffset?)m.CreatedAt).FirstOrDefaultAsync(token),
                    await db.GetTable<DeadLetterRecord>().CountAsync(letter => letter.ReplayedAt == null, token),
                    await db.GetTable<CursorRecord>().MaxAsync(cursor => (DateTimeOffset?)cursor.UpdatedAt, token));
            },
            cancellationToken);
}

/// <param name="OldestEvent">When the oldest waiting event arrived; null when none waits.</param>
/// <param name="OldestMessage">When the oldest waiting message was written; null when none waits.</param>
/// <param name="LastRead">When a stream of events was read last; null when none ever was.</param>
public sealed record PipelineState(
    int WaitingEvents, DateTimeOffset? OldestEvent, int WaitingMessages, DateTimeOffset? OldestMessage, int DeadLetters, DateTimeOffset? LastRead);
