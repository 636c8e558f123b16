using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>The engine's own recogniser <c>line</c>: «сделали 1.2б» names exactly one of the person's lines.</summary>
internal static partial class LineMention
{
    public static Recognition Recognise(DialogEvent.Wrote message, Facts facts)
    {
        var named = Mention().Matches(message.Text.ToLowerInvariant())
            .Select(m => m.Groups["point"].Value)
            .SelectMany(p => facts.Lines.Where(l => Bare(l.Label) == Bare(p) || Bare(l.Point) == Bare(p)))
            .Select(l => l.Key)
            .Distinct()
            .ToList();
        return named.Count == 1
            ? new Recognition.Match(DialogScope.NoValues.Add("line", named[0]))
            : new Recognition.None();
    }

    private static string Bare(string point) => point.Replace(".", "", StringComparison.Ordinal).Replace('ё', 'е').ToLowerInvariant();

    [GeneratedRegex(@"(?<![\w.])(?<point>\d+(\.\d+)+(\.?[a-zа-яё])?)(?![\w]|\.\d)")]
    private static partial Regex Mention();
}
