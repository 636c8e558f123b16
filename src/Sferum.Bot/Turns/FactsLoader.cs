using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>Reads what the dialog core has to know of the world, for many people at once.</summary>
public sealed class FactsLoader(
    PersonStore people,
    MembershipStore memberships,
    ClaimStore claims,
    ChatStore chats,
    JournalStore journal,
    OrderBook orders,
    DeskFactsLoader desk,
    RosterStore roster,
    SubstituteStore substitutes,
    OfficeHours hours,
    IOptions<OfficeOptions> office,
    IOptions<PanelOptions> panel,
    TimeProvider clock)
{
    /// <summary>So many institutions are shown to choose from.</summary>
    private const int MostFound = 5;

    private const string Guest = "guest";
    private const string Teacher = "teacher";
    private const string Director = "director";
    private const string Specialist = "specialist";

    private DateOnly Today => office.Value.GetZone().DayOf(clock.GetUtcNow());

    /// <summary>Facts of these people, by person.</summary>
    internal async Task<IReadOnlyDictionary<long, Facts>> LoadAsync(
        DataConnection db, IReadOnlyCollection<FactsQuery> queries, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var asked = Ask(trip, [.. queries.Select(q => q.PersonId)]);
        await trip.RunAsync(cancellationToken);
        return await LoadAsync(db, queries, asked, cancellationToken);
    }

    /// <summary>What every dialog with these people has to know, in one round trip with whatever else goes there.</summary>
    internal AskedFacts Ask(RoundTrip trip, IReadOnlyCollection<long> personIds) => new(
        people.Ask(trip, personIds), ReportStore.AskOfPersons(trip, personIds), PromiseStore.AskOfPersons(trip, personIds), memberships.AskOfPersons(trip, personIds), LineDecisionStore.AskOfPersons(trip, personIds),
        SubstituteStore.AskActing(trip, Today, personIds), ReminderHoldStore.AskOfPersons(trip, personIds, Today));

    /// <param name="asked">The answer to <see cref="Ask"/> for these people.</param>
    internal async Task<IReadOnlyDictionary<long, Facts>> LoadAsync(
        DataConnection db, IReadOnlyCollection<FactsQuery> queries, AskedFacts asked, CancellationToken cancellationToken)
    {
        var known = asked.People().ToDictionary();
        foreach (var query in queries.Where(q => q.InstitutionId is not null && known.ContainsKey(q.PersonId)))
        {
            known[query.PersonId] = known[query.PersonId] with { InstitutionId = query.InstitutionId };
        }

        var state = new InstitutionState(
            asked.Reports().ToLookup(r => r.Line.InstitutionId),
            asked.Promises.Rows.ToLookup(p => p.Line.InstitutionId),
            asked.Deputies.Rows.ToLookup(d => d.InstitutionId),
            asked.Decisions.Rows.ToDictionary(d => d.Line),
            asked.Holds.Rows.Select(h => (h.InstitutionId, h.Line)).ToHashSet());
        var histories = await HistoriesAsync(db, queries, known, cancellationToken);
        var shown = await chats.LoadAsync(db, [.. queries.Select(q => q.Chat).OfType<long>().Distinct()], cancellationToken);

        var facts = new Dictionary<long, Facts>();
        foreach (var query in queries.DistinctBy(q => q.PersonId))
        {
            var person = known.GetValueOrDefault(query.PersonId) ?? new Person(query.PersonId, false, null, false, null, []);
            var told = OfPerson(person, state, asked.Substitutes.Rows.Contains(person.Id)) with
            {
                History = OfHistory(query, person, histories),
                Chat = query.Chat is { } peer && shown.GetValueOrDefault(peer) is { } chat && chat.InvitedBy == query.PersonId ? OfChat(chat, person.Current) : null,
            };
            facts[query.PersonId] = await WithWhatIsAskedForAsync(db, told, query, cancellationToken);
        }

        return facts;
    }

    /// <summary>Does what looks at facts; what it turns out to need besides is read, and it is done again.</summary>
    /// <param name="known">Facts by this query.</param>
    internal async ValueTask<T> WithAsync<T>(DataConnection db, FactsQuery query, Facts known, Func<Facts, T> step, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return step(known);
            }
            catch (FactMissingException missing) when (query.WithMissing(missing) is { } more)
            {
                query = more;
                known = known.Person.Role == Specialist && DeskFactsLoader.Reads(missing.Fact)
                    ? await desk.AddAsync(db, known with { Unread = known.Unread.Add(missing.Fact) }, query, cancellationToken)
                    : (await LoadAsync(db, [query], cancellationToken))[query.PersonId] with { Talk = known.Talk };
            }
        }
    }

    /// <summary>What a person is to the dialogs.</summary>
    /// <param name="standsIn">He acts as specialist today.</param>
    internal static string RoleOf(Person person, OfficeOptions office, bool standsIn = false) =>
        standsIn || office.Specialists.Contains(person.Id) ? Specialist : person.Posts.Count > 0 ? Director : person.Teacher ? Teacher : Guest;

    private Facts OfPerson(Person person, InstitutionState state, bool standsIn)
    {
        var zone = office.Value.GetZone();
        var role = RoleOf(person, office.Value, standsIn);
        var post = role == Director ? person.CurrentPost : null;
        return new Facts
        {
            Person = new PersonFacts(person.Id, "", role, person.ConsentVersion is not null, person.Muted, 0, person.News,
                standsIn || substitutes.LastingOf(person.Id) != DeskRole.None, person.ConsentVersion ?? "", substitutes.LastingOf(person.Id) != DeskRole.None),
            Office = new OfficeFacts(office.Value.Name, office.Value.Name, hours.OpensAt(clock.GetUtcNow()), panel.Value.PublicUrl is not null),
            Institution = post is null ? null : OrderFacts.OfPost(post, zone),
            Institutions = role == Director ? [.. person.Posts.Select(p => OrderFacts.OfPost(p, zone))] : [],
            Work = person.Work is { } work ? OrderFacts.OfWork(work) : null,
            Lines = post is null ? [] : Lines(post.Institution, state),
            Deputies = post is not { Role: PostRole.Head }
                ? []
                : [.. state.Deputies[post.Institution.Id].Select(d => new DeputyFacts(
                    d.MembershipId,
                    OrderFacts.PageOf(d.PersonId),
                    zone.DayOf(d.Since),
                    d.Until is { } until ? OrderFacts.LastDay(until, zone) : null))],
        };
    }

    private ImmutableArray<LineFacts> Lines(Institution institution, InstitutionState state)
    {
        var reported = state.Reports[institution.Id].ToDictionary(r => new LineKey(r.Line.Order, r.Line.Point));
        var promised = state.Promises[institution.Id].ToDictionary(p => new LineKey(p.Line.Order, p.Line.Point));
        return
        [
            .. orders.LinesFor(institution.Type).Select(line =>
            {
                var facts = OrderFacts.OfLine(
                    line, reported.GetValueOrDefault(line.Key), promised.GetValueOrDefault(line.Key), state.Decisions.GetValueOrDefault(new ReportLine(institution.Id, line.Key.Order, line.Key.Point)));

                // Hardly ever, so that nothing is copied for it.
                return facts is { Mandatory: true, Status: "open" or ReportStatus.Returned } && (state.Held.Contains((institution.Id, null)) || state.Held.Contains((institution.Id, line.Key)))
                    ? facts with { Held = true }
                    : facts;
            }),
        ];
    }

    private async Task<Facts> WithWhatIsAskedForAsync(DataConnection db, Facts facts, FactsQuery query, CancellationToken cancellationToken)
    {
        if (query.Code is { } code)
        {
            var check = await claims.CheckAsync(db, query.PersonId, code, cancellationToken);
            facts = facts with
            {
                Code = new CodeFacts(code, VerdictOf(check.Verdict), check.Post is { } post ? OrderFacts.OfPost(post, office.Value.GetZone()) : null),
                Person = facts.Person with { FailedClaims = await claims.FailuresOfAsync(db, query.PersonId, cancellationToken) },
            };
        }

        if (query.Place is { } place)
        {
            facts = facts with { Found = query.WithPlace ? await FoundAsync(db, place, cancellationToken) : default };
        }

        return facts.Person.Role == Specialist ? await desk.AddAsync(db, facts with { Unread = DeskFactsLoader.All }, query, cancellationToken) : facts;
    }

    private async Task<ImmutableArray<InstitutionFacts>> FoundAsync(DataConnection db, NamedPlace place, CancellationToken cancellationToken)
    {
        if (place is { Words: null, InstitutionId: null })
        {
            return [];
        }

        var all = await roster.AllAsync(db, cancellationToken);
        var found = place.Words is { } words
            ? RosterSearch.Find(all, words, place.Type, MostFound + 1, (typed, word) => TypedWords.Same(typed, word, tolerant: true))
            : all.Where(i => i.Id == place.InstitutionId);
        return [.. found.Select(OrderFacts.OfInstitution)];
    }

    private async Task<ILookup<ReportLine, HistoryEntry>> HistoriesAsync(
        DataConnection db, IEnumerable<FactsQuery> queries, Dictionary<long, Person> known, CancellationToken cancellationToken) =>
        await journal.HistoryAsync(
            db, [.. queries.Where(q => q.WithHistory).Select(q => LineOf(q, known.GetValueOrDefault(q.PersonId))).OfType<ReportLine>().Distinct()], cancellationToken);

    private ImmutableArray<HistoryFacts> OfHistory(FactsQuery query, Person person, ILookup<ReportLine, HistoryEntry> histories) =>
        LineOf(query, person) is not { } line
            ? []
            : !query.WithHistory ? default : [.. histories[line].Select(entry => new HistoryFacts(
                entry.At,
                entry.Action,
                entry.Data.GetValueOrDefault("report", ""),
                entry.ActorId == person.Id ? "you" : IsOfDesk(entry) ? "specialist" : "colleague",
                entry.Action == "promised" ? entry.Data.GetValueOrDefault("due", "") : entry.Data.GetValueOrDefault("reason") ?? entry.Data.GetValueOrDefault("due", "")))];

    /// <summary>Who decides is the specialist or whoever stood in that day.</summary>
    private bool IsOfDesk(HistoryEntry entry) =>
        office.Value.Specialists.Contains(entry.ActorId) || entry.Action is ReportStatus.Accepted or ReportStatus.Returned or "extended" or "excused" or "restored";

    private static ReportLine? LineOf(FactsQuery query, Person? person) =>
        query.Line is { } line && person?.Current is { } institution ? new ReportLine(institution.Id, line.Order, line.Point) : null;

    /// <param name="institution">The one for which the person acts: a line of another one is told apart from the same line here.</param>
    private static ChatFacts OfChat(ShownChat chat, Institution? institution) => new(
        chat.Peer,
        chat.State,
        chat.Title ?? "",
        chat.People ?? 0,
        chat.SeenAt,
        chat.Line is { } line ? $"{(line.InstitutionId == institution?.Id ? "" : $"{line.InstitutionId}:")}{new LineKey(line.Order, line.Point)}" : null);

    private static string VerdictOf(CodeVerdict verdict) => verdict switch
    {
        CodeVerdict.Valid => "valid",
        CodeVerdict.Unknown => "unknown",
        CodeVerdict.Used => "used",
        CodeVerdict.Expired => "expired",
        CodeVerdict.Blocked => "blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "unknown verdict"),
    };

    /// <summary>What was read of all institutions of a batch at once.</summary>
    private sealed record InstitutionState(ILookup<long, Report> Reports, ILookup<long, Promise> Promises, ILookup<long, Deputy> Deputies, IReadOnlyDictionary<ReportLine, LineDecision> Decisions, IReadOnlySet<(long Institution, LineKey? Line)> Held);
}

/// <summary>What has been asked of the database about people, and stands there after the round trip.</summary>
internal sealed record AskedFacts(
    Func<IReadOnlyDictionary<long, Person>> People,
    Func<IEnumerable<Report>> Reports,
    RoundTrip.Answer<Promise> Promises,
    RoundTrip.Answer<Deputy> Deputies,
    RoundTrip.Answer<LineDecision> Decisions,
    RoundTrip.Answer<long> Substitutes,
    RoundTrip.Answer<(long InstitutionId, LineKey? Line, DateOnly Until)> Holds);
