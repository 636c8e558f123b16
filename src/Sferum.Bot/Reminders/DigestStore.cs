using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reminders;

/// <summary>On which days the specialist's digest was made: once, whatever replica has begun it.</summary>
public sealed class DigestStore(TimeProvider clock)
{
    internal static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    public async Task<bool> IsMadeAsync(DataConnection db, DateOnly day, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var made = trip.Ask("select 1 from digest d where d.day = @day", row => row.Int(0), new DataParameter("day", day));
        await trip.RunAsync(cancellationToken);
        return made.Rows.Count > 0;
    }

    /// <summary>Makes this day's digest the caller's, in the transaction that puts it into the outbox.</summary>
    /// <returns>Whether it is; and when the one before was made.</returns>
    public async Task<(bool IsMine, DateTimeOffset? Last)> TakeAsync(DataConnection db, DateOnly day, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var last = trip.Ask("select d.made_at from digest d where d.day < @day order by d.day desc limit 1", row => row.Instant(0), new DataParameter("day", day));
        var taken = trip.Ask(
            "insert into digest (day, made_at) values (@day, @now) on conflict (day) do nothing returning day",
            row => row.Day(0),
            new DataParameter("day", day),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        return (taken.Rows.Count > 0, last.Rows is [var before] ? before : null);
    }

    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(
            "delete from digest where day in (select d.day from digest d where d.made_at < @old limit @most)",
            [trip.Instant("old", now - Retention), new DataParameter("most", most)],
            rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }
}
