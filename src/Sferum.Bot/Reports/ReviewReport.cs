using LinqToDB.Data;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>
/// What waits for review, the oldest first. Where the order has lost the point, or the institution changed its type, nobody
/// can decide: such reports are left out.
/// </summary>
public sealed class ReviewReport(ReportStore reports, RosterStore roster, OrderBook orders)
{
    /// <param name="alsoId">A report that is among them whatever its state.</param>
    public async Task<IReadOnlyList<WaitingReport>> WaitingAsync(DataConnection db, int most, long? alsoId, CancellationToken cancellationToken)
    {
        var waiting = await reports.WaitingAsync(db, most, alsoId, cancellationToken);
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
