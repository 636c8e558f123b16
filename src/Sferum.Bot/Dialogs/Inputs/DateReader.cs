using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Finds the dates that a clean text names, in any Russian way. What is reported has happened, so that a date without a
/// year is the nearest one in the past; one of the next <see cref="SoonDays"/> days counts as a slip into the future.
/// </summary>
internal static partial class DateReader
{
    /// <summary>No school has acts on Sferum from before; the plan of an institution may well be some years old.</summary>
    private const int FirstYear = 2000;

    private const int SoonDays = 60;

    /// <summary>A text with more dates is no answer; bounds the work on it.</summary>
    private const int Most = 40;

    /// <summary>How far before a date the words stand that lead to it.</summary>
    private const int LongestLead = 40;

    /// <summary>In the order of their places; where two overlap, the one that begins first, then the longer.</summary>
    public static List<DateMention> Find(string clean, DateOnly today)
    {
        var text = TypedText.Fold(clean);
        var found = new List<DateMention>();
        Collect(Iso(), DateShape.Sure, m => Numbers(m, today));
        Collect(Full(), DateShape.Sure, m => Numbers(m, today));
        Collect(Spaced(), DateShape.Sure, m => Numbers(m, today));
        Collect(MonthName(), DateShape.Sure, m => Named(m, today));
        Collect(DayAndMonth(), DateShape.DayAndMonth, m => Numbers(m, today));
        Collect(Slashed(), DateShape.Slashed, m => Numbers(m, today));
        Collect(DayAlone(), DateShape.Sure, m => OfThisMonth(m, today));
        Collect(Relative(), DateShape.Sure, m => Judge(today.AddDays(Offset(m.Value)), today));
        Collect(Weekday(), DateShape.Sure, m => LastWeekday(m, today));
        Collect(Ago(), DateShape.Sure, m => DaysAgo(m, today));

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

    /// <summary>A date of digits alone: «15 4», «15042024»; for texts that are nothing else.</summary>
    public static DateReading? ReadBare(string clean, DateOnly today) =>
        Bare().Match(clean) is { Success: true } match ? Numbers(match, today) : null;

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

    private static DateReading? Numbers(Match match, DateOnly today)
    {
        var day = Int(match.Groups["d"]);
        var month = Int(match.Groups["m"]);
        return match.Groups["y"] is { Success: true } year ? WithYear(day, month, year.Value, today) : WithoutYear(day, month, today);
    }

    private static DateReading? Named(Match match, DateOnly today)
    {
        var day = match.Groups["d"].Success ? Int(match.Groups["d"]) : SpokenNumbers.DayOfMonth(match.Groups["spoken"].Value);
        if (day is null || RussianCalendar.Month(match.Groups["mon"].ValueSpan) is not { } month)
        {
            return null;
        }

        return match.Groups["last"].Success ? WithYear(day.Value, month, $"{today.Year - 1}", today)
            : match.Groups["y"] is { Success: true } year ? WithYear(day.Value, month, year.Value, today)
            : WithoutYear(day.Value, month, today);
    }

    /// <summary>«15-го», «15 числа»: of this month, or of the last one when that day is still to come.</summary>
    private static DateReading? OfThisMonth(Match match, DateOnly today)
    {
        var day = match.Groups["d"].Success ? Int(match.Groups["d"]) : SpokenNumbers.DayOfMonth(match.Groups["spoken"].Value);
        if (day is null or < 1 or > 31)
        {
            return null;
        }

        var month = day <= today.Day ? today : today.AddMonths(-1);
        return WithYear(day.Value, month.Month, $"{month.Year}", today);
    }

    private static DateReading WithYear(int day, int month, string digits, DateOnly today)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length == 2)
        {
            year += year < 70 ? 2000 : 1900;
        }

