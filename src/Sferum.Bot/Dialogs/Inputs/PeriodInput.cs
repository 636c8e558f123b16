using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// From when until when somebody stands in: «до 30 мая», «с 20 по 30 апреля», «на две недели»; parts <c>since</c> and
/// <c>until</c> (ISO, both days within). Without a beginning it begins today; without an end it is no period. Problems
/// <c>past_date</c>, <c>impossible_date</c>, <c>far_date</c> (over 366 days), <c>backwards</c>.
/// </summary>
internal sealed partial class PeriodInput : IInput
{
    private const string Since = "since";

    private const string Until = "until";

    private const int Longest = 500;

    /// <summary>A year-less beginning may lie so far back; an end that lies so far before its beginning is a slip.</summary>
    private const int SlipDays = 60;

    public string Name => "period";

    public ImmutableArray<string> Parts => [Since, Until];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        if (clean.Length is 0 or > Longest)
        {
            return new Recognition.None();
        }

        var text = PeriodText.Spread(TypedText.Fold(clean));
        var dates = DateReader.Find(text, today, DateDirection.Future).FindAll(m => m.Shape != DateShape.Slashed);
        var begin = dates.Find(m => Opens().IsMatch(text.AsSpan(0, m.Start))) ?? (dates.Count > 1 ? dates[0] : null);
        var end = dates.Find(m => m != begin && m.Start > (begin?.Start ?? -1)) ?? dates.Find(m => m != begin);
        var lasts = end is null && Lasting().Match(text) is { Success: true } match ? match : null;
        if (end is null && lasts is null)
        {
            return new Recognition.None();
        }

        return begin?.Reading is DateReading.Refused { Reason: var refused } && refused != "past_date"
            ? new Recognition.Problem(refused)
            : Judge(begin, lasts, end, text, today);
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => string.Join(
        ' ',
        ((string?[])[
            DateInput.Short(values.GetValueOrDefault(Since)) is { } since ? $"с {since}" : null,
            DateInput.Short(values.GetValueOrDefault(Until)) is { } until ? $"по {until}" : null,
        ]).OfType<string>());

    private static Recognition Judge(DateMention? begin, Match? lasts, DateMention? end, string text, DateOnly today)
    {
        var since = begin is null ? today : (begin.Reading as DateReading.Valid)?.Date ?? Back(begin, text, today);
        if (since is null)
        {
            return new Recognition.Problem("past_date");
        }

        var reading = lasts is null
            ? end!.Reading
            : FutureForms.After(since.Value, lasts) is { } last ? new DateSense(today, DateDirection.Future).Judge(last) : null;
        if (reading is DateReading.Valid until && until.Date < since)
        {
            // «с 10 апреля по 1 мая», said on the 15th, began five days ago; «с 1 сентября по 1 мая» ends in another year.
            since = Back(begin!, text, today) ?? since;
            var later = until.Date.AddYears(1);
            var isOfNextYear = until.Date.AddDays(SlipDays) < since && later <= today.AddDays(DateSense.FarDays + SlipDays) && !text.Contains($"{until.Date.Year}", StringComparison.Ordinal);
            reading = isOfNextYear ? new DateSense(today, DateDirection.Future).Judge(later) : until;
        }

        return reading switch
        {
            null => new Recognition.None(),
            DateReading.Refused refused => new Recognition.Problem(refused.Reason),
            DateReading.Valid valid when valid.Date < since => new Recognition.Problem("backwards"),
            DateReading.Valid valid => new Recognition.Match(AnswerParts.Of((Since, new DateReading.Valid(since.Value).Iso), (Until, valid.Iso))),
            _ => throw new InvalidOperationException($"Unknown reading {reading.GetType().Name}"),
        };
    }

    /// <summary>The same words read as a day of the last weeks; null when they name none.</summary>
    private static DateOnly? Back(DateMention begin, string text, DateOnly today) =>
        DateReader.Find(text, today).Find(m => m.Start == begin.Start)?.Reading is DateReading.Valid valid && valid.Date >= today.AddDays(-SlipDays)
            ? valid.Date
            : null;

    [GeneratedRegex(@"(?<!\p{L})(?:со?|от|начиная\sсо?|начало)\s?:?\s$", RegexOptions.RightToLeft)]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?:(?<!\p{L})на\s|^)(?:весь\s|целый\s|целую\s|ближайш\p{L}{2,3}\s)?(?:(?<n>\d{1,3}|[а-я]{2,12})\s)?(?:рабоч\p{L}{2}\s|календарн\p{L}{2}\s)?(?<unit>д(?:ень|ня|ней)|сут(?:ки|ок)|недел(?:[юьи]|ьку)|месяц(?:а|ев)?|год(?:а|ик)?|полгода|полмесяца)(?!\p{L})")]
    private static partial Regex Lasting();
}
