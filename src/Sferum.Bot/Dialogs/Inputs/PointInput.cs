using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Points of an order named in a sentence: «1.1», «1.2 б», «п. 1.1а», «сделали 1.1 и 1.3». Parts <c>point</c> (the first,
/// <c>1.2.b</c>) and, when there are more, <c>points</c> (all, with spaces). The order's dashes are lettered: а б в г д are
/// a b c d e by their place, Latin letters stand for themselves. Whether there is such a point is not asked here.
/// </summary>
internal sealed partial class PointInput : IInput
{
    private const string Part = "point";

    private const string All = "points";

    private const int Most = 40;

    public string Name => Part;

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var points = Find(message.Text);
        return points.IsEmpty
            ? new Recognition.None()
            : new Recognition.Match(AnswerParts.Of((Part, points[0]), (All, points.Length > 1 ? string.Join(' ', points) : null)));
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        string.Join(", ", (values.GetValueOrDefault(All) ?? values.GetValueOrDefault(Part, "")).Split(' ').Select(Label));

    /// <summary>Ids of the points, each once, in the order in which they are named.</summary>
    public static ImmutableArray<string> Find(string text) =>
        [.. Mentions(TypedText.Clean(text)).SelectMany(m => m.Ids).Distinct().Take(Most)];

    /// <summary>Where a clean text names points, in the order of their places.</summary>
    public static IEnumerable<PointMention> Mentions(string clean)
    {
        var found = 0;
        for (var match = Point().Match(TypedText.Fold(clean)); match.Success && found < Most; match = match.NextMatch(), found++)
        {
            yield return new PointMention(match.Index, match.Length, [.. Ids(match)]);
        }
    }

    /// <summary>«1.2 а, б»: the letters that follow belong to the same number.</summary>
    private static IEnumerable<string> Ids(Match match)
    {
        var number = match.Groups["n"].Value;
        var letters = match.Groups["l"].Captures;
        return letters.Count == 0 ? [number] : letters.Select(l => $"{number}.{Latin(l.Value[0])}");
    }

    /// <summary>By place; с and е, which no list of five has in that place, are the Latin letters they look like.</summary>
    private static char Latin(char letter) => letter switch
    {
        'а' => 'a',
        'б' => 'b',
        'в' or 'с' => 'c',
        'г' => 'd',
        'д' or 'е' => 'e',
        _ => letter,
    };

    /// <summary>«1.2.b» as people write it, «1.2б».</summary>
    private static string Label(string point) =>
        point.Length > 2 && point[^1] is >= 'a' and <= 'e' ? point[..^2] + "абвгд"[point[^1] - 'a'] : point;

    // A lone «а» or «в» after a space is a letter of the list only where no word follows: «1.2 а также», «1.2 в чате».
    [GeneratedRegex(@"(?<![\p{L}\d./])(?<!(?:^|[^.\d])\d{1,4},)(?<!\d-)(?:п+\.?\s?)?(?<n>\d{1,2}(?:\.\d{1,2}){1,3})(?!\d|[/%-]\d)(?:(?:\.|-|/|\()?(?<l>[абвгдсеa-e])\)?(?![\p{L}\d])|\s(?:подп(?:ункт)?\.?\s|\(|"")?(?<l>[бгдb-e])[)""]?(?![\p{L}\d])|\s(?:\(|"")?(?<l>[авa])(?:[)""]|(?=\s?(?:$|[,;.!?\n]|\s(?:и|готов\p{L}{0,2}|сделан\p{L}?|выполнен\p{L}?)(?!\p{L}))))|\sподп(?:ункт)?\.?\s(?<l>[ав])(?!\p{L}))?(?:(?<=[\p{L})])(?:\s?,\s?|\s(?:и|,)\s)(?<l>[абвгдa-e])\)?(?![\p{L}\d])){0,5}(?!\p{L}|\.\d)")]
    private static partial Regex Point();
}
