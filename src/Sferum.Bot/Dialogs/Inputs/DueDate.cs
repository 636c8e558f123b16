using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// The day by which something will be done. Of several the last: «не успеваем к 19-му, сделаем 22-го» names the old day
/// first, and a promise of two things is kept when both are.
/// </summary>
internal static partial class DueDate
{
    /// <summary>A year-less day of last month comes out as one of next year: it gives way to a day that is nearer.</summary>
    private const int NearDays = 60;

    /// <summary>Shorter, «1.3», it is sooner a point of the order.</summary>
    private const int LongestPoint = 3;

    /// <summary>Null when no day is named.</summary>
    public static DateReading? Find(string clean, DateOnly today)
    {
        var text = TypedText.Fold(clean);
        var mentions = DateReader.Find(clean, today, DateDirection.Future).FindAll(m => !OfAct().IsMatch(text.AsSpan(0, m.Start)));
        var readings = mentions.FindAll(m => IsDate(m, text)).ConvertAll(m => m.Reading);
        if (readings.Count == 0)
        {
            readings = mentions is [var only] && !DateReader.Blank(clean, mentions).Any(char.IsLetterOrDigit) ? [only.Reading] : [];
        }

        var days = readings.OfType<DateReading.Valid>().OrderBy(d => d.Date).ToList();
        return days.FindLast(d => d.Date <= today.AddDays(NearDays)) ?? days.LastOrDefault() ?? readings.FirstOrDefault();
    }

    private static bool IsDate(DateMention mention, string text) => mention.Shape switch
    {
        DateShape.Sure => true,
        DateShape.DayAndMonth when mention.Length > LongestPoint => true,
        _ => Lead().IsMatch(text.AsSpan(0, mention.Start)),
    };

    [GeneratedRegex(@"(?<!\p{L})(?:от|датирован\p{L}{0,3}|№\s?[\p{L}\d/-]{1,10})\s$", RegexOptions.RightToLeft)]
    private static partial Regex OfAct();

    [GeneratedRegex(@"(?<!\p{L})(?:ко?|до|на|по)\s$", RegexOptions.RightToLeft)]
    private static partial Regex Lead();
}
