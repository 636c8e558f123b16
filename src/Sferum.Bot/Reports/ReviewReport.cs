using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>
/// What waits for review, the oldest first. Where the order has lost the point, or the institution changed its type, nobody
/// can decide: such reports are left out.
/// </summary>
public sealed class ReviewReport(ReportStore reports, RosterStore roster, OrderBook orders)
{
    /// <param name="alsoId">A report that is among them whatever its state.</param>
    public async Task<IReadOnlyList<WaitingReport>> WaitingAsync(DataConnection db, int most, long? alsoId, CancellationToken cancellationToken) =>
        await WithLinesAsync(db, await reports.WaitingAsync(db, most, alsoId, cancellationToken), cancellationToken);

    /// <summary>Reports of the whole queue, the oldest first.</summary>
    public async Task<IReadOnlyList<long>> QueueAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var waiting = trip.Ask(
            $"""
            select r.id, r.order_number, r.point, i.type from report r join institution i on i.id = r.institution_id
            where r.status = '{ReportStatus.Reported}' order by r.received_at, r.id
            """,
            row => (Id: row.Long(0), Line: (new LineKey(row.Text(1), row.Text(2)), row.Text(3))));
        await trip.RunAsync(cancellationToken);
        var known = orders.Types.SelectMany(type => orders.LinesFor(type.Code).Select(line => (line.Key, type.Code))).ToHashSet();
        return [.. waiting.Rows.Where(report => known.Contains(report.Line)).Select(report => report.Id)];
    }

    /// <summary>Those of the reports that can be decided, in their order, whatever their state.</summary>
    public async Task<IReadOnlyList<WaitingReport>> OfAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = (await reports.OfIdsAsync(db, ids, cancellationToken)).ToDictionary(report => report.Id);
        return await WithLinesAsync(db, [.. ids.Where(found.ContainsKey).Select(id => found[id])], cancellationToken);
    }

    private async Task<IReadOnlyList<WaitingReport>> WithLinesAsync(DataConnection db, IReadOnlyList<Report> waiting, CancellationToken cancellationToken)
    {
        var institutions = await roster.LoadAsync(db, [.. waiting.Select(report => report.Line.InstitutionId).Distinct()], cancellationToken);
        var known = new List<WaitingReport>(waiting.Count);
        foreach (var report in waiting)
        {
            var institution = institutions[report.Line.InstitutionId];
            if (orders.FindLine(report.Line.Key, institution.Type) is { } line)
            {
                known.Add(new WaitingReport(report, institution, line));
            }
        }

        return known;
    }
}

/// <param name="Line">What the order asks there of this institution.</param>
public sealed record WaitingReport(Report Report, Institution Institution, OrderLine Line);