        return year < FirstYear || year > today.Year + 1
            ? new DateReading.Refused("far_date")
            : Exists(year, month, day) ? Judge(new DateOnly(year, month, day), today) : new DateReading.Refused("impossible_date");
    }

    private static DateReading? WithoutYear(int day, int month, DateOnly today)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (Exists(today.Year, month, day) && new DateOnly(today.Year, month, day) is var near && near <= today.AddDays(SoonDays))
        {
            return Judge(near, today);
        }

        return Exists(today.Year - 1, month, day)
            ? Judge(new DateOnly(today.Year - 1, month, day), today)
            : new DateReading.Refused("impossible_date");
    }

    private static DateReading.Valid LastWeekday(Match match, DateOnly today)
    {
        var day = RussianCalendar.Day(match.Groups["day"].Value)!.Value;
        var back = ((int)today.DayOfWeek - (int)day + 7) % 7;
        return new DateReading.Valid(today.AddDays(back == 0 && match.Groups["last"].Success ? -7 : -back));
    }

    private static DateReading.Valid? DaysAgo(Match match, DateOnly today)
    {
        var number = match.Groups["n"].ValueSpan;
        var count = number.IsEmpty
            ? 1
            : int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits : SpokenNumbers.Cardinal(number.ToString());
        return count is null ? null : new DateReading.Valid(today.AddDays(-count.Value * (match.Groups["week"].Success ? 7 : 1)));
    }

    private static int Offset(string word) => word switch
    {
        _ when word.StartsWith("позавчера", StringComparison.Ordinal) => -2,
        _ when word.StartsWith("вчера", StringComparison.Ordinal) => -1,
        _ when word.StartsWith("послезавтра", StringComparison.Ordinal) => 2,
        _ when word.StartsWith("завтра", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    private static DateReading Judge(DateOnly date, DateOnly today) =>
        date > today ? new DateReading.Refused("future_date") : new DateReading.Valid(date);

    private static bool Exists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Int(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/-])(?<y>\d{4})(?<s>[-./])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d/-])")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?<!\d[./,-])(?<d>\d{1,2})\s?(?<s>[./,-])\s?(?<m>\d{1,2})\s?\k<s>\s?'?(?<y>\d{4}|\d{2})(?!\d)(?:\s?г(?:ода?|\.)?(?!\p{L}))?")]
    private static partial Regex Full();

    [GeneratedRegex(@"(?<![\d.,/-])(?<!\d\s)(?<d>\d{1,2})\s(?<m>0\d|1[0-2])\s(?<y>20\d\d)(?!\d)")]
    private static partial Regex Spaced();

    /// <summary>A year of two digits only where nothing can be counted by it: «15 апреля 24 г.», not «15 апреля 24 человека».</summary>
    [GeneratedRegex(@"(?:(?<![\d.,/-])[«""]?(?<d>\d{1,2})[»""]?(?:\s?-?\s?(?:ого|его|го|ое|е)(?!\p{L}))?\s?|(?<!\p{L})(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})\s)(?<mon>[а-я]{3,9})(?!\p{L})\.?(?:\s?(?<y>(?:1[89]|2[01])\d\d)(?!\d)|\s?'(?<y>\d\d)(?!\d)|\s?(?<y>2\d)(?=\s?г(?:од|\.|\s|$)|[.!]?$)|\s(?<last>прошлого\sгода))?(?:\s?г(?:ода?|\.)?(?!\p{L}))?")]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<![\d\p{L}])(?<!\d[./,-])(?<d>\d{1,2})\.(?<m>\d{1,2})(?![\d\p{L}])(?![./,-]\d)")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(?<![\d\p{L}])(?<!\d[./,-])(?<d>\d{1,2})[/,](?<m>\d{1,2})(?![\d\p{L}])(?![./,-]\d)")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"(?<![\d.,/-])(?<d>\d{1,2})(?:-?го(?!\p{L})(?:\s?числ[ао](?!\p{L}))?|\s?числ[ао](?!\p{L}))|(?<!\p{L})от\s(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})(?!\p{L})|(?<!\p{L})(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})\sчисла(?!\p{L})")]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"(?<!\p{L})(?:позавчера|вчера|сегодня|послезавтра|завтра)(?:шн\p{L}{2,3})?(?!\p{L})")]
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
