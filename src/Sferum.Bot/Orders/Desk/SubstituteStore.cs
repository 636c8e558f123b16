using System.Globalization;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders.Desk;

/// <summary>Who is what at the specialist's desk: by the settings, by running the community, and for a time by word of those.</summary>
public sealed class SubstituteStore(JournalStore journal, CommunityManagers managers, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>So many days may somebody stand in.</summary>
    public const int LongestDays = 366;

    private const string Columns = "s.id, s.person_id, s.since, s.until, s.granted_by, s.ended_at";

    private const string StandsIn = "s.since <= @today and s.until >= @today and s.ended_at is null";

    private DateOnly Today => office.Value.GetZone().DayOf(clock.GetUtcNow());

    /// <summary>What the person is at the desk, the role that may do most first; an administrator who stands in stays one.</summary>
    public async Task<IReadOnlyList<DeskRole>> RolesOfAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var lasting = LastingOf(personId);
        var standsIn = lasting != DeskRole.Specialist && await IsSpecialistAsync(db, office.Value, clock, personId, cancellationToken);
        return [.. new[] { standsIn ? DeskRole.Substitute : DeskRole.None, lasting }.Where(role => role != DeskRole.None)];
    }

    /// <summary>Who acts as specialist now: those of the settings and those who stand in today.</summary>
    public async Task<IReadOnlyList<long>> ActingAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var standing = trip.Ask(
            $"select distinct s.person_id from substitute s where {StandsIn} order by s.person_id",
            row => row.Long(0),
            new DataParameter("today", Today, DataType.Date));
        await trip.RunAsync(cancellationToken);
        return [.. office.Value.Specialists.Concat(standing.Rows).Distinct()];
    }

    /// <summary>By the settings or standing in today: every write of the desk asks this.</summary>
    internal static async Task<bool> IsSpecialistAsync(
        DataConnection db, OfficeOptions office, TimeProvider clock, long personId, CancellationToken cancellationToken)
    {
        if (office.Specialists.Contains(personId))
        {
            return true;
        }

        var trip = RoundTrip.On(db);
        var now = AskActing(trip, office.GetZone().DayOf(clock.GetUtcNow()), [personId]);
        await trip.RunAsync(cancellationToken);
        return now.Rows.Count > 0;
    }

    /// <summary>Those of these persons who stand in on this day.</summary>
    internal static RoundTrip.Answer<long> AskActing(RoundTrip trip, DateOnly today, IReadOnlyCollection<long> personIds)
    {
        var persons = trip.Numbers("standing_in", personIds);
        return trip.Ask(
            $"""
            select distinct s.person_id from substitute s
            where {persons.Has("s.person_id")} and {StandsIn}
            """,
            row => row.Long(0),
            persons.Parameter,
            new DataParameter("today", today, DataType.Date));
    }

    /// <summary>What somebody is without standing in for anybody: as the settings say, and else whoever runs the community is an administrator.</summary>
    internal DeskRole LastingOf(long personId) =>
        office.Value.Specialists.Contains(personId) ? DeskRole.Specialist
        : office.Value.Administrators.Contains(personId) || managers.Contains(personId) ? DeskRole.Administrator
        : office.Value.Chiefs.Contains(personId) ? DeskRole.Chief
        : DeskRole.None;

    /// <summary>A specialist or an administrator lets somebody stand in from one day to another, both included.</summary>
    public async Task<WriteResult> GrantAsync(
        DataConnection db, long actorId, long personId, DateOnly since, DateOnly until, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (LastingOf(actorId) is not (DeskRole.Specialist or DeskRole.Administrator))
        {
            return WriteResult.NotAllowed;
        }

        if (personId <= 0 || until < since || until < Today || until > Today.AddDays(LongestDays))
        {
            return WriteResult.Incomplete;
        }

        if ((await AllAsync(db, cancellationToken)).Any(s => s.PersonId == personId && s.Since == since && s.Until == until && !s.IsOver(Today)))
        {
            return WriteResult.Unchanged;
        }

        var trip = RoundTrip.On(db);
        trip.Do(
            "insert into substitute (person_id, since, until, granted_by, granted_at) values (@person, @since, @until, @by, @now)",
            [
                new DataParameter("person", personId), new DataParameter("since", since, DataType.Date), new DataParameter("until", until, DataType.Date),
                new DataParameter("by", actorId), trip.Instant("now", clock.GetUtcNow()),
            ]);
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, actorId, "substitute_granted", personId, since, until, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Ends the time of one who stands in, begun or not.</summary>
    public async Task<WriteResult> EndAsync(DataConnection db, long actorId, long id, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (LastingOf(actorId) is not (DeskRole.Specialist or DeskRole.Administrator))
        {
            return WriteResult.NotAllowed;
        }

        if ((await AllAsync(db, cancellationToken)).FirstOrDefault(s => s.Id == id) is not { } substitute)
        {
            return WriteResult.NotFound;
        }

        if (substitute.IsOver(Today))
        {
            return WriteResult.Unchanged;
        }

        var trip = RoundTrip.On(db);
        trip.Do("update substitute set ended_at = @now where id = @id", [trip.Instant("now", clock.GetUtcNow()), new DataParameter("id", id)]);
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, actorId, "substitute_ended", substitute.PersonId, substitute.Since, substitute.Until, cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>All who stand in, have stood in or will, the latest first.</summary>
    public async Task<IReadOnlyList<Substitute>> AllAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var all = trip.Ask(
            $"select {Columns} from substitute s order by s.until desc, s.id desc",
            row => new Substitute(row.Long(0), row.Long(1), row.Day(2), row.Day(3), row.Long(4), row.InstantOrNull(5)));
        await trip.RunAsync(cancellationToken);
        return all.Rows;
    }

    private Task<long> AppendAsync(
        DataConnection db, long actorId, string action, long personId, DateOnly since, DateOnly until, CancellationToken cancellationToken) =>
        journal.AppendAsync(
            db,
            new JournalEntry(
                actorId,
                action,
                OrdersJson.Write([("person", personId.ToString(CultureInfo.InvariantCulture)), ("since", $"{since:yyyy-MM-dd}"), ("until", $"{until:yyyy-MM-dd}")])),
            cancellationToken);
}

/// <param name="Since">The first day, by the office's calendar.</param>
/// <param name="Until">The last day.</param>
/// <param name="EndedAt">When it was ended before its time; null: it was not.</param>
public sealed record Substitute(long Id, long PersonId, DateOnly Since, DateOnly Until, long GrantedBy, DateTimeOffset? EndedAt)
{
    public bool IsOver(DateOnly today) => EndedAt is not null || Until < today;
}
