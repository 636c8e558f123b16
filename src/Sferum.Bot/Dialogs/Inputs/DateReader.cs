using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Finds the dates that a clean text names, in any Russian way. What a date without a year comes to depends on the
/// direction (<see cref="DateSense"/>); words that only look ahead are read by <see cref="FutureForms"/>.
/// </summary>
internal static partial class DateReader
{
    /// <summary>A text with more dates is no answer; bounds the work on it.</summary>
    private const int Most = 40;

    /// <summary>How far before a date the words stand that lead to it.</summary>
    private const int LongestLead = 40;

    /// <summary>In the order of their places; where two overlap, the one that begins first, then the longer.</summary>
    public static List<DateMention> Find(string clean, DateOnly today, DateDirection direction = DateDirection.Past)
    {
        var text = TypedText.Fold(clean);
        var sense = new DateSense(today, direction);
        var found = new List<DateMention>(direction == DateDirection.Future ? FutureForms.Find(text, sense) : []);
        Collect(Iso(), DateShape.Sure, m => Numbers(m, sense));
        Collect(Full(), DateShape.Sure, m => Numbers(m, sense));
        Collect(Spaced(), DateShape.Sure, m => Numbers(m, sense));
        Collect(MonthName(), DateShape.Sure, m => Named(m, sense));
        Collect(DayAndMonth(), DateShape.DayAndMonth, m => Numbers(m, sense));
        Collect(Slashed(), DateShape.Slashed, m => Numbers(m, sense));
        Collect(DayAlone(), DateShape.Sure, m => sense.DayOfMonth(Day(m)));
        Collect(Relative(), DateShape.Sure, m => sense.Judge(today.AddDays(Offset(m.Value))));
        Collect(Ago(), DateShape.Sure, m => DaysAgo(m, sense));
        if (direction == DateDirection.Past)
        {
            Collect(Weekday(), DateShape.Sure, m => sense.Weekday(RussianCalendar.Day(m.Groups["day"].Value)!.Value, m.Groups["last"].Success));
        }

        var free = 0;
        var result = new List<DateMention>();
        foreach (var mention in found.OrderBy(m => m.Start).ThenByDescending(m => m.Length))
        {
            if (mention.Start >= free)
            {
                result.Add(mention);
                free = mention.End;
            }

            if (result.Count == Most)
            {
                break;
            }
        }

        return result;

        void Collect(Regex regex, DateShape shape, Func<Match, DateReading?> read)
        {
            for (var match = regex.Match(text); match.Success; match = match.NextMatch())
            {
                if (read(match) is { } reading)
                {
                    found.Add(new DateMention(match.Index, match.Length, shape, reading));
                }
            }
        }
    }

    /// <summary>A date of digits alone: «15 4», «15042024», ahead also «18», and «пятница»; for texts that are nothing else.</summary>
    public static DateReading? ReadBare(string clean, DateOnly today, DateDirection direction = DateDirection.Past)
    {
        var sense = new DateSense(today, direction);
        return Bare().Match(clean) is { Success: true } match ? Numbers(match, sense)
            : direction == DateDirection.Future ? FutureForms.ReadBare(TypedText.Fold(clean), sense)
            : null;
    }

    /// <summary>The text with the dates blanked, and the words that lead to them («от», «создан»), all other places unmoved.</summary>
    public static string Blank(string clean, IEnumerable<DateMention> mentions)
    {
        foreach (var mention in mentions)
        {
            var from = Math.Max(0, mention.Start - LongestLead);
            var lead = Lead().Match(TypedText.Fold(clean[from..mention.Start]));
            var start = lead.Success ? from + lead.Index : mention.Start;
            clean = TypedText.Blank(clean, start, mention.End - start);
        }

        return clean;
    }

    private static DateReading? Numbers(Match match, DateSense sense)
    {
        var day = Int(match.Groups["d"]);
        var month = Int(match.Groups["m"]);
        return match.Groups["y"] is { Success: true } year ? sense.WithYear(day, month, year.Value) : sense.WithoutYear(day, month);
    }

    private static DateReading? Named(Match match, DateSense sense)
    {
        var day = Day(match);
        if (day is null || RussianCalendar.Month(match.Groups["mon"].ValueSpan) is not { } month)
        {
            return null;
        }

        return match.Groups["last"].Success ? sense.WithYear(day.Value, month, $"{sense.Today.Year - 1}")
            : match.Groups["next"].Success ? sense.WithYear(day.Value, month, $"{sense.Today.Year + 1}")
            : match.Groups["y"] is { Success: true } year ? sense.WithYear(day.Value, month, year.Value)
            : sense.WithoutYear(day.Value, month);
    }

