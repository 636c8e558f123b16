using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>What is suspicious in reports: against everything that stands reported, whoever reported it.</summary>
public sealed class WarningReport(ReportStore reports, OrderBook orders, PersonalWords personal)
{
    /// <param name="files">Of these reports, as <see cref="EvidenceReport"/> tells them.</param>
    /// <returns>By report.</returns>
    public async Task<IReadOnlyDictionary<long, Findings>> OfAsync(
        DataConnection db, IReadOnlyCollection<WaitingReport> subjects, ILookup<long, EvidenceFile> files, CancellationToken cancellationToken)
    {
        var same = await SameAsync(db, [.. subjects.Select(s => s.Report.Id)], cancellationToken);
        var institutions = subjects.Select(s => s.Institution).DistinctBy(i => i.Id).ToDictionary(i => i.Id);
        var named = (await reports.OfInstitutionsAsync(db, institutions.Keys, cancellationToken))
            .Where(r => r is { Kind: ReportKind.Done, Status: not ReportStatus.Withdrawn })
            .SelectMany(r => NamedBy(r, institutions[r.Line.InstitutionId]))
            .ToLookup(n => n.Report.Institution.Id);
        return subjects.ToDictionary(
            s => s.Report.Id,
            s => WarningRules.Of(s, [.. files[s.Report.Id]], [.. same[s.Report.Id]], [.. named[s.Institution.Id]], personal));
    }

    private async Task<ILookup<long, SameEvidence>> SameAsync(DataConnection db, IReadOnlyCollection<long> reportIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var wanted = trip.Numbers("reports", reportIds);
        var same = trip.Ask(
            $"""
            with own as (
                select r.id as report, f.id as file, f.sha256 from report r
                join report_file b on b.report_id = r.id and b.revision = r.revision
                join evidence_file f on f.id = b.file_id
                where {wanted.Has("r.id")} and f.sha256 is not null
            ), alike as (
                select own.report, own.file, own.sha256, 1 as copy from own
                union all
                select own.report, own.file, l.other, 0 from own join evidence_likeness l on l.sha256 = own.sha256
            )
            select distinct a.report, a.file, a.copy, o.id, o.order_number, o.point, o.status, i.id, i.name, i.type from alike a
            join evidence_file f on f.sha256 = a.sha256
            join report_file b on b.file_id = f.id
            join report o on o.id = b.report_id and o.revision = b.revision and o.id <> a.report and o.status <> 'withdrawn'
            join institution i on i.id = o.institution_id
            """,
            row => (
                Report: row.Long(0),
                Same: new SameEvidence(
                    row.Long(1),
                    OtherOf(row.Long(3), new Institution(row.Long(7), row.Text(8), row.Text(9)), new LineKey(row.Text(4), row.Text(5)), row.Text(6)),
                    row.Int(2) == 1)),
            wanted.Parameter);
        await trip.RunAsync(cancellationToken);
        return same.Rows.ToLookup(s => s.Report, s => s.Same);
    }

    private IEnumerable<NamedElsewhere> NamedBy(Report report, Institution institution) =>
        orders.FindLine(report.Line.Key, institution.Type) is { } line
            ? line.Point.DocumentsAmong(report.Answers).Select(document =>
                new NamedElsewhere(OtherOf(report.Id, institution, report.Line.Key, report.Status), document))
            : [];

    private OtherReport OtherOf(long id, Institution institution, LineKey line, string status) => new(
        id, institution, line, orders.FindLine(line, institution.Type)?.Point.Label ?? line.Point, status);
}
