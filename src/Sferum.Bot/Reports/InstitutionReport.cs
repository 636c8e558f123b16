using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>Everything the office has of one institution.</summary>
public sealed class InstitutionReport(RosterStore roster, ReportStore reports, JournalStore journal, EvidenceReport evidence, OrderBook orders, TimeProvider clock)
{
    /// <returns>Null when there is no such institution.</returns>
    public async Task<InstitutionCard?> OfAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        if (!(await roster.LoadAsync(db, [id], cancellationToken)).TryGetValue(id, out var institution))
        {
            return null;
        }

        var standing = (await reports.OfInstitutionsAsync(db, [id], cancellationToken)).ToDictionary(r => r.Line.Key);
        var files = await evidence.OfAsync(db, [.. standing.Values.Select(r => r.Id)], cancellationToken);
        var lines = orders.LinesFor(institution.Type);
        var history = await journal.HistoryAsync(db, [.. lines.Select(l => new ReportLine(id, l.Key.Order, l.Key.Point))], cancellationToken);
        var trip = RoundTrip.On(db);
        var decisions = LineDecisionStore.AskOfInstitutions(trip, trip.Numbers("institutions", [id]));
        var promises = trip.Ask(
            "select p.order_number, p.point, p.due from promise p where p.institution_id = @id",
            row => (Key: new LineKey(row.Text(0), row.Text(1)), Due: row.Day(2)),
            new DataParameter("id", id));
        var people = trip.Ask(
            "select m.person_id, m.role, m.since, m.until from membership m where m.institution_id = @id order by m.since desc, m.id desc",
            row => new InstitutionPerson(row.Long(0), row.Text(1), row.Instant(2), row.InstantOrNull(3)),
            new DataParameter("id", id));
        var codes = trip.Ask(
            """
            select c.issued_at, c.expires_at, c.used_at, c.revoked_at from claim_code c
            where c.institution_id = @id and c.role = 'head' order by c.id desc limit 1
            """,
            row => new InstitutionCode(row.Instant(0), row.Instant(1), row.InstantOrNull(2), row.InstantOrNull(3)),
            new DataParameter("id", id));
        await trip.RunAsync(cancellationToken);
        var decided = decisions.Rows.ToDictionary(d => d.Line.Key);
        var promised = promises.Rows.ToDictionary(p => p.Key, p => p.Due);
        return new InstitutionCard(
            institution,
            [
                .. lines.Select(line => new InstitutionLine(
                    line,
                    standing.GetValueOrDefault(line.Key),
                    decided.GetValueOrDefault(line.Key),
                    promised.TryGetValue(line.Key, out var due) ? due : null,
                    standing.TryGetValue(line.Key, out var report) ? [.. files[report.Id]] : [],
                    [.. history[new ReportLine(id, line.Key.Order, line.Key.Point)]])),
            ],
            [.. people.Rows],
            codes.Rows is [var code] ? code : null,
            clock.GetUtcNow());
    }
}

/// <param name="Code">The last one for a head; null when there never was any.</param>
public sealed record InstitutionCard(
    Institution Institution, ImmutableArray<InstitutionLine> Lines, ImmutableArray<InstitutionPerson> People, InstitutionCode? Code, DateTimeOffset At);

/// <param name="Report">What stands reported, taken back too; null when nothing ever was.</param>
public sealed record InstitutionLine(
    OrderLine Line, Report? Report, LineDecision? Decision, DateOnly? Promised, ImmutableArray<EvidenceFile> Files, ImmutableArray<HistoryEntry> History)
{
    /// <summary>The institution's own, else the order's; null when it is excused or there is none.</summary>
    public DateOnly? Due => Decision is null ? Line.Point.Deadline : Decision.Due;

    /// <summary>As the matrix shows it.</summary>
    public MatrixCell CellAt(DateOnly today)
    {
        var stands = Report is { Status: not ReportStatus.Withdrawn } ? Report : null;
        return MatrixCell.Of(Line, stands?.Status, stands?.Late == true, Decision is not null, Decision?.Due, today);
    }

    public bool IsExcused => Decision is { Due: null };
}

/// <param name="Role">One of <see cref="PostRole"/>.</param>
public sealed record InstitutionPerson(long PersonId, string Role, DateTimeOffset Since, DateTimeOffset? Until)
{
    public bool ActsAt(DateTimeOffset instant) => Since <= instant && !(Until <= instant);
}

public sealed record InstitutionCode(DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt);
