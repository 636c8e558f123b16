using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A day and a time of it ahead: «завтра в 9», «в пятницу 14:30», «25.04 к 10 утра»; part <c>at</c> by the office's clock
/// (<see cref="Format"/>). Without a day it is today; without a time <c>timeless</c> stands beside, and it is the morning. Problems
/// <c>past_date</c>, <c>impossible_date</c>, <c>far_date</c> (over 366 days), <c>impossible_time</c>.
/// </summary>
internal sealed partial class MomentInput : IInput
{
    public const string Format = "yyyy-MM-ddTHH:mm";

    private const string Part = "at";

    private static readonly TimeOnly Morning = new(9, 0);

    public string Name => "moment";

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var clean = TypedText.Clean(message.Text);
        var text = TypedText.Fold(clean);
        var clock = Clock().Match(text);
        var days = clock.Success ? TypedText.Blank(clean, clock.Index, clock.Length) : clean;
        var day = DueDate.Find(days, today) ?? DateReader.Find(days, today, DateDirection.Future).FirstOrDefault()?.Reading ?? DateReader.ReadBare(days, today, DateDirection.Future);
        if (day is DateReading.Refused refused)
        {
            return new Recognition.Problem(refused.Reason);
        }

        if (clock.Success && Time(clock) is null)
        {
            return new Recognition.Problem("impossible_time");
        }

        var date = (day as DateReading.Valid)?.Date;
        if (date is null && !clock.Success)
        {
            return new Recognition.None();
        }

        var at = (date ?? today).ToDateTime(Time(clock) ?? Morning);
        return new Recognition.Match(AnswerParts.Of((Part, at.ToString(Format, CultureInfo.InvariantCulture)), ("timeless", clock.Success ? null : "true")));
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) =>
        DateTime.TryParseExact(values.GetValueOrDefault(Part), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? $"{RussianCalendar.DayAndMonth(DateOnly.FromDateTime(at))}, {at:HH:mm}"
            : "";

    /// <summary>Null when the clock shows no such time.</summary>
    private static TimeOnly? Time(Match clock)
    {
        if (!clock.Success)
        {
            return null;
        }

        var hour = int.Parse(clock.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = clock.Groups["m"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0;
        hour += clock.Groups["pm"].Success && hour < 12 ? 12 : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>«14:30», «в 9», «к 10 утра», «9 часов»; «в 9.30» but not «25.04».</summary>
    [GeneratedRegex(@"(?<![\d.:\p{L}])(?:(?:в|во|к|на)\s)?(?<h>\d{1,2}):(?<m>\d{2})(?!\d)|(?<![\d.:\p{L}])(?:в|к)\s(?<h>\d{1,2})(?:[.\-\s](?<m>\d{2}))?(?![\d.]|-?(?:е|го|му|ое)(?!\p{L})|\s?(?:числ|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр))(?:\s?ч(?:ас\p{L}{0,2})?(?!\p{L})\.?)?(?:\s(?:(?<am>утра)|(?<pm>дня|вечера)))?|(?<![\d.:\p{L}])(?<h>\d{1,2})\s?(?:ч(?:ас\p{L}{0,2})?(?!\p{L})\.?\s?)?(?:(?<am>утра)|(?<pm>дня|вечера))(?!\p{L})|(?<![\d.:\p{L}])(?<h>\d{1,2})\s?час\p{L}{0,2}(?!\p{L})")]
    private static partial Regex Clock();
}
