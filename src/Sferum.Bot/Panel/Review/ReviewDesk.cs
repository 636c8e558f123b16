using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Review;

/// <summary>What waits for review: one report with all that belongs to it, or a page of them.</summary>
internal sealed class ReviewDesk(Database database, ReviewReport review, EvidenceReport evidence, WarningReport warnings)
{
    /// <param name="wanted">The report that is to be looked at, and no other instead; null: any.</param>
    /// <param name="rather">The one to be looked at when it still waits; else the oldest.</param>
    public Task<ReviewQueue> LookAsync(long? wanted, long? rather, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var queue = await review.QueueAsync(db, token);
            var at = queue.TakeWhile(id => id != (wanted ?? rather)).Count();
            if (at == queue.Count && wanted is null)
            {
                at = 0;
            }

            return at < queue.Count && await OnDeskAsync(db, [queue[at]], token) is [var shown]
                ? new ReviewQueue(shown, at + 1, queue.Count, at > 0 ? queue[at - 1] : null, at + 1 < queue.Count ? queue[at + 1] : null)
                : new ReviewQueue(null, 0, queue.Count, null, null);
        },
        cancellationToken);

    /// <param name="page">From 1 on; one that is too far is the last one.</param>
    /// <param name="left">Reports that were to be accepted with others and were not, to be named.</param>
    public Task<ReviewList> ListAsync(int page, IReadOnlyCollection<LeftReport> left, CancellationToken cancellationToken) => database.ReadAsync(
        async (db, token) =>
        {
            var queue = await review.QueueAsync(db, token);
            var pages = Math.Max(1, (queue.Count + DeskActions.MostAtOnce - 1) / DeskActions.MostAtOnce);
            var at = Math.Clamp(page, 1, pages);
            long[] ids = [.. queue.Skip((at - 1) * DeskActions.MostAtOnce).Take(DeskActions.MostAtOnce)];
            var named = (await review.OfAsync(db, [.. left.Select(l => l.ReportId)], token)).ToDictionary(r => r.Report.Id);
            return new ReviewList(
                await OnDeskAsync(db, ids, token),
                queue.Count,
                at,
                pages,
                [.. left.Where(l => named.ContainsKey(l.ReportId)).Select(l => (named[l.ReportId], l.Reason))]);
        },
        cancellationToken);

    private async Task<ImmutableArray<ReviewedReport>> OnDeskAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var reports = await review.OfAsync(db, ids, cancellationToken);
        var files = await evidence.OfAsync(db, ids, cancellationToken);
        var found = await warnings.OfAsync(db, reports, files, cancellationToken);
        return [.. reports.Select(r => new ReviewedReport(r.Report, r.Institution, r.Line, [.. files[r.Report.Id]], found[r.Report.Id]))];
    }
}

/// <param name="Shown">Null: the one that was wanted does not wait, or nothing does.</param>
/// <param name="Place">Counted from 1; 0 when none is shown.</param>
public sealed record ReviewQueue(ReviewedReport? Shown, int Place, int Count, long? Before, long? After);

/// <param name="Left">Reports that were chosen before and are not accepted.</param>
public sealed record ReviewList(ImmutableArray<ReviewedReport> Shown, int Count, int Page, int Pages, ImmutableArray<(WaitingReport Report, LeftReason Reason)> Left);

/// <summary>A report on the desk.</summary>
public sealed record ReviewedReport(Report Report, Institution Institution, OrderLine Line, IReadOnlyList<EvidenceFile> Files, Findings Findings);
