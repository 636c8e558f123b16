namespace Sferum.Bot.Calendar;

/// <summary>The same hours of each day that counts, by the office's clock.</summary>
/// <param name="from">Their beginning.</param>
/// <param name="until">Their end, which is outside.</param>
internal sealed class DailyHours(TimeZoneInfo zone, TimeOnly from, TimeOnly until, Func<DateOnly, bool> counts)
{
    /// <summary>Longer than any holidays; beyond it no day counts at all.</summary>
    private const int FurthestDay = 366;

    public bool IsOpen(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        return time >= from && time < until && counts(DateOnly.FromDateTime(local));
    }

    /// <summary>This instant if it lies within the hours, else the next at which they begin; null when they never do.</summary>
    public DateTimeOffset? OnOrAfter(DateTimeOffset instant)
    {
        if (IsOpen(instant))
        {
            return instant;
        }

        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var first = DateOnly.FromDateTime(local).AddDays(TimeOnly.FromDateTime(local) < from ? 0 : 1);
        for (var day = first; day <= first.AddDays(FurthestDay); day = day.AddDays(1))
        {
            if (counts(day))
            {
                return zone.At(day, from);
            }
        }

        return null;
    }
}
