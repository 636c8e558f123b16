namespace Sferum.Bot.Calendar;

/// <summary>Days and instants at the office, in its time zone.</summary>
public static class OfficeDay
{
    /// <summary>The day at the office at this instant.</summary>
    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>This time of the office's clock as an instant. A time that a change of clocks leaves out counts as the one after the gap.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
