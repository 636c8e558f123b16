using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>How full the pipeline is, for <c>doctor</c> and the health addresses.</summary>
public sealed class PipelineReport(Database database)
{
    public Task<PipelineState> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (db, token) =>
            {
                var inbox = db.GetTable<InboxRecord>().Where(e => e.HandledAt == null);
                var outbox = db.GetTable<OutboxRecord>().Where(m => m.Fate == Fate.Queued);
                return new PipelineState(
                    await inbox.CountAsync(token),
                    await inbox.OrderBy(e => e.Id).Select(e => (DateTimeOffset?)e.ReceivedAt).FirstOrDefaultAsync(token),
                    await outbox.CountAsync(token),
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
