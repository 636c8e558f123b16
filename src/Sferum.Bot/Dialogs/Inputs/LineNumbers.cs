using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Lines named by numbers in a clean text. A number names the line of that point (<c>1.2.b</c>) or label («1.2» may be the
/// label of <c>1.2.0</c>); one that is neither is a heading's and names all lines below it. «1.2а-1.2г» names those between.
/// </summary>
/// <param name="Lines">Each once.</param>
/// <param name="HasGroup">Some number is a heading's, or there is a range.</param>
/// <param name="Rest">The text without what names lines, all other places unmoved.</param>
internal sealed partial record LineNumbers(ImmutableHashSet<LineFacts> Lines, bool HasGroup, string Rest)
{
    /// <summary>How far before a number the words stand that lead to it.</summary>
    private const int LongestLead = 20;

    public static LineNumbers Of(string clean, Facts facts)
    {
        var lines = ImmutableHashSet.CreateBuilder<LineFacts>();
        var hasGroup = false;
        var rest = clean;
        for (var range = Range().Match(TypedText.Fold(clean)); range.Success; range = range.NextMatch())
        {
            var between = Between(range, facts);
            lines.UnionWith(between);
            hasGroup |= between.Count > 0;
            rest = between.Count > 0 ? Blank(rest, range.Index, range.Length) : rest;
        }

        foreach (var mention in PointInput.Mentions(rest).ToList())
        {
            var named = mention.Ids.Select(id => Named(id, facts)).ToList();
            lines.UnionWith(named.SelectMany(n => n.Lines));
            hasGroup |= named.Any(n => n.IsHeading);
            rest = named.Exists(n => n.Lines.Count > 0) ? Blank(rest, mention.Start, mention.Length) : rest;
        }

        return new LineNumbers(lines.ToImmutable(), hasGroup, rest);
    }

    /// <summary>The text without what names lines; numbers of no line, such as «15.04», stay.</summary>
    public static string Blank(string clean, Facts facts) => Of(clean, facts).Rest;

    private static string Blank(string text, int start, int length)
    {
        var from = Math.Max(0, start - LongestLead);
        var lead = Lead().Match(TypedText.Fold(text[from..start]));
        var begin = lead.Success ? from + lead.Index : start;
        return TypedText.Blank(text, begin, start + length - begin);
    }

    private static (List<LineFacts> Lines, bool IsHeading) Named(string id, Facts facts)
    {
        var exact = facts.Lines.Where(l => l.Point == id || l.Label == id).ToList();
        var below = exact.Count > 0 ? [] : facts.Lines.Where(l => l.Point.StartsWith($"{id}.", StringComparison.Ordinal)).ToList();
        return exact.Count > 0 ? (exact, false) : (below, below.Count > 0);
    }

    private static List<LineFacts> Between(Match range, Facts facts)
    {
        var first = range.Groups["n"].Value;
        var last = range.Groups["m"].Success ? range.Groups["m"].Value : first;
        var begin = PointInput.Find(first + range.Groups["a"].Value).FirstOrDefault("");
        var end = PointInput.Find(last + range.Groups["b"].Value).FirstOrDefault("");
        if (!range.Groups["m"].Success && !range.Groups["b"].Success)
        {
            return [];
        }

        var result = new List<LineFacts>();
        foreach (var order in facts.Lines.GroupBy(l => l.Order))
        {
            var lines = order.ToList();
            var of = facts with { Lines = [.. lines] };
            var from = Named(begin, of).Lines.Select(l => lines.IndexOf(l)).DefaultIfEmpty(int.MaxValue).Min();
            var to = Named(end, of).Lines.Select(l => lines.IndexOf(l)).DefaultIfEmpty(-1).Max();
            result.AddRange(from <= to ? lines[from..(to + 1)] : []);
        }

        return result;
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,/-])(?<n>\d{1,2}(?:\.\d{1,2}){1,3})\s?\.?(?<a>[абвгдabcde])?\)?\s?(?:-|(?<!\p{L})(?:по|до)(?!\p{L})\s?(?:пункт\p{L}{0,2}\s)?)\s?(?:(?<m>\d{1,2}(?:\.\d{1,2}){1,3})\s?\.?)?(?<b>[абвгдabcde])?(?![\p{L}\d]|\.\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<!\p{L})(?:по\s|за\s)?(?:под)?(?:пункт\p{L}{0,3}|п+\.)\s?№?\s?$", RegexOptions.RightToLeft)]
    private static partial Regex Lead();
}
