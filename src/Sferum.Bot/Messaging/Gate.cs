using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// The one gate for everything that nobody asked for (law 4 of the design): outside the quiet hours and days off, and one
/// message for each person and day. Who does not want such messages is left out by those who choose the people; the sender
/// asks for the hours once more before each message goes out.
/// </summary>
public sealed class Gate(UnaskedHours hours, TimeProvider clock)
{
    public bool IsOpen => hours.IsOpen(clock.GetUtcNow());

    /// <summary>Claims the one message of this day for each of these people, in the transaction that puts it into the outbox.</summary>
    /// <returns>Those who have not had one today; the others may not be written to.</returns>
    public async Task<IReadOnlySet<long>> TakeDayAsync(DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!hours.IsOpen(now))
        {
            return new HashSet<long>();
        }

        var trip = RoundTrip.On(db);

        // In one order everywhere, so that two processes can't wait for each other's rows.
        var people = trip.Rows("r", RowSet.Column.Of("person_id", personIds.Distinct().Order()));
        var taken = trip.Ask(
            $"insert into unasked_day (person_id, day, sent_at) select r.person_id, @day, @now from {people.Sql} where true on conflict (person_id, day) do nothing returning person_id",
            row => row.Long(0),
            [new DataParameter("day", hours.DayOf(now)), trip.Instant("now", now), .. people.Parameters]);
        await trip.RunAsync(cancellationToken);
        return taken.Rows.ToHashSet();
    }

    /// <summary>Removes the days of long ago.</summary>
    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(
            "delete from unasked_day where (person_id, day) in (select person_id, day from unasked_day where sent_at < @old limit @most)",
            [trip.Instant("old", now - Housekeeper.MessageRetention), new DataParameter("most", most)],
            rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }
}
