using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>On which days people have had a message that they did not ask for.</summary>
public sealed class UnaskedDayStore
{
    /// <returns>Those for whom this is the first one of the day.</returns>
    public async Task<IReadOnlySet<long>> TakeAsync(
        DataConnection db, IReadOnlyCollection<long> personIds, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);

        // In one order everywhere, so that two processes can't wait for each other's rows.
        var people = trip.Rows("r", RowSet.Column.Of("person_id", personIds.Distinct().Order()));
        var taken = trip.Ask(
            $"insert into unasked_day (person_id, day, sent_at) select r.person_id, @day, @now from {people.Sql} where true on conflict (person_id, day) do nothing returning person_id",
            row => row.Long(0),
            [new DataParameter("day", day), trip.Instant("now", now), .. people.Parameters]);
        await trip.RunAsync(cancellationToken);
        return taken.Rows.ToHashSet();
    }

    /// <summary>Which of these people have had theirs on this day.</summary>
    public async Task<IReadOnlySet<long>> HadAsync(DataConnection db, IReadOnlyCollection<long> personIds, DateOnly day, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var people = trip.Numbers("people", personIds);
        var had = trip.Ask($"select u.person_id from unasked_day u where u.day = @day and {people.Has("u.person_id")}", row => row.Long(0), new DataParameter("day", day), people.Parameter);
        await trip.RunAsync(cancellationToken);
        return had.Rows.ToHashSet();
    }

    /// <summary>What they were to have on this day did not go out.</summary>
    internal static void GiveBack(RoundTrip trip, IReadOnlyCollection<long> personIds, DateOnly day)
    {
        var people = trip.Numbers("people", personIds);
        trip.Do($"delete from unasked_day where {people.Has("person_id")} and day = @day", [people.Parameter, new DataParameter("day", day)]);
    }

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
