using LinqToDB.Data;
using Sferum.Bot.Orders;
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
            select r.id, f.id, f.kind, f.name, f.size, f.state, f.sha256, p.state, p.width, p.height, p.brightness, p.highlight from report r
            join report_file b on b.report_id = r.id and b.revision = r.revision
            join evidence_file f on f.id = b.file_id
            left join evidence_print p on p.sha256 = f.sha256
            where {reports.Has("r.id")}
            order by f.id
            """,
            row => (Report: row.Long(0), File: new EvidenceFile(row.Long(1), row.Text(2), row.Text(3), row.Long(4), row.Text(5), row.TextOrNull(6), LookOf(row))),
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
            row => new EvidenceFile(row.Long(0), row.Text(1), row.Text(2), row.Long(3), row.Text(4), row.TextOrNull(5), new PictureLook.Unseen()),
            new DataParameter("file", fileId));
        await trip.RunAsync(cancellationToken);
        return files.Rows is [var found] ? found : null;
    }

    /// <summary>A picture of such a file in small, as JPEG; null where there is none or it was not looked at yet.</summary>
    public async Task<byte[]?> PreviewAsync(DataConnection db, long fileId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var previews = trip.Ask(
            """
            select p.preview from evidence_file f join evidence_print p on p.sha256 = f.sha256
            where f.id = @file and p.preview is not null and exists (select 1 from report_file b where b.file_id = f.id)
            """,
            row => row.Bytes(0),
            new DataParameter("file", fileId));
        await trip.RunAsync(cancellationToken);
        return previews.Rows is [var found] ? found : null;
    }

    private static PictureLook LookOf(Row row) => row.TextOrNull(7) switch
    {
        PrintStore.Compared => new PictureLook.Picture(row.Int(8), row.Int(9), row.Int(10), row.Int(11)),
        PrintStore.NoPicture => new PictureLook.NoPicture(),
        null or PrintStore.Pending or PrintStore.Printed => new PictureLook.Unseen(),
        var unknown => throw new InvalidOperationException($"unknown state {unknown}"),
    };
}

/// <param name="Kind"><c>photo</c> or <c>doc</c>.</param>
/// <param name="State"><c>pending</c>, <c>stored</c> or <c>failed</c>.</param>
/// <param name="Sha256">Its name in <see cref="ContentStore"/>; null until it is stored.</param>
public sealed record EvidenceFile(long Id, string Kind, string Name, long Size, string State, string? Sha256, PictureLook Look);

/// <summary>What can be told of a file's content as a picture.</summary>
public abstract record PictureLook
{
    private PictureLook()
    {
    }

    /// <summary>It was not looked at yet, or not compared with all others.</summary>
    public sealed record Unseen : PictureLook;

    public sealed record NoPicture : PictureLook;

    /// <param name="Width">In pixels.</param>
    /// <param name="Brightness">Mean, from 0 to 255.</param>
    /// <param name="Highlight">So bright is its brightest five-hundredth.</param>
    public sealed record Picture(int Width, int Height, int Brightness, int Highlight) : PictureLook;
}
