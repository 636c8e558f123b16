using System.Globalization;

namespace Sferum.Bot.Privacy;

/// <summary>Periods as people say them: whole years and days.</summary>
internal static class Periods
{
    public static string Of(TimeSpan period)
    {
        var days = (long)period.TotalDays;
        return days > 0 && days % 365 == 0 ? Count(days / 365, "год", "года", "лет") : Count(days, "день", "дня", "дней");
    }

    public static string Count(long count, string one, string few, string many)
    {
        var form = (count % 10, count % 100) switch
        {
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => few,
            (1, not 11) => one,
            _ => many,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count} {form}");
    }
}
