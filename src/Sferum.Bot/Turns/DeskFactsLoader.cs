using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>Reads what the specialist's dialogs have to know: reports and questions that wait, and how far the district is.</summary>
public sealed class DeskFactsLoader(
    RosterStore roster,
    ReportStore reports,
    ReviewReport review,
    PromiseStore promises,
    QuestionStore questions,
    SavedAnswerStore saved,
    TeacherStore teachers,
    OverviewLoader overviews,
    MailingLoader mailings,
    ReturnReasons reasons,
    OrderBook orders)
{
    /// <summary>So many reports and questions stand in the specialist's facts; the rest come when these are done.</summary>
    private const int MostWaiting = 20;

    /// <summary>So many gaps are offered by buttons, and so many saved answers.</summary>
    private const int MostListed = 8;

    private static readonly ImmutableHashSet<string> OfReviews = ["reviews"];

    private static readonly ImmutableHashSet<string> OfQuestions = ["questions", "gaps", "replied", "saved_answers"];

    private static readonly ImmutableHashSet<string> OfDesk = ["desk"];

    private static readonly ImmutableHashSet<string> OfBroadcasts = ["broadcasts"];

    private static readonly ImmutableHashSet<string> OfAudiences = ["saved_audiences"];

    /// <summary>Names of the facts that are read only for a step that looks at them; those of one kind are read together.</summary>
    internal static readonly ImmutableHashSet<string> All = [.. OfReviews, .. OfQuestions, .. OfDesk, .. OfBroadcasts, .. OfAudiences];

    /// <summary>Whether a fact that a step misses is read here, beside all others.</summary>
    internal static bool Reads(string fact) => All.Contains(fact) || fact is "overview" or "mailing";

    /// <summary>Reads what the query names and is not read yet.</summary>
    internal async Task<Facts> AddAsync(DataConnection db, Facts facts, FactsQuery query, CancellationToken cancellationToken)
    {
        // Who names a report is about to look at it.
        bool IsWanted(ImmutableHashSet<string> kind) => kind.Overlaps(facts.Unread) && (kind.Overlaps(query.Reads) || (kind == OfReviews && query.ReportId is not null));
        if (IsWanted(OfReviews))
        {
            facts = facts with { Reviews = await ReviewsAsync(db, query.ReportId, cancellationToken), Unread = facts.Unread.Except(OfReviews) };
        }

        if (IsWanted(OfQuestions))
        {
            facts = await WithQuestionsAsync(db, facts with { Unread = facts.Unread.Except(OfQuestions) }, query, cancellationToken);
        }

        if (IsWanted(OfDesk))
        {
            facts = facts with { Desk = await DeskAsync(db, cancellationToken), Unread = facts.Unread.Except(OfDesk) };
        }

        if (IsWanted(OfBroadcasts))
        {
            facts = facts with { Broadcasts = await mailings.LastAsync(db, query.Broadcast, cancellationToken), Unread = facts.Unread.Except(OfBroadcasts) };
        }

        if (IsWanted(OfAudiences))
        {
            facts = facts with { SavedAudiences = await mailings.SavedAsync(db, cancellationToken), Unread = facts.Unread.Except(OfAudiences) };
        }

        return facts with
        {
            Vocabulary = overviews.Vocabulary,
            Overviews = query.Asks.Length == facts.Overviews.Length ? facts.Overviews : await overviews.LoadAsync(db, query.Asks, cancellationToken),
            Mailings = query.Mailings.Length == facts.Mailings.Length ? facts.Mailings : await MailingsAsync(db, query, cancellationToken),
        };
    }

    private async Task<Facts> WithQuestionsAsync(DataConnection db, Facts facts, FactsQuery query, CancellationToken cancellationToken)
    {
        var waiting = await questions.WaitingAsync(db, MostWaiting, cancellationToken);
        var gaps = await questions.GapsAsync(db, MostListed, cancellationToken);
        var named = query.QuestionId is { } id ? [id] : Array.Empty<long>();
        var groups = await OfQuestionsAsync(db, [.. waiting, .. gaps, .. named], cancellationToken);
        return facts with
        {
            Questions = [.. Among(waiting.Concat(named)).Where(q => q.Outcome == QuestionOutcome.Asked)],
            Gaps = [.. Among(gaps.Concat(named))],
            Replied = query.QuestionId is { } asked && !groups.ContainsKey(asked) ? await RepliedAsync(db, asked, cancellationToken) : null,
            SavedAnswers = [.. (await saved.LastAsync(db, MostListed, cancellationToken)).Select(a => new SavedAnswerFacts(a.Id, a.Text, a.Questions, a.SavedAt))],
        };

        IEnumerable<QuestionFacts> Among(IEnumerable<long> ids) => ids.Distinct().Where(groups.ContainsKey).Select(id => groups[id]);
    }

    private async Task<ImmutableArray<MailingFacts>> MailingsAsync(DataConnection db, FactsQuery query, CancellationToken cancellationToken)
    {
        var asked = ImmutableArray.CreateBuilder<MailingFacts>(query.Mailings.Length);
        foreach (var about in query.Mailings)
        {
            asked.Add(await mailings.MailingAsync(db, about, cancellationToken));
        }

        return asked.ToImmutable();
    }

    private async Task<RepliedFacts?> RepliedAsync(DataConnection db, long questionId, CancellationToken cancellationToken) =>
        await questions.AnsweredAsync(db, questionId, cancellationToken) is { } answered
            ? new RepliedFacts(
                answered.Id, answered.Text, answered.People, QuestionEffects.Examples(answered.Questions), await saved.IsSavedAsync(db, answered.Id, cancellationToken))
            : null;

    /// <summary>By group.</summary>
    private async Task<Dictionary<long, QuestionFacts>> OfQuestionsAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var groups = await questions.GroupsAsync(db, [.. ids.Distinct()], cancellationToken);
        var institutions = await roster.LoadAsync(db, [.. groups.Select(g => g.First.InstitutionId).OfType<long>().Distinct()], cancellationToken);
        return groups.ToDictionary(g => g.Id, g => new QuestionFacts(
            g.Id,
            g.First.InstitutionId is { } institution && institutions.TryGetValue(institution, out var known) ? known.Name : OrderFacts.PageOf(g.First.PersonId),
            g.First.Text,
            g.First.AskedAt,
            g.People,
            OrderFacts.PageOf(g.First.PersonId),
            g.First.Role,
            g.First.OrgType,
            QuestionEffects.LineOf(orders, g.First.Line, g.First.OrgType),
            g.First.Said,
            g.First.Outcome,
            g.Wordings));
    }

    private async Task<ImmutableArray<ReviewFacts>> ReviewsAsync(DataConnection db, long? named, CancellationToken cancellationToken) =>
    [
        .. (await review.WaitingAsync(db, MostWaiting, named, cancellationToken)).Select(waiting => new ReviewFacts(
            OrderFacts.OfLine(waiting.Line, waiting.Report, null),
            OrderFacts.OfReport(waiting.Report),
            OrderFacts.OfInstitution(waiting.Institution),
            OrderFacts.PageOf(waiting.Report.ReportedBy),
            AttachmentsOf(waiting.Line, waiting.Report),
            [.. reasons.Of(waiting.Line, waiting.Report.Kind).Select(reason => new ReasonFacts(reason.Id, reason.Text))])),
    ];

    private async Task<DeskFacts> DeskAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var all = await roster.AllAsync(db, cancellationToken);
        var accepted = new HashSet<(long Institution, LineKey Line)>();
        foreach (var order in orders.Orders)
        {
            accepted.UnionWith(
                (await reports.AcceptedAsync(db, order.Number, cancellationToken)).SelectMany(i => i.Select(point => (i.Key, new LineKey(order.Number, point)))));
        }

        var trip = RoundTrip.On(db);
        var decisions = LineDecisionStore.Ask(trip);
        await trip.RunAsync(cancellationToken);
        var settled = decisions.Rows.Where(decision => decision.Due is null).Select(decision => (decision.Line.InstitutionId, decision.Line.Key)).ToHashSet();
        settled.UnionWith(accepted);
        var complete = all.Count(i => orders.LinesFor(i.Type) is { Length: > 0 } lines && lines.Where(l => l.Mandatory).All(l => settled.Contains((i.Id, l.Key))));
        var staff = await teachers.TotalAsync(db, cancellationToken);
        return new DeskFacts(
            all.Count,
            await roster.CountJoinedAsync(db, cancellationToken),
            complete,
            (await review.QueueAsync(db, cancellationToken)).Count,
            await promises.CountOpenAsync(db, cancellationToken),
            staff.Confirmed,
            staff.ConfirmedOfCounted,
            staff.Teachers);
    }

    private static ImmutableArray<string> AttachmentsOf(OrderLine line, Report report) =>
    [
        .. line.Point.Evidence
            .Where(field => field.Input == EvidenceField.FilesInput)
            .SelectMany(field => report.Answers.Where(a => field.IsAnsweredBy(a.Key)).Select(a => a.Value)),
    ];
}
