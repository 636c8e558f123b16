using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Events that could not be handled, with the reason; nothing is ever lost silently.</summary>
public sealed class DeadLetterStore(Database database, TimeProvider clock, InboxSignal signal)
{
    public Task<IReadOnlyList<DeadLetter>> WaitingAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (db, token) => (IReadOnlyList<DeadLetter>)await db.GetTable<DeadLetterRecord>()
                .Where(letter => letter.ReplayedAt == null)
                .OrderBy(letter => letter.Id)
                .Take(most)
                .Select(letter => new DeadLetter(letter.Id, letter.EventId, letter.PeerId, letter.Reason, letter.FailedAt))
                .ToListAsync(token),
            cancellationToken);

    /// <summary>Puts the event back into the inbox, behind whatever its person has sent since.</summary>
    /// <returns>False when there is no such letter, or it was put back before.</returns>
    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        var replayed = await database.InTransactionAsync((db, token) => ReplayAsync(db, id, token), cancellationToken);
        if (replayed)
        {
            signal.Signal();
        }

        return replayed;
    }

    private async Task<bool> ReplayAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var letters = db.GetTable<DeadLetterRecord>().Where(letter => letter.Id == id && letter.ReplayedAt == null);
        if (await letters.Set(letter => letter.ReplayedAt, now).UpdateAsync(cancellationToken) == 0)
        {
            return false;
        }

        var letter = await db.GetTable<DeadLetterRecord>().FirstAsync(letter => letter.Id == id, cancellationToken);
        await db.InsertAsync(
            new InboxRecord
            {
                EventId = letter.EventId,
                PeerId = letter.PeerId,
                PersonId = letter.PersonId,
                Content = letter.Content,
                ReceivedAt = letter.ReceivedAt,
                NextTryAt = now,
            },
            token: cancellationToken);
        return true;
    }
}

public sealed record DeadLetter(long Id, string EventId, long PeerId, string Reason, DateTimeOffset FailedAt);
