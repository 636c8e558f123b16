using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs.Asking;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Orders.Roster;

namespace Sferum.Bot.Turns;

/// <summary>
/// An audience between the text that slots and buttons hold and what the room of broadcasts knows: <c>all;МОУ,УДО</c>,
/// <c>picked;3,17</c>, <c>names;школа 5, сад 12</c>, <c>teachers;</c>, <c>unreached;8</c>, or a question about the district as
/// <see cref="DistrictAsk"/> writes it.
/// </summary>
internal static partial class AudienceText
{
    private const string All = "all;";
    private const string Hand = "picked;";
    private const string Named = "names;";
    private const string OfTeachers = "teachers;";
    private const string Missed = "unreached;";

    /// <summary>More names are not picked by hand.</summary>
    private const int MostNames = 100;

    /// <summary>What a slot holds; whoever typed names gets the institutions they mean.</summary>
    /// <param name="roster">All institutions, by name.</param>
    public static ReadAudience Read(string text, OverviewLoader questions, IReadOnlyList<Institution> roster) => text switch
    {
        _ when text.StartsWith(All, StringComparison.Ordinal) => new ReadAudience(new Audience.Everybody([.. Items(text[All.Length..])])),
        _ when text.StartsWith(Hand, StringComparison.Ordinal) => Picked([.. Numbers(text[Hand.Length..])]),
        _ when text.StartsWith(Named, StringComparison.Ordinal) => OfNames(text[Named.Length..], roster),
        _ when text.StartsWith(OfTeachers, StringComparison.Ordinal) => new ReadAudience(new Audience.Teachers()),
        _ when text.StartsWith(Missed, StringComparison.Ordinal) => Numbers(text[Missed.Length..]).ToArray() is [var id] ? new ReadAudience(new Audience.Unreached(id)) : new ReadAudience(null),
        _ => DistrictAsk.Parse(text) switch
        {
            { Institution: { } id } => Picked([id]),
            { Place: { Length: > 0 } place } => OfNames(place, roster),
            { } => new ReadAudience(questions.QueryOf(text) is { } query ? new Audience.Asked(query) : null),
            null => new ReadAudience(null),
        },
    };

    /// <summary>What a slot holds for names that were typed.</summary>
    public static string OfNames(string names) => $"{Named}{names.Replace(';', ',')}";

    /// <summary>What a slot is to hold for it.</summary>
    public static string Write(Audience audience) => audience switch
    {
        Audience.Everybody everybody => $"{All}{string.Join(',', everybody.Types)}",
        Audience.Picked picked => $"{Hand}{string.Join(',', picked.Institutions)}",
        Audience.Teachers => OfTeachers,
        Audience.Unreached unreached => $"{Missed}{unreached.BroadcastId.ToString(CultureInfo.InvariantCulture)}",
        Audience.Asked { Query: DistrictQuery.Standing standing } => new DistrictAsk(AskWhat.List, standing.Status, standing.Types, [.. standing.Points.Select(p => p.ToString())]).ToString(),
        Audience.Asked { Query: DistrictQuery.Changes changes } =>
            new DistrictAsk(AskWhat.Changes, changes.Actions.IsEmpty ? "" : OverviewLoader.StatusOf(changes.Actions[0]), changes.Types, [.. changes.Points.Select(p => p.ToString())], changes.Since).ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience.GetType().Name, "unknown audience"),
    };

    public static AudienceFacts ToFacts(Audience? audience, OrderBook orders) => audience switch
    {
        Audience.Everybody everybody => new AudienceFacts("everybody", "", everybody.Types, [], null, 0),
        Audience.Asked { Query: DistrictQuery.Standing standing } => new AudienceFacts("asked", standing.Status, standing.Types, Labels(standing.Points, orders), null, 0),
        Audience.Asked { Query: DistrictQuery.Changes changes } =>
            new AudienceFacts("changes", changes.Actions.IsEmpty ? "" : OverviewLoader.StatusOf(changes.Actions[0]), changes.Types, Labels(changes.Points, orders), changes.Since, 0),
        Audience.Picked picked => new AudienceFacts("picked", "", [], [], null, picked.Institutions.Length),
        Audience.Teachers => new AudienceFacts("teachers", "", [], [], null, 0),
        Audience.Unreached => new AudienceFacts("unreached", "", [], [], null, 0),
        null => new AudienceFacts("unknown", "", [], [], null, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience.GetType().Name, "unknown audience"),
    };

    /// <summary>«школы 5, 7 и сад 12»: each piece by itself; a bare number is of the type of the piece before.</summary>
    private static ReadAudience OfNames(string text, IReadOnlyList<Institution> roster)
    {
        string[] names = [.. Between().Split(text).Select(piece => piece.Trim()).Where(piece => piece.Length > 0).Take(MostNames)];
        if (names.Length > 0 && names.All(name => RosterSearch.TypeOf(name) is not null))
        {
            // «школам и садам»
            return new ReadAudience(new Audience.Everybody([.. names.Select(RosterSearch.TypeOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)]));
        }

        var (found, missing, unclear) = (new List<long>(), new List<string>(), new List<string>());
        string? type = null;
        foreach (var name in names)
        {
            switch (RosterSearch.Find(roster, name, type, 2, (typed, word) => TypedWords.Same(typed, word, tolerant: true)))
            {
                case [var one]:
                    found.Add(one.Id);
                    type = one.Type;
                    break;
                case []:
                    missing.Add(name);
                    break;
                default:
                    unclear.Add(name);
                    break;
            }
        }

        return Picked([.. found]) with { Missing = [.. missing], Unclear = [.. unclear] };
    }

    /// <summary>In one order, so that the same people are the same audience.</summary>
    private static ReadAudience Picked(IReadOnlyCollection<long> institutions) =>
        new(institutions.Count == 0 ? null : new Audience.Picked([.. institutions.Distinct().Order()]));

    private static ImmutableArray<string> Labels(ImmutableArray<LineKey> points, OrderBook orders) =>
        [.. points.Select(key => orders.Orders.FirstOrDefault(order => order.Number == key.Order)?.Points.FirstOrDefault(p => p.Id == key.Point)?.Label ?? key.Point)];

    private static string[] Items(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<long> Numbers(string list) =>
        Items(list).Select(item => long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0);

    [GeneratedRegex(@"[,;\n]|(?<=\s)и(?=\s)")]
    private static partial Regex Between();
}

/// <param name="Audience">Null when the text means nobody.</param>
internal sealed record ReadAudience(Audience? Audience)
{
    /// <summary>Names that no institution has.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Names that several have.</summary>
    public ImmutableArray<string> Unclear { get; init; } = [];
}
