using System.Collections.Immutable;
using System.Globalization;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>
/// What is asked about the district, as a text that a slot keeps and a button carries:
/// <c>list;open;t=МОУ,УДО;l=223-09/1.2.b;d=2024-04-15</c>. An old button may hold anything: <see cref="Parse"/> gives null then.
/// </summary>
/// <param name="What">One of <see cref="AskWhat"/>.</param>
/// <param name="Status">One of <see cref="AskStatus"/>; empty where none is meant.</param>
/// <param name="Types">МОУ, МДОУ or УДО; none for all.</param>
/// <param name="Points">Keys of lines or of headings above them (<c>223-09/1.2</c>); none for all that is mandatory.</param>
/// <param name="Since">The first day of <see cref="AskWhat.Changes"/>.</param>
/// <param name="Institution">Of <see cref="AskWhat.One"/>, once it is known.</param>
/// <param name="Place">Words that name an institution; empty when none do.</param>
/// <param name="Skip">So many of the answer's institutions were shown before.</param>
internal sealed record DistrictAsk(
    string What,
    string Status,
    ImmutableArray<string> Types,
    ImmutableArray<string> Points,
    DateOnly? Since = null,
    long? Institution = null,
    string Place = "",
    int Skip = 0)
{
    /// <summary>More words name no institution, and a button could not carry them.</summary>
    public const int LongestPlace = 60;

    private const char Between = ';';

    private const char Listed = ',';

    private const string Day = "yyyy-MM-dd";

    /// <summary>More of one kind come from no grammar and no button.</summary>
    private const int Most = 60;

    /// <summary>Null for what this record never writes.</summary>
    public static DistrictAsk? Parse(string text)
    {
        var pieces = text.Split(Between);
        if (pieces.Length < 2 || !AskWhat.All.Contains(pieces[0]) || !(pieces[1].Length == 0 || AskStatus.All.Contains(pieces[1])))
        {
            return null;
        }

        var ask = new DistrictAsk(pieces[0], pieces[1], [], []);
        foreach (var piece in pieces[2..])
        {
            if (ask.With(piece) is not { } more)
            {
                return null;
            }

            ask = more;
        }

        return ask.IsWhole ? ask : null;
    }

    public override string ToString() => string.Join(Between, Pieces());

    private bool IsWhole => What switch
    {
        AskWhat.List or AskWhat.Count => Status.Length > 0,
        AskWhat.Changes => Since is not null,
        _ => Institution is not null || Place.Length > 0,
    };

    private IEnumerable<string> Pieces()
    {
        yield return What;
        yield return Status;
        if (Types.Length > 0)
        {
            yield return $"t={string.Join(Listed, Types)}";
        }

        if (Points.Length > 0)
        {
            yield return $"l={string.Join(Listed, Points)}";
        }

        if (Since is { } since)
        {
            yield return $"d={since.ToString(Day, CultureInfo.InvariantCulture)}";
        }

        if (Institution is { } institution)
        {
            yield return $"i={institution.ToString(CultureInfo.InvariantCulture)}";
        }

        if (Skip > 0)
        {
            yield return $"o={Skip.ToString(CultureInfo.InvariantCulture)}";
        }

        if (Place.Length > 0)
        {
            yield return $"p={Place.Replace(Between, ' ')}";
        }
    }

    private DistrictAsk? With(string piece) => piece switch
    {
        ['t', '=', .. var types] when Items(types) is { } items => this with { Types = items },
        ['l', '=', .. var points] when Items(points) is { } items => this with { Points = items },
        ['d', '=', .. var day] when DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) => this with { Since = since },
        ['i', '=', .. var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var institution) => this with { Institution = institution },
        ['o', '=', .. var shown] when int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var skip) => this with { Skip = skip },
        ['p', '=', .. var place] when place.Length is > 0 and <= LongestPlace => this with { Place = place },
        _ => null,
    };

    private static ImmutableArray<string>? Items(string list) =>
        list.Split(Listed) is var items && items.Length <= Most && items.All(i => i.Length > 0) ? [.. items] : null;
}

/// <summary>What kind of answer is wanted. A closed list.</summary>
internal static class AskWhat
{
    /// <summary>Which institutions stand so.</summary>
    public const string List = "list";

    /// <summary>How many do.</summary>
    public const string Count = "count";

    /// <summary>What has happened since a day.</summary>
    public const string Changes = "changes";

    /// <summary>How one institution stands.</summary>
    public const string One = "one";

    public static ImmutableArray<string> All { get; } = [List, Count, Changes, One];
}

/// <summary>How an institution may stand. A closed list; what each means exactly is said where it is counted.</summary>
internal static class AskStatus
{
    public const string Open = "open";
    public const string Late = "late";
    public const string Reported = "reported";
    public const string Waiting = "waiting";
    public const string Accepted = "accepted";
    public const string Returned = "returned";
    public const string Promised = "promised";
    public const string Absent = "absent";
    public const string Joined = "joined";

    public static ImmutableArray<string> All { get; } = [Open, Late, Reported, Waiting, Accepted, Returned, Promised, Absent, Joined];

    /// <summary>Those that come about on a day, so that one may ask since when.</summary>
    public static ImmutableArray<string> Events { get; } = [Reported, Accepted, Returned, Promised, Joined];
}
