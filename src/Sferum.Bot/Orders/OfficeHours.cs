using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;

namespace Sferum.Bot.Orders;

/// <summary>When people of the office are there to answer, by its settings.</summary>
public sealed class OfficeHours(ProductionCalendar calendar, IOptions<OfficeOptions> office)
{
    /// <summary>When the office opens next; null while it is open, and when it never is.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now)
    {
        var settings = office.Value;
        var next = new DailyHours(settings.GetZone(), settings.OpensAt, settings.ClosesAt, IsWorkingDay).OnOrAfter(now);
        return next == now ? null : next;
    }

    /// <summary>The office's week, less the holidays, with the days that were moved into it.</summary>
    private bool IsWorkingDay(DateOnly day) =>
        calendar.IsExtraWorkingDay(day) || (office.Value.GetWorkDays().Contains(day.DayOfWeek) && !calendar.IsHoliday(day));
}
