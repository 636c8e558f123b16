using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Orders, reports and posts in the words of the dialogs.</summary>
internal static class OrderFacts
{
    private const string ReasonOfNotApplicable = "reason";

    /// <summary>What an order says of a line is the same for everybody.</summary>
    private static readonly ConditionalWeakTable<OrderLine, LineFacts> Said = [];

    public static LineFacts OfLine(OrderLine line, Report? report, Promise? promise, LineDecision? change = null)
    {
        var untouched = Said.GetValue(line, OfUntouched);
        if (report is null && promise is null && change is null)
        {
            return untouched;
        }

        var stands = report is { Status: not ReportStatus.Withdrawn } ? report : null;
        var isOpen = stands is null or { Status: ReportStatus.Returned };
        return untouched with
        {
            Status = stands?.Status ?? "open",
            Promise = promise is not null && isOpen ? new PromiseFacts(promise.Due, promise.MadeAt) : null,
            Report = stands is null ? null : OfReport(stands),
            Deadline = change?.Due ?? line.Point.Deadline,
            Mandatory = line.Mandatory && change is not { Due: null },
            Excused = change is { Due: null },
            Extended = change?.Due is not null,
        };
    }

    private static LineFacts OfUntouched(OrderLine line) => new(
        line.Key.ToString(),
        line.Order.Number,
        line.Point.Id,
        line.Point.Label,
        line.Point.Title,
        line.Point.Text,
        line.Mandatory,
        "open",
        line.Point.Deadline,
        line.Unsettled,
        [.. line.Point.Evidence.Select(f => new FieldFacts(f.Name, f.Input, f.Ask, f.Label, f.Required, f.Avoid))],
        [.. line.Mentions],
        null,
        null);

    public static ReportFacts OfReport(Report r) => new(
        r.Id,
        r.Number,
        r.Kind,
        r.ReceivedAt,
        r.Late,
        r.ReviewedAt,
        r.ReturnReason,
        r.Kind == ReportKind.NotApplicable ? r.Answers.GetValueOrDefault(ReasonOfNotApplicable) : null,
        r.Kind == ReportKind.Done ? r.Answers : ImmutableSortedDictionary<string, string>.Empty)
    {
        Told = r.Kind == ReportKind.ByPhone && ReportContent.Told.Of(r.Answers) is var told ? new ToldFacts(told.By, told.Day, told.Note) : null,
    };

    /// <param name="zone">The office's: a post ends with a day there.</param>
    public static InstitutionFacts OfPost(Post post, TimeZoneInfo zone) =>
        new(
            post.Institution.Id,
            post.Institution.Name,
            post.Institution.Type,
            post.Role,
            post.Until is { } until ? LastDay(until, zone) : null,
            post.Role == PostRole.Deputy ? zone.DayOf(post.Since) : null,
            post.Staff.Confirmed,
            post.Staff.Teachers);

    /// <summary>The institution alone, seen by somebody who has no post there.</summary>
    public static InstitutionFacts OfInstitution(Institution institution) =>
        new(institution.Id, institution.Name, institution.Type, "", null);

    public static WorkFacts OfWork(Work work) =>
        new(OfInstitution(work.Institution) with { Confirmed = work.Staff.Confirmed, Teachers = work.Staff.Teachers }, work.ConfirmedAt);

    /// <summary>The last day before an instant that ends something.</summary>
    public static DateOnly LastDay(DateTimeOffset end, TimeZoneInfo zone) => zone.DayOf(end - TimeSpan.FromMilliseconds(1));

    /// <summary>The page of a person: names on VK are free text and prove nothing (<c>vk-platform.md</c> §7.1).</summary>
    /// <returns>Empty for one who had his data deleted.</returns>
    public static string PageOf(long personId) => personId < 0 ? "" : $"vk.com/id{personId}";
}
