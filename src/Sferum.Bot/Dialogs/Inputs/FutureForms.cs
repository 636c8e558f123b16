using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// Days that people name only when they look ahead: «к 18-му», «в пятницу», «через две недели», «до конца месяца». A week
/// ends on Friday, or on Sunday for who asks at the weekend; a school year on 31 May.
/// </summary>
internal static partial class FutureForms
{
    private const string Days =
        @"(?<day>понедельник[ауе]?|вторник[ауе]?|сред[аеуы]|четверг[ауе]?|пятниц[аеуы]|суббот[аеуы]|воскресень[еюя]|пн|вт|ср|чт|пт|сб|вс)(?!\p{L})";

    private const string Next = @"(?<next>следующ\p{L}{2,3}|будущ\p{L}{2,3}|след\.?)";

    private static readonly string[] _shortDays = ["вс", "пн", "вт", "ср", "чт", "пт", "сб"];

    private static readonly string[] _months =
        ["январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"];

    /// <summary>In a folded text, in no order; they may overlap each other.</summary>
    public static IEnumerable<DateMention> Find(string text, DateSense sense) =>
    [
        .. Each(text, Number(), m => sense.DayOfMonth(Day(m))),
        .. Each(text, Weekday(), m => sense.Weekday(DayOfWeek(m), m.Groups["next"].Success)),
        .. Each(text, Week(), m => InWeek(m, sense)),
        .. Each(text, Distance(), m => After(sense.Today, m) is { } day ? sense.Judge(day) : null),
        .. Each(text, End(), m => EndOf(m, sense)),
        .. Each(text, Month(), m => WholeMonth(m, sense)),
    ];

    /// <summary>«18» or «пятница» as the whole text.</summary>
    public static DateReading? ReadBare(string text, DateSense sense) =>
        Bare().Match(text) is not { Success: true } match ? null
        : match.Groups["day"].Success ? sense.Weekday(DayOfWeek(match), false)
        : sense.DayOfMonth(Day(match));

    /// <summary>The day a distance of days, weeks, months or years after another: groups <c>n</c> and <c>unit</c> of the match.</summary>
    public static DateOnly? After(DateOnly day, Match distance)
    {
        var number = distance.Groups["n"].Value;
        int? count = number switch
        {
            "" => 1,
            "пару" or "пара" => 2,
            _ => int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits : SpokenNumbers.Cardinal(number),
        };
        return (count, distance.Groups["unit"].Value) switch
        {
            (null or > 999, _) => null,
            (_, "полмесяца") => day.AddDays(15),
            (_, "полгода") => day.AddMonths(6),
            ({ } n, ['н', ..]) => day.AddDays(7 * n),
            ({ } n, ['м', ..]) => day.AddMonths(n),
            ({ } n, ['г' or 'л', ..]) => day.AddYears(n),
            ({ } n, _) => day.AddDays(n),
        };
    }