    private static int? Day(Match match) =>
        match.Groups["d"].Success ? Int(match.Groups["d"]) : SpokenNumbers.DayOfMonth(match.Groups["spoken"].Value);

    private static DateReading? DaysAgo(Match match, DateSense sense)
    {
        var number = match.Groups["n"].ValueSpan;
        var count = number.IsEmpty
            ? 1
            : int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits : SpokenNumbers.Cardinal(number.ToString());
        return count is null ? null : sense.Judge(sense.Today.AddDays(-count.Value * (match.Groups["week"].Success ? 7 : 1)));
    }

    private static int Offset(string word) => word switch
    {
        _ when word.StartsWith("позавчера", StringComparison.Ordinal) => -2,
        _ when word.StartsWith("вчера", StringComparison.Ordinal) => -1,
        _ when word.StartsWith("после", StringComparison.Ordinal) => 2,
        _ when word.StartsWith("завтр", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/-])(?<y>\d{4})(?<s>[-./])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/-])")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<!\d[./,-])(?<d>\d{1,2})\s?(?<s>[./,-])\s?(?<m>\d{1,2})\s?\k<s>\s?'?(?<y>\d{4}|\d{2})(?!\d)(?:\s?г(?:ода?|\.)?(?!\p{L}))?")]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\d.,/-])(?<!\d\s)(?<d>\d{1,2})\s(?<m>0\d|1[0-2])\s(?<y>20\d\d)(?!\d)")]
    private static partial Regex Spaced();

    /// <summary>A year of two digits only where nothing can be counted by it: «15 апреля 24 г.», not «15 апреля 24 человека».</summary>
    [GeneratedRegex(@"(?:(?<![\d.,/-])[«""]?(?<d>\d{1,2})[»""]?(?:\s?-?\s?(?:ого|его|го|ое|е)(?!\p{L}))?\s?|(?<!\p{L})(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})\s)(?<mon>[а-я]{3,9})(?!\p{L})\.?(?:\s?(?<y>(?:1[89]|2[01])\d\d)(?!\d)|\s?'(?<y>\d\d)(?!\d)|\s?(?<y>2\d)(?=\s?г(?:од|\.|\s|$)|[.!]?$)|\s(?<last>прошлого\sгода)|\s(?<next>(?:следующего|будущего)\sгода))?(?:\s?г(?:ода?|\.)?(?!\p{L}))?")]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<![\d\p{L}])(?<!\d[./,-])(?<d>\d{1,2})\.(?<m>\d{1,2})(?![\d\p{L}])(?![./,-]\d)")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(?<![\d\p{L}])(?<!\d[./,-])(?<d>\d{1,2})[/,](?<m>\d{1,2})(?![\d\p{L}])(?![./,-]\d)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,/-])(?<d>\d{1,2})(?:-?го(?!\p{L})(?:\s?числ[ао](?!\p{L}))?|\s?числ[ао](?!\p{L}))|(?<!\p{L})от\s(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})(?!\p{L})|(?<!\p{L})(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})\sчисла(?!\p{L})")]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"(?<!\p{L})(?:позавчера|вчера|сегодня|после\s?завтр[ао]|завтр[ао])(?:шн\p{L}{2,3})?(?!\p{L})")]
    private static partial Regex Relative();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:во?|от)\s)?(?:(?<last>прошл\p{L}{2,3}|минувш\p{L}{2,3}|предыдущ\p{L}{2,3})\s|(?<=(?:во?|от)\s))(?:эт[уо][тй]?\s)?(?<day>понедельник[а]?|вторник[а]?|сред[уы]|четверг[а]?|пятниц[уы]|суббот[уы]|воскресень[ея])(?!\p{L})")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<n>\d{1,3}|[а-я]{2,12})\s)?(?:д(?:ень|ня|ней)|(?<week>недел[юьи]))\sназад(?!\p{L})")]
    private static partial Regex Ago();

    [GeneratedRegex(@"^\D{0,12}?(?:(?<d>\d{2})(?<m>\d{2})(?<y>\d{4})|(?<d>\d{1,2})[\s-](?<m>\d{1,2})(?:\s(?<y>\d{4}|\d{2}))?)\D{0,3}$")]
    private static partial Regex Bare();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:дата\s(?:создания|размещения|утверждения|проведения)|создан[аоы]?|создали|размещен[аоы]?|утвержден[аоы]?|дата|от|за)\s?[:-]?\s?){1,2}$", RegexOptions.RightToLeft)]
    private static partial Regex Lead();
}
