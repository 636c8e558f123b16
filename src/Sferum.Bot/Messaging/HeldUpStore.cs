using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Messages that wait in the outbox because they could not go out so far, to be taken back (<see cref="Fate.Cancelled"/>) by
/// those to whom they have lost their point. What may be on its way at this moment, or may have arrived, is never among them.
/// </summary>
public sealed class HeldUpStore(Database database, TimeProvider clock)
{
    /// <summary>Longer than an attempt takes with all its timeouts, so that whatever was tried has its outcome written down.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(2);

    /// <summary>Longer than it takes to take a message back.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>Messages of this purpose that are not on their way, held until the transaction ends.</summary>
    /// <param name="isClosed">
    /// The gate is closed: what has waited for longer than an attempt takes is not tried. While it is open, only what waits
    /// for its next attempt is sure not to be.
    /// </param>
    internal async Task<IReadOnlyList<HeldUp>> FindAsync(DataConnection db, SendPurpose purpose, bool isClosed, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var held = trip.Ask(
            $"""
            select m.id, m.peer_id, m.created_at from outbox m
            where m.purpose = @purpose and m.uncertain = @no and {(isClosed ? "m.next_try_at < @then" : "m.attempts > 0 and m.next_try_at > @then")}
            order by m.id
            {database.SkipLocked("m")}
            """,
            row => new HeldUp(row.Long(0), row.Long(1), row.Instant(2)),
            new DataParameter("purpose", (int)purpose),
            new DataParameter("no", false, LinqToDB.DataType.Boolean),
            trip.Instant("then", isClosed ? now - LongestAttempt : now + Margin));
        await trip.RunAsync(cancellationToken);
        return held.Rows;
    }

    /// <summary>Takes them back.</summary>
    /// <param name="held">Found within the same transaction.</param>
    internal void TakeBack(RoundTrip trip, IReadOnlyCollection<HeldUp> held)
    {
        var ids = trip.Numbers("ids", held.Select(row => row.Id));
        trip.Do(
            $"""
            insert into outbox_done (id, peer_id, purpose, content, created_at, attempts, fate, code, reason, message_id, conversation_message_id, finished_at)
            select m.id, m.peer_id, m.purpose, m.content, m.created_at, m.attempts, {(int)Fate.Cancelled}, m.code, m.reason, null, null, @now
            from outbox m where {ids.Has("m.id")}
            """,
            [trip.Instant("now", clock.GetUtcNow()), ids.Parameter]);
        trip.Do($"delete from outbox where {ids.Has("id")}", [ids.Parameter]);
    }
}

internal sealed record HeldUp(long Id, long PeerId, DateTimeOffset CreatedAt);
