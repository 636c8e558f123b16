using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Brings «с 20 по 30 апреля» and «20.04-30.04» into the form of two whole dates with a dash between them.</summary>
internal static partial class PeriodText
{
    /// <summary>Of a folded text; the places are not those of the text any more.</summary>
    public static string Spread(string text)
    {
        text = Named().Replace(text, m => RussianCalendar.Month(m.Groups["mon"].ValueSpan) is { } month ? Two(m, month) : m.Value);
        text = Dotted().Replace(text, m => Two(m, int.Parse(m.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)));
        text = Bare().Replace(text, m => $"с {m.Groups["d"]}-го - {m.Groups["e"]}-го");
        return Joined().Replace(text, " - ");
    }

    /// <summary>«с 30 по 5 мая» begins in April.</summary>
    private static string Two(Match match, int month)
    {
        var (first, second) = (Int(match.Groups["d"]), Int(match.Groups["e"]));
        var before = first <= second ? month : ((month + 10) % 12) + 1;
        var year = match.Groups["y"] is { Success: true } group ? $".{group}" : "";
        var yearBefore = before > month ? "" : year;
        return $"{first:00}.{before:00}{yearBefore} - {second:00}.{month:00}{year}";
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.,/-])(?<d>\d{1,2})(?:-?(?:го|ого|е))?\s?(?:-|(?:по|до)(?!\p{L}))\s?(?<e>\d{1,2})(?:-?(?:го|ого|ое|е)(?!\p{L}))?\s?(?<mon>[а-я]{3,9})(?!\p{L})(?:\s(?<y>20\d\d)(?!\d))?")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\d.,/-])(?<d>\d{1,2})\s?(?:-|(?:по|до)(?!\p{L}))\s?(?<e>\d{1,2})\.(?<m>0\d|1[0-2]|\d)(?:\.(?<y>\d{4}|\d{2}))?(?![\d])")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\p{L})с\s(?<d>\d{1,2})(?:-?(?:го|ого))?\s?(?:-|(?:по|до)(?!\p{L}))\s?(?<e>\d{1,2})(?:-?(?:го|ого|ое|е)|\sчисл[оа])?(?![\p{L}\d]|\s?[.,:/-]\d|\s\p{L})")]
    private static partial Regex Bare();

    /// <summary>The dash of «20.04-30.04».</summary>
    [GeneratedRegex(@"(?<=\d\.\d{1,4})\s?-\s?(?=\d{1,2}\.\d)")]
    private static partial Regex Joined();
}
