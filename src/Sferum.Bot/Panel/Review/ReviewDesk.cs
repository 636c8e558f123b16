using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Review;

/// <summary>What waits for review, and one report of it with all that belongs to it.</summary>
internal sealed class ReviewDesk(Database database, ReviewReport review, EvidenceReport evidence)
{
    private const int MostWaiting = 1_000;

    /// <param name="wanted">The report that is to be looked at, and no other instead; null: any.</param>
    /// <param name="rather">The one to be looked at when it still waits; else the oldest.</param>
    public Task<ReviewQueue> LookAsync(long? wanted, long? rather, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var queue = await review.WaitingAsync(db, MostWaiting, null, token);
            var at = queue.TakeWhile(entry => entry.Report.Id != (wanted ?? rather)).Count();
            if (at == queue.Count && wanted is null)
            {
                at = 0;
            }

            if (at >= queue.Count)
            {
                return new ReviewQueue(null, 0, queue.Count, null, null);
            }

            var (report, institution, line) = queue[at];
            return new ReviewQueue(
                new ReviewedReport(report, institution, line, [.. (await evidence.OfAsync(db, [report.Id], token))[report.Id]]),
                at + 1,
                queue.Count,
                at > 0 ? queue[at - 1].Report.Id : null,
                at + 1 < queue.Count ? queue[at + 1].Report.Id : null);
        },
        cancellationToken);
}

/// <param name="Shown">Null: the one that was wanted does not wait, or nothing does.</param>
/// <param name="Place">Counted from 1; 0 when none is shown.</param>
public sealed record ReviewQueue(ReviewedReport? Shown, int Place, int Count, long? Before, long? After);

/// <summary>A report on the desk.</summary>
public sealed record ReviewedReport(Report Report, Institution Institution, OrderLine Line, IReadOnlyList<EvidenceFile> Files);
