using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Turns;

/// <summary>Answers what the specialist asks about the district, in the words of the dialogs.</summary>
public sealed class OverviewLoader(
    DistrictStore district, RosterStore roster, ReportStore reports, PromiseStore promises, MembershipStore memberships, OrderBook orders)
{
    private const string Several = "several";
    private const string Nobody = "nobody";
    private const string Unknown = "unknown";
    private const string Claimed = "claimed";

    /// <summary>So many institutions are shown to choose from.</summary>
    private const int MostFound = 6;

    /// <summary>So many stand in one message: 20 names of 80 characters with what belongs to them stay below VK's 4,096.</summary>
    private const int MostShown = 20;

    private readonly Lazy<ImmutableArray<LineFacts>> _vocabulary = new(() =>
        [.. orders.Types.SelectMany(type => orders.LinesFor(type.Code)).DistinctBy(line => line.Key).Select(line => OrderFacts.OfLine(line, null, null))]);

    /// <summary>Each line of the orders in force once.</summary>
    internal ImmutableArray<LineFacts> Vocabulary => _vocabulary.Value;

    internal async Task<ImmutableArray<OverviewFacts>> LoadAsync(DataConnection db, ImmutableArray<string> asks, CancellationToken cancellationToken)
    {
        var answers = ImmutableArray.CreateBuilder<OverviewFacts>(asks.Length);
        foreach (var ask in asks)
        {
            answers.Add(await LoadAsync(db, ask, cancellationToken));
        }

        return answers.ToImmutable();
    }

    /// <summary>What is asked, for all institutions; null for a question about one, and for what is no question.</summary>
    internal DistrictQuery? QueryOf(string text) => DistrictAsk.Parse(text) switch
    {
        { What: AskWhat.List or AskWhat.Count } ask when Points(ask) is not null => Standing(ask),
        { What: AskWhat.Changes, Since: { } since } ask when Points(ask) is not null => Changes(ask, since),
        _ => null,
    };

    /// <summary>The same for words as the specialist says them.</summary>
    internal DistrictQuery? QueryOfWords(string words, DateOnly today) =>
        DistrictMention.Of(new DialogEvent.Wrote(words, []), Vocabulary, before: null, today) is Recognition.Match { Values: var parts } && parts.TryGetValue("ask", out var ask)
            ? QueryOf(ask)
            : null;

    private Task<OverviewFacts> LoadAsync(DataConnection db, string text, CancellationToken cancellationToken) => DistrictAsk.Parse(text) switch
    {
        { What: AskWhat.List or AskWhat.Count } ask when Points(ask) is { } points => StandingAsync(db, text, ask, points, cancellationToken),
        { What: AskWhat.Changes, Since: { } since } ask when Points(ask) is { } points => ChangesAsync(db, text, ask, points, since, cancellationToken),
        { What: AskWhat.One } ask => OneAsync(db, text, ask, cancellationToken),
        _ => Task.FromResult(Bare(text, Unknown)),
    };

    private async Task<OverviewFacts> StandingAsync(
        DataConnection db, string text, DistrictAsk ask, ImmutableArray<OrderPoint> points, CancellationToken cancellationToken)
    {
        var answer = await district.AskAsync(db, Standing(ask), cancellationToken);
        return Bare(text, ask.What) with
        {
            Status = ask.Status,
            Types = ask.Types,
            Points = OfPoints(points),
            Several = answer.Several,
            Count = answer.Found.Length,
            Of = answer.Of,
            Partly = answer.Partly,
            Rest = RestOf(ask, answer.Found.Length),
            More = MoreOf(ask, answer.Found.Length),
            Entries = [.. answer.Found.Skip(ask.Skip).Take(MostShown).Select(e => EntryOf(e.Institution, e.Lines.Select(l => new OverviewLineFacts(l.Line.Point.Label, l.Status ?? "open", l.Due))))],
            Tallies = [.. answer.ByType.Select(t => new OverviewTallyFacts(t.Type, t.Count, t.Of))],
            Next = [.. AskNext.After(ask, TypeCodes)],
        };
    }

    private async Task<OverviewFacts> ChangesAsync(
        DataConnection db, string text, DistrictAsk ask, ImmutableArray<OrderPoint> points, DateOnly since, CancellationToken cancellationToken)
    {
        var answer = await district.AskAsync(db, Changes(ask, since), cancellationToken);
        return Bare(text, ask.What) with
        {
            Status = ask.Status,
            Types = ask.Types,
            Points = OfPoints(points),
            Since = since,
            Count = answer.Changed.Length,
            Rest = RestOf(ask, answer.Changed.Length),
            More = MoreOf(ask, answer.Changed.Length),
            Entries = [.. answer.Changed.Skip(ask.Skip).Take(MostShown).Select(c => EntryOf(c.Institution, c.Changes.Select(l => new OverviewLineFacts(l.Point?.Label ?? "", l.Action, null))))],
            Tallies = [.. answer.ByAction.Select(a => new OverviewTallyFacts(a.Action, a.Institutions, a.Times))],
            Next = [.. AskNext.After(ask, TypeCodes)],
        };
    }

    private async Task<OverviewFacts> OneAsync(DataConnection db, string text, DistrictAsk ask, CancellationToken cancellationToken)
    {
        var all = await roster.AllAsync(db, cancellationToken);
        var found = ask.Institution is { } id
            ? [.. all.Where(i => i.Id == id)]
            : RosterSearch.Find(all, ask.Place, null, MostFound + 1, (typed, word) => TypedWords.Same(typed, word, tolerant: true));
        return found.Count switch
        {
            0 => Bare(text, Nobody),
            1 => Bare(text, AskWhat.One) with { One = await OneAsync(db, found[0], cancellationToken) },
            _ => Bare(text, Several) with { Count = found.Count, Entries = [.. found.Take(MostFound).Select(i => EntryOf(i, []))] },
        };
    }

    private async Task<OverviewOneFacts> OneAsync(DataConnection db, Institution institution, CancellationToken cancellationToken)
    {
        var reported = (await reports.OfInstitutionsAsync(db, [institution.Id], cancellationToken)).ToDictionary(r => r.Line.Key);
        var trip = RoundTrip.On(db);
        var decisions = LineDecisionStore.AskOfInstitutions(trip, trip.Numbers("institutions", [institution.Id]));
        await trip.RunAsync(cancellationToken);
        var decided = decisions.Rows.ToDictionary(decision => decision.Line.Key);
        var promised = (await promises.OfInstitutionsAsync(db, [institution.Id], cancellationToken)).ToDictionary(p => p.Line.Key);
        return new OverviewOneFacts(
            OrderFacts.OfInstitution(institution),
            (await memberships.HeadsAsync(db, institution.Id, cancellationToken)).Count > 0,
            [.. orders.LinesFor(institution.Type).Select(line => OrderFacts.OfLine(line, reported.GetValueOrDefault(line.Key), promised.GetValueOrDefault(line.Key), decided.GetValueOrDefault(line.Key)))]);
    }

    private static DistrictQuery.Standing Standing(DistrictAsk ask) => new(ask.Types, Keys(ask), ask.Status);

    private static DistrictQuery.Changes Changes(DistrictAsk ask, DateOnly since) =>
        new(ask.Types, Keys(ask), ActionsOf(ask), since);

    private ImmutableArray<string> TypeCodes => [.. orders.Types.Select(type => type.Code)];

    private static OverviewFacts Bare(string text, string kind) => new(text, kind, "", [], [], null, false, 0, 0, 0, [], 0, "", [], null, []);

    private static int RestOf(DistrictAsk ask, int count) => Math.Max(0, count - ask.Skip - MostShown);

    private static string MoreOf(DistrictAsk ask, int count) => RestOf(ask, count) > 0 ? (ask with { Skip = ask.Skip + MostShown }).ToString() : "";

    private static OverviewEntryFacts EntryOf(Institution institution, IEnumerable<OverviewLineFacts> lines) => new(
        institution.Id,
        institution.Name,
        institution.Type,
        new DistrictAsk(AskWhat.One, "", [], [], Institution: institution.Id).ToString(),
        [.. lines]);

    private static ImmutableArray<OverviewPointFacts> OfPoints(ImmutableArray<OrderPoint> points) => [.. points.Select(p => new OverviewPointFacts(p.Label, p.Title))];

    private static ImmutableArray<LineKey> Keys(DistrictAsk ask) => [.. ask.Points.Select(LineKey.Parse).OfType<LineKey>()];

    /// <summary>Null when one of them is not a task or a heading of an order in force.</summary>
    private ImmutableArray<OrderPoint>? Points(DistrictAsk ask)
    {
        var points = ask.Points.Select(text => LineKey.Parse(text) is { } key
            ? orders.Orders.FirstOrDefault(order => order.Number == key.Order)?.Points.FirstOrDefault(p => p.Id == key.Point && p.Kind is PointKind.Heading or PointKind.DirectorTask)
            : null).ToList();
        return points.Contains(null) ? null : [.. points.OfType<OrderPoint>()];
    }

    /// <summary>The reverse of <see cref="ActionOf"/>.</summary>
    internal static string StatusOf(string action) => action == Claimed ? AskStatus.Joined : action;

    private static ImmutableArray<string> ActionsOf(DistrictAsk ask) => ask.Status.Length > 0 ? [ActionOf(ask.Status)] : [];

    /// <summary>How the journal calls what brings an institution into this state.</summary>
    private static string ActionOf(string status) => status == AskStatus.Joined ? Claimed : status;
}