    private static IEnumerable<DateMention> Each(string text, Regex regex, Func<Match, DateReading?> read)
    {
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (read(match) is { } reading)
            {
                yield return new DateMention(match.Index, match.Length, DateShape.Sure, reading);
            }
        }
    }

    private static DateReading InWeek(Match match, DateSense sense)
    {
        var isNext = match.Groups["next"].Success;
        return match.Groups["day"].Success
            ? sense.Judge(sense.InWeek(isNext ? 1 : 0, DayOfWeek(match)))
            : WeekEnd(isNext ? 1 : 0, sense);
    }

    private static DateReading WeekEnd(int after, DateSense sense)
    {
        var friday = sense.InWeek(after, System.DayOfWeek.Friday);
        return sense.Judge(friday < sense.Today ? sense.InWeek(after, System.DayOfWeek.Sunday) : friday);
    }

    private static DateReading? EndOf(Match match, DateSense sense)
    {
        var today = sense.Today;
        var next = match.Groups["next"].Success ? 1 : 0;
        return match.Groups["of"].Value switch
        {
            "дня" => sense.Judge(today.AddDays(next)),
            ['н', 'е', 'д', ..] => WeekEnd(next, sense),
            "месяца" => sense.Judge(LastOf(today.AddMonths(next))),
            ['у', 'ч', ..] => sense.WithoutYear(31, 5),
            "года" => sense.Judge(new DateOnly(today.Year + next, 12, 31)),
            var name => RussianCalendar.Month(name) is { } month ? sense.Judge(LastOf(FirstOf(month, match, today))) : null,
        };
    }

    /// <summary>«в мае» lasts to its end, «до мая» and «к маю» end at its beginning.</summary>
    private static DateReading? WholeMonth(Match match, DateSense sense)
    {
        if (match.Groups["next"].Success)
        {
            return sense.Judge(LastOf(sense.Today.AddMonths(1)));
        }

        var name = match.Groups["mon"].Value;
        var month = Array.FindIndex(_months, m => name.Length <= m.Length + 1 && name.StartsWith(m, StringComparison.Ordinal)) + 1;
        return match.Groups["within"].Success ? sense.Judge(LastOf(FirstOf(month, match, sense.Today)))
            : match.Groups["y"].Success ? sense.WithYear(1, month, match.Groups["y"].Value)
            : sense.WithoutYear(1, month);
    }

    /// <summary>Of the year that is said, else of the month that is not yet over.</summary>
    private static DateOnly FirstOf(int month, Match match, DateOnly today)
    {
        var year = match.Groups["y"] is { Success: true } said ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture)
            : month < today.Month ? today.Year + 1
            : today.Year;
        return new DateOnly(year, month, 1);
    }

    private static DateOnly LastOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static int? Day(Match match) => match.Groups["d"].Success
        ? int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)
        : SpokenNumbers.DayOfMonth(match.Groups["spoken"].Value);

    private static DayOfWeek DayOfWeek(Match match)
    {
        var name = match.Groups["day"].Value;
        return name.Length == 2 ? (DayOfWeek)Array.IndexOf(_shortDays, name) : RussianCalendar.Day(name)!.Value;
    }

    /// <summary>«18-му», «20-е», «к 18», «к восемнадцатому»; not «к 18:00», «до 18 часов», «на 20 человек».</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,/:-])(?<d>\d{1,2})-?(?:ого|его|му|ому|ему|го|е|ое|ым)(?!\p{L})(?:\sчисл[аоу])?|(?<![\p{L}\d.,/:-])(?<d>\d{1,2})\sчисл[аоу]м?(?!\p{L})|(?<=(?<!\p{L})(?:ко?|до|по|на|со?)\s)(?:(?<d>\d{1,2})(?!\d|\s?(?:час|ч(?!\p{L})|чел|уч|педаг|сотр|раб|род|мин|шт|класс|групп|лет|год|дн|ден|недел|месяц|меропр|чат|из\s|проц|%|[.:,/-]\d|№))(?![\p{L}])|(?<spoken>(?:(?:двадцать|тридцать)\s)?[а-я]{4,14})(?!\p{L}))")]
    private static partial Regex Number();

    /// <summary>Only behind a word that leads to it: «среда» is also what one works in.</summary>
    [GeneratedRegex(@"(?:(?<=(?<!\p{L})(?:во?|ко?|до|на|со?|по)\s)|(?<!\p{L})(?=эт(?:у|от|о|ого|ой)\s|ближайш|следующ|будущ|след[.\s]))(?:(?:эт(?:у|от|о|ого|ой)|ближайш\p{L}{2,3})\s|" + Next + @"\s)?" + Days + @"(?:\s(?:на\s)?(?<next>следующ\p{L}{2}|будущ\p{L}{2}|след\.?)\sнедел[еиюя])?")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<!\p{L})(?:эт(?:ой|у|а)|текущ\p{L}{2}|" + Next + @")\sнедел[еиюя](?!\p{L})(?:,?\s(?:во?|до|ко?)\s" + Days + ")?")]
    private static partial Regex Week();

    [GeneratedRegex(@"(?<!\p{L})(?:через|спустя|в\sтечени[еи]|за)\s(?:(?<n>\d{1,3}|[а-я]{2,12})\s)?(?:рабоч\p{L}{2}\s|календарн\p{L}{2}\s)?(?<unit>д(?:ень|ня|ней|енек)|сут(?:ки|ок)|недел(?:[юьи]|ьку|ьки)|месяц(?:а|ев)?|года?|лет|полгода|полмесяца)(?!\p{L})|(?<!\p{L})(?<unit>дн(?:я|ей)|недел(?:[иь]|ьки)|месяц(?:а|ев))\sчерез\s(?<n>\d{1,3}|[а-я]{2,12})(?!\p{L})")]
    private static partial Regex Distance();

    [GeneratedRegex(@"(?<!\p{L})кон(?:ца|цу|це|ец)\s(?:эт(?:ого|ой)\s|текущ\p{L}{2,3}\s|рабоч\p{L}{2,3}\s|календарн\p{L}{2,3}\s|" + Next + @"\s)?(?<of>уч(?:ебного|\.)?\s?года|[а-я]{3,8})(?!\p{L})(?:\s(?<y>20\d\d)(?!\d))?")]
    private static partial Regex End();

    [GeneratedRegex(@"(?<!\p{L})(?:(?<within>в)|до|к)\s(?<mon>(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[еуюая])(?!\p{L})(?:\s(?<y>20\d\d)(?!\d))?|(?<!\p{L})" + Next + @"\sмесяц[еуа]?(?!\p{L})")]
    private static partial Regex Month();

    [GeneratedRegex("^(?:(?<d>\\d{1,2})|" + Days + ")[.!)]?$")]
    private static partial Regex Bare();
}
