namespace Sferum.Bot.Calendar;

/// <summary>When a message that nobody asked for may go out: on working days, outside the quiet hours.</summary>
/// <param name="zone">The office's.</param>
/// <param name="from">The end of the quiet hours.</param>
/// <param name="until">Their beginning.</param>
public sealed class UnaskedHours(ProductionCalendar calendar, TimeZoneInfo zone, TimeOnly from, TimeOnly until)
{
    public ProductionCalendar Calendar => calendar;

    public bool IsOpen(DateTimeOffset now)
    {
        var local = Local(now);
        var time = TimeOnly.FromDateTime(local);
        return time >= from && time < until && calendar.IsWorkingDay(DateOnly.FromDateTime(local));
    }

    /// <summary>This instant if it lies within the hours, else the next at which they begin.</summary>
    public DateTimeOffset OnOrAfter(DateTimeOffset instant)
    {
        if (IsOpen(instant))
        {
            return instant;
        }

        var local = Local(instant);
        var day = DateOnly.FromDateTime(local);
        var first = calendar.OnOrAfter(TimeOnly.FromDateTime(local) < from ? day : day.AddDays(1));
        return At(first, from);
    }

    /// <summary>The day at the office.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>This time of the office's clock as an instant. A time that a change of clocks leaves out counts as the one after the gap.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;
}
