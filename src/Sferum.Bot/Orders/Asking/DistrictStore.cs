using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders.Asking;

/// <summary>Answers questions about the district from what stands now, in one round trip; what counts as what is said in <see cref="DistrictStatus"/>.</summary>
public sealed class DistrictStore(OrderBook orders, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>What an institution or the office does to how it stands.</summary>
    private static readonly ImmutableArray<string> AllActions = ["reported", "accepted", "returned", "withdrawn", "told_by_phone", "promised", "extended", "excused", "claimed"];

    private DateOnly Today => office.Value.GetZone().DayOf(clock.GetUtcNow());

    public async Task<StandingAnswer> AskAsync(DataConnection db, DistrictQuery.Standing query, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var institutions = AskRoster(trip, clock.GetUtcNow());
        var lines = new QueryLines(orders.Now, query.Points);

        // The points of another order with the same numbers come along and are not looked at: one scan beats a join here.
        var points = trip.Rows("l", RowSet.Column.Of("point", lines.Keys.Select(key => key.Point).Distinct()));
        var reports = trip.Ask(
            $"""
            select r.institution_id, r.order_number, r.point, r.status from report r
            where r.status <> 'withdrawn' and r.point in (select l.point from {points.Sql})
            """,
            row => (Key: (row.Long(0), new LineKey(row.Text(1), row.Text(2))), Status: row.Text(3)),
            points.Parameters);
        var promises = trip.Ask(
            $"""
            select p.institution_id, p.order_number, p.point, p.due from promise p
            where p.point in (select l.point from {points.Sql})
            """,
            row => (Key: (row.Long(0), new LineKey(row.Text(1), row.Text(2))), Due: row.Day(3)),
            points.Parameters);
        var decisions = LineDecisionStore.Ask(trip);
        await trip.RunAsync(cancellationToken);
        return new StandingCount(
                lines,
                reports.Rows.ToDictionary(r => r.Key, r => r.Status),
                promises.Rows.ToDictionary(p => p.Key, p => p.Due),
                decisions.Rows.ToDictionary(d => (d.Line.InstitutionId, d.Line.Key), d => d.Due),
                Today)
            .Of(query, [.. institutions.Rows.OrderBy(line => line.Institution.Name, NaturalOrder.Names)]);
    }

    public async Task<ChangesAnswer> AskAsync(DataConnection db, DistrictQuery.Changes query, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var roster = AskRoster(trip, clock.GetUtcNow());
        var since = office.Value.GetZone().At(query.Since, TimeOnly.MinValue);
        var actions = trip.Rows("a", RowSet.Column.Of("action", query.Actions.IsDefaultOrEmpty ? AllActions : query.Actions));
        var entries = trip.Ask(
            $"""
            select j.institution_id, j.order_number, j.point, j.action, max(j.at)
            from {actions.Sql} join journal j on j.action = a.action
            where j.at >= @since and j.institution_id is not null and (j.action <> 'claimed' or j.data like '%"role":"head"%')
            group by j.institution_id, j.order_number, j.point, j.action
            order by max(j.seq) desc
            """,
            row => (Institution: row.Long(0), Order: row.TextOrNull(1), Point: row.TextOrNull(2), Action: row.Text(3), At: row.Instant(4)),
            [.. actions.Parameters, trip.Instant("since", since)]);
        await trip.RunAsync(cancellationToken);

        var lines = new QueryLines(orders.Now, query.Points);
        var known = roster.Rows.Where(i => query.Types.IsDefaultOrEmpty || query.Types.Contains(i.Institution.Type)).ToDictionary(i => i.Institution.Id, i => i.Institution);
        var changed = entries.Rows
            .Where(e => known.ContainsKey(e.Institution))
            .Select(e => (e.Institution, Line: e is { Order: { } order, Point: { } point } ? new LineKey(order, point) : (LineKey?)null, e.Action, e.At))
            .Where(e => e.Line is { } line ? lines.Has(line) : query.Points.IsDefaultOrEmpty)
            .ToList();
        return new ChangesAnswer(
            [.. changed.GroupBy(e => e.Institution).Select(g => new ChangedInstitution(known[g.Key], [.. g.Select(e => new LineChange(e.Action, e.Line is { } line ? lines.PointOf(line) : null, e.At))]))],
            [.. AllActions.Select(action => changed.Where(e => e.Action == action).ToList()).Where(of => of.Count > 0)
                .Select(of => new ActionTally(of[0].Action, of.Select(e => e.Institution).Distinct().Count(), of.Count))]);
    }

    /// <summary>The whole roster by name, with who has come.</summary>
    internal static RoundTrip.Answer<RosterLine> AskRoster(RoundTrip trip, DateTimeOffset now) => trip.Ask(
        $"""
        select i.id, i.name, i.type,
            exists (select 1 from membership m where m.institution_id = i.id and m.role = @head and {Memberships.AtNow}) as joined
        from institution i
        where not i.archived
        order by i.name
        """,
        row => new RosterLine(new Institution(row.Long(0), row.Text(1), row.Text(2)), row.Flag(3)),
        new DataParameter("head", PostRole.Head, DataType.NVarChar),
        trip.Instant("now", now));
}

/// <param name="Joined">Its head has claimed his code.</param>
internal sealed record RosterLine(Institution Institution, bool Joined);
