using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;

namespace Sferum.Bot.Orders;

/// <summary>When people of the office are there to answer, by its settings.</summary>
public sealed class OfficeHours(ProductionCalendar calendar, IOptions<OfficeOptions> office)
{
    /// <summary>Longer than any holidays; beyond it the settings name no working day at all.</summary>
    private const int FurthestDay = 30;

    /// <summary>When the office opens next; null while it is open, and when it never is.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset now)
    {
        var zone = office.Value.GetZone();
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var (today, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        if (IsWorkingDay(today) && time >= office.Value.OpensAt && time < office.Value.ClosesAt)
        {
            return null;
        }

        for (var ahead = IsWorkingDay(today) && time < office.Value.OpensAt ? 0 : 1; ahead <= FurthestDay; ahead++)
        {
            if (IsWorkingDay(today.AddDays(ahead)))
            {
                var opening = today.AddDays(ahead).ToDateTime(office.Value.OpensAt);
                return new DateTimeOffset(opening, zone.GetUtcOffset(opening)).ToUniversalTime();
            }
        }

        return null;
    }

    /// <summary>The office's week, less the holidays, with the days that were moved into it.</summary>
    private bool IsWorkingDay(DateOnly day) =>
        calendar.IsExtraWorkingDay(day) || (office.Value.GetWorkDays().Contains(day.DayOfWeek) && !calendar.IsHoliday(day));
}
