using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Reads what the dialog core has to know of the world, for many people at once.</summary>
public sealed class FactsLoader(
    PersonStore people,
    RosterStore roster,
    ReportStore reports,
    QuestionStore questions,
    ClaimStore claims,
    OrderBook orders,
    IOptions<OfficeOptions> office)
{
    /// <summary>So many reports and questions stand in the specialist's facts; the rest come when these are done.</summary>
    private const int MostWaiting = 20;

    private const string Guest = "guest";
    private const string Teacher = "teacher";
    private const string Director = "director";
    private const string Specialist = "specialist";

    /// <summary>Facts of these people, by person.</summary>
    internal async Task<IReadOnlyDictionary<long, Facts>> LoadAsync(
        DataConnection db, IReadOnlyCollection<FactsQuery> queries, CancellationToken cancellationToken)
    {
        var known = (await people.LoadAsync(db, [.. queries.Select(q => q.PersonId)], cancellationToken)).ToDictionary();
        foreach (var query in queries.Where(q => q.InstitutionId is not null && known.ContainsKey(q.PersonId)))
        {
            known[query.PersonId] = known[query.PersonId] with { InstitutionId = query.InstitutionId };
        }

        var institutions = known.Values.Select(p => p.Current).OfType<Orders.Institution>().Select(i => i.Id).Distinct().ToArray();
        var reported = (await reports.OfInstitutionsAsync(db, institutions, cancellationToken)).ToLookup(r => r.Line.InstitutionId);
        var facts = new Dictionary<long, Facts>();
        foreach (var query in queries.DistinctBy(q => q.PersonId))
        {
            var person = known.GetValueOrDefault(query.PersonId) ?? new Person(query.PersonId, false, null, false, null, []);
            facts[query.PersonId] = await WithWhatIsAskedForAsync(db, OfPerson(person, reported), query, cancellationToken);
        }

        return facts;
    }

    private bool IsSpecialist(long personId) => office.Value.Specialists.Contains(personId);

    private Facts OfPerson(Person person, ILookup<long, Report> reported)
    {
        var role = IsSpecialist(person.Id) ? Specialist : person.Institutions.Count > 0 ? Director : person.Teacher ? Teacher : Guest;
        var current = role == Director ? person.Current : null;
        return new Facts
        {
            Person = new PersonFacts(person.Id, "", role, person.ConsentVersion is not null, person.Muted, 0),
            Office = new OfficeFacts(office.Value.Name, office.Value.Name),
            Institution = current is null ? null : OfInstitution(current),
            Institutions = role == Director ? [.. person.Institutions.Select(OfInstitution)] : [],
            Lines = current is null ? [] : Lines(current, [.. reported[current.Id]]),
        };
    }

    private async Task<Facts> WithWhatIsAskedForAsync(DataConnection db, Facts facts, FactsQuery query, CancellationToken cancellationToken)
    {
        if (query.Code is { } code)
        {
            var check = await claims.CheckAsync(db, query.PersonId, code, cancellationToken);
            facts = facts with
            {
                Code = new CodeFacts(code, VerdictOf(check.Verdict), check.Post is null ? null : OfInstitution(check.Post.Institution)),
                Person = facts.Person with { FailedClaims = await claims.FailuresOfAsync(db, query.PersonId, cancellationToken) },
            };
        }

        return facts.Person.Role == Specialist
            ? facts with
            {
                Reviews = await ReviewsAsync(db, query.ReportId, cancellationToken),
                Questions = [.. (await questions.WaitingAsync(db, MostWaiting, cancellationToken)).Select(q => new QuestionFacts(q.Id, NameOf(q.PersonId), q.Text, q.AskedAt))],
                Desk = await DeskAsync(db, cancellationToken),
            }
            : facts;
    }

    private async Task<ImmutableArray<ReviewFacts>> ReviewsAsync(DataConnection db, long? named, CancellationToken cancellationToken)
    {
        var waiting = await reports.WaitingAsync(db, MostWaiting, named, cancellationToken);
        var institutions = await roster.LoadAsync(db, [.. waiting.Select(r => r.Line.InstitutionId).Distinct()], cancellationToken);
        var reviews = ImmutableArray.CreateBuilder<ReviewFacts>(waiting.Count);
        foreach (var report in waiting)
        {
            var institution = institutions[report.Line.InstitutionId];
            if (orders.FindLine(new LineKey(report.Line.Order, report.Line.Point), institution.Type) is { } line)
            {
                reviews.Add(new ReviewFacts(
                    OfLine(line, report), OfReport(report), OfInstitution(institution), NameOf(report.ReportedBy), AttachmentsOf(line, report)));
            }
        }

        return reviews.ToImmutable();
    }

    private async Task<DeskFacts> DeskAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var all = await roster.AllAsync(db, cancellationToken);
        var accepted = new HashSet<(long Institution, LineKey Line)>();
        foreach (var order in orders.Orders)
        {
            accepted.UnionWith(
                (await reports.AcceptedAsync(db, order.Number, cancellationToken)).SelectMany(i => i.Select(point => (i.Key, new LineKey(order.Number, point)))));
        }

        var complete = all.Count(i => orders.LinesFor(i.Type) is { Length: > 0 } lines && lines.Where(l => l.Mandatory).All(l => accepted.Contains((i.Id, l.Key))));
        return new DeskFacts(
            all.Count,
            await roster.CountJoinedAsync(db, cancellationToken),
            complete,
            await reports.CountWaitingAsync(db, cancellationToken),
            0);
    }

    private ImmutableArray<LineFacts> Lines(Orders.Institution institution, IReadOnlyCollection<Report> reported) =>
    [
        .. orders.LinesFor(institution.Type).Select(line =>
            OfLine(line, reported.FirstOrDefault(r => r.Line.Order == line.Key.Order && r.Line.Point == line.Key.Point))),
    ];

    private static LineFacts OfLine(OrderLine line, Report? report)
    {
        var point = line.Point;
        var stands = report is { Status: not ReportStatus.Withdrawn } ? report : null;
        return new LineFacts(
            line.Key.ToString(),
            line.Order.Number,
            point.Id,
            point.Label,
            point.Title,
            point.Text,
            line.Mandatory,
            stands?.Status ?? "open",
            point.Deadline,
            line.Unsettled,
            [.. point.Evidence.Select(f => new FieldFacts(f.Name, f.Input, f.Ask, f.Label, f.Required, f.Avoid))],
            [.. line.Mentions],
            null,
            stands is null ? null : OfReport(stands));
    }

    private static ReportFacts OfReport(Report r) => new(r.Id, r.Number, "done", r.ReceivedAt, r.Late, r.ReviewedAt, r.ReturnReason, null, r.Answers);

    private static InstitutionFacts OfInstitution(Orders.Institution i) => new(i.Id, i.Name, i.Type, "head", null);

    private static ImmutableArray<string> AttachmentsOf(OrderLine line, Report report) =>
    [
        .. line.Point.Evidence
            .Where(field => field.Input == EvidenceField.FilesInput)
            .SelectMany(field => report.Answers.Where(a => field.IsAnsweredBy(a.Key)).Select(a => a.Value)),
    ];

    /// <summary>The page of the person: names on VK are free text and prove nothing (<c>vk-platform.md</c> §7.1).</summary>
    private static string NameOf(long personId) => $"vk.com/id{personId}";

    private static string VerdictOf(CodeVerdict verdict) => verdict switch
    {
        CodeVerdict.Valid => "valid",
        CodeVerdict.Unknown => "unknown",
        CodeVerdict.Used => "used",
        CodeVerdict.Expired => "expired",
        CodeVerdict.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "unknown verdict"),
    };
}

/// <summary>Whose facts are wanted, and what the event names that must be looked up.</summary>
/// <param name="InstitutionId">For news about one of his institutions: seen from this one, whichever he has chosen.</param>
internal sealed record FactsQuery(long PersonId, string? Code = null, long? ReportId = null, long? InstitutionId = null);
