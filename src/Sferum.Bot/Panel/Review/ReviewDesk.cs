using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Review;

/// <summary>What waits for review, and one report of it with all that belongs to it.</summary>
internal sealed class ReviewDesk(Database database, ReportStore reports, RosterStore roster, EvidenceReport evidence, OrderBook orders)
{
    private const int MostWaiting = 1_000;

    /// <param name="wanted">The report that is to be looked at, and no other instead; null: any.</param>
    /// <param name="rather">The one to be looked at when it still waits; else the oldest.</param>
    public Task<ReviewQueue> LookAsync(long? wanted, long? rather, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var waiting = await reports.WaitingAsync(db, MostWaiting, null, token);
            var institutions = await roster.LoadAsync(db, [.. waiting.Select(report => report.Line.InstitutionId).Distinct()], token);

            // The order may have lost a point, or the institution changed its type: nobody could decide that, as in the chat.
            var queue = waiting
                .Select(report => (Report: report, Institution: institutions[report.Line.InstitutionId]))
                .Select(entry => (entry.Report, entry.Institution, Line: orders.FindLine(entry.Report.Line.Key, entry.Institution.Type)))
                .Where(entry => entry.Line is not null)
                .ToArray();
            var at = Array.FindIndex(queue, entry => entry.Report.Id == (wanted ?? rather));
            if (at < 0 && wanted is null && queue.Length > 0)
            {
                at = 0;
            }

            if (at < 0)
            {
                return new ReviewQueue(null, 0, queue.Length, null, null);
            }

            var (report, institution, line) = queue[at];
            return new ReviewQueue(
                new ReviewedReport(report, institution, line!, [.. (await evidence.OfAsync(db, [report.Id], token))[report.Id]]), // those without are left out
                at + 1,
                queue.Length,
                at > 0 ? queue[at - 1].Report.Id : null,
                at + 1 < queue.Length ? queue[at + 1].Report.Id : null);
        },
        cancellationToken);
}

/// <param name="Shown">Null: the one that was wanted does not wait, or nothing does.</param>
/// <param name="Place">Counted from 1; 0 when none is shown.</param>
public sealed record ReviewQueue(ReviewedReport? Shown, int Place, int Count, long? Before, long? After);

/// <summary>A report on the desk.</summary>
public sealed record ReviewedReport(Report Report, Institution Institution, OrderLine Line, IReadOnlyList<EvidenceFile> Files);
