using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>Files that stand as evidence of reports.</summary>
public sealed class EvidenceReport
{
    /// <summary>Files of the newest version of these reports, by report.</summary>
    public async Task<ILookup<long, EvidenceFile>> OfAsync(DataConnection db, IReadOnlyCollection<long> reportIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var reports = trip.Numbers("reports", reportIds);
        var files = trip.Ask(
            $"""
            select r.id, f.id, f.kind, f.name, f.size, f.state, f.sha256 from report r
            join report_file b on b.report_id = r.id and b.revision = r.revision
            join evidence_file f on f.id = b.file_id
            where {reports.Has("r.id")}
            order by f.id
            """,
            row => (Report: row.Long(0), File: new EvidenceFile(row.Long(1), row.Text(2), row.Text(3), row.Long(4), row.Text(5), row.TextOrNull(6))),
            reports.Parameter);
        await trip.RunAsync(cancellationToken);
        return files.Rows.ToLookup(f => f.Report, f => f.File);
    }

    /// <summary>A file, if it belongs to any version of some report: what people sent otherwise is nobody's business.</summary>
    public async Task<EvidenceFile?> FindAsync(DataConnection db, long fileId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var files = trip.Ask(
            """
            select f.id, f.kind, f.name, f.size, f.state, f.sha256 from evidence_file f
            where f.id = @file and exists (select 1 from report_file b where b.file_id = f.id)
            """,
            row => new EvidenceFile(row.Long(0), row.Text(1), row.Text(2), row.Long(3), row.Text(4), row.TextOrNull(5)),
            new DataParameter("file", fileId));
        await trip.RunAsync(cancellationToken);
        return files.Rows is [var found] ? found : null;
    }
}

/// <param name="Kind"><c>photo</c> or <c>doc</c>.</param>
/// <param name="State"><c>pending</c>, <c>stored</c> or <c>failed</c>.</param>
/// <param name="Sha256">Its name in <see cref="ContentStore"/>; null until it is stored.</param>
public sealed record EvidenceFile(long Id, string Kind, string Name, long Size, string State, string? Sha256);
