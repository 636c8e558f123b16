using Microsoft.Extensions.Options;

namespace Sferum.Bot.Orders;

/// <summary>When people of the office are there to answer, by its settings.</summary>
public sealed class OfficeHours(IOptions<OfficeOptions> office)
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

    /// <summary>The one place that decides whether a day is worked: holidays and moved working days belong here.</summary>
    private bool IsWorkingDay(DateOnly day) => office.Value.GetWorkDays().Contains(day.DayOfWeek);
}
