namespace Sferum.Bot.Calendar;

/// <summary>When a message that nobody asked for may go out: on working days, outside the quiet hours.</summary>
/// <param name="zone">The office's.</param>
/// <param name="from">The end of the quiet hours.</param>
/// <param name="until">Their beginning.</param>
public sealed class UnaskedHours(ProductionCalendar calendar, TimeZoneInfo zone, TimeOnly from, TimeOnly until)
{
    private readonly DailyHours _hours = new(zone, from, until, calendar.IsWorkingDay);

    public ProductionCalendar Calendar => calendar;

    public bool IsOpen(DateTimeOffset now) => _hours.IsOpen(now);

    /// <summary>This instant if it lies within the hours, else the next at which they begin.</summary>
    public DateTimeOffset OnOrAfter(DateTimeOffset instant) =>
        _hours.OnOrAfter(instant) ?? throw new InvalidOperationException("the calendar has no working day within a year");

    /// <inheritdoc cref="OfficeDay.DayOf"/>
    public DateOnly DayOf(DateTimeOffset instant) => zone.DayOf(instant);

    /// <inheritdoc cref="OfficeDay.At"/>
    public DateTimeOffset At(DateOnly day, TimeOnly time) => zone.At(day, time);
}
