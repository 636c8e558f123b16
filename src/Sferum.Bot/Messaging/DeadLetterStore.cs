using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>Events that could not be handled, with the reason; nothing is ever lost silently.</summary>
public sealed class DeadLetterStore(Database database)
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
}

public sealed record DeadLetter(long Id, string EventId, long PeerId, string Reason, DateTimeOffset FailedAt);
