using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>From which day on something is asked: «со вчера», «за неделю», «с 15 апреля», «с понедельника».</summary>
internal static partial class SinceWords
{
    /// <summary>The first day that is meant, null when none is said, and the text without the words that say it.</summary>
    public static (DateOnly? Since, string Left) Of(string clean, DateOnly today)
    {
        var text = TypedText.Fold(clean);
        foreach (var (regex, read) in Ways)
        {
            if (regex.Match(text) is { Success: true } match && read(match, today) is { } day && day <= today)
            {
                return (day, TypedText.Blank(clean, match.Index, match.Length));
            }
        }

        var named = DateReader.Find(clean, today).Find(m => m.Shape != DateShape.Slashed && m.Reading is DateReading.Valid);
        return named is { Reading: DateReading.Valid valid } ? (valid.Date, DateReader.Blank(clean, [named])) : (null, clean);
    }

    private static readonly (Regex Regex, Func<Match, DateOnly, DateOnly?> Read)[] Ways =
    [
        (Distance(), (match, today) => Before(today, match)),
        (Weekday(), (match, today) => new DateSense(today, DateDirection.Past).Weekday(RussianCalendar.Day(match.Groups["day"].Value)!.Value, match.Groups["last"].Success) is DateReading.Valid valid ? valid.Date : null),
        (Begin(), (match, today) => BeginOf(match.Groups["of"].Value, match.Groups["last"].Success, today)),
        (DayOfMonth(), (match, today) => new DateSense(today, DateDirection.Past).DayOfMonth(int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)) is DateReading.Valid valid ? valid.Date : null),
    ];

    /// <summary>«за день» is since yesterday, «за неделю» since the same weekday of the last one.</summary>
    private static DateOnly? Before(DateOnly today, Match match)
    {
        var number = match.Groups["n"].Value;
        int? count = number.Length == 0 ? 1 : int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits : number == "пару" ? 2 : SpokenNumbers.Cardinal(number);
        return (count, match.Groups["unit"].Value) switch
        {
            (null or > 400, _) => null,
            ({ } n, ['н', ..]) => today.AddDays(-7 * n),
            ({ } n, ['м', ..]) => today.AddMonths(-n),
            (_, ['в', ..]) => today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (today.DayOfWeek is System.DayOfWeek.Saturday or System.DayOfWeek.Sunday ? -5 : 2)),
            ({ } n, _) => today.AddDays(-n),
        };
    }

    private static DateOnly BeginOf(string period, bool isLast, DateOnly today) => period[0] == 'н'
        ? today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (isLast ? 7 : 0))
        : new DateOnly(today.Year, today.Month, 1).AddMonths(isLast ? -1 : 0);

    [GeneratedRegex(@"(?<!\p{L})за\s(?:(?:последн|прошедш|прошл|минувш|эт|текущ|истекш|сам)\p{L}{1,3}\s)?(?:(?<n>\d{1,3}|[а-я]{2,12})\s)?(?:(?:последн|прошедш|рабоч)\p{L}{2,3}\s)?(?<unit>день|дня|дней|сутки|суток|недел[юьи]|недельку|месяц(?:а|ев)?|выходные)(?!\p{L})")]
    private static partial Regex Distance();

    [GeneratedRegex(@"(?<!\p{L})со?\s(?<last>прошл\p{L}{2,3}\s)?(?<day>понедельник[а]?|вторник[а]?|сред[уы]|четверг[а]?|пятниц[уы]|суббот[уы]|воскресень[ея])(?!\p{L})")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<!\p{L})(?:с\sначала\s(?:эт\p{L}{2,3}\s|(?<last>прошл\p{L}{2,3}\s))?(?<of>недели|месяца)|(?:на|в)\s(?:эт\p{L}{1,3}|(?<last>прошл\p{L}{2}))\s(?<of>неделе|месяце)|со?\s(?<last>прошл\p{L}{2,3})\s(?<of>недели|месяца))(?!\p{L})")]
    private static partial Regex Begin();

    [GeneratedRegex(@"(?<!\p{L})с\s(?<d>\d{1,2})(?:-?(?:го|ого|е))?(?:\sчисла)?(?=\s?[?!.]*$)")]
    private static partial Regex DayOfMonth();
}
