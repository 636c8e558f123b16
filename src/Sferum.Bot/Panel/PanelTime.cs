using System.Globalization;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Panel;

/// <summary>Days and times as the pages show them, by the office's clock.</summary>
public sealed class PanelTime(IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>As fields of days write it.</summary>
    public const string IsoFormat = "yyyy-MM-dd";

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private readonly TimeZoneInfo _zone = office.Value.GetZone();

    public DateOnly Today => _zone.DayOf(clock.GetUtcNow());

    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString(IsoFormat, CultureInfo.InvariantCulture);

    public string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>By the office's clock.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    public string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«пятница».</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd", Russian);

    public DateOnly DayOf(DateTimeOffset at) => _zone.DayOf(at);

    public string Now() => Clock(clock.GetUtcNow());

    /// <summary>«2 дн. 3 ч».</summary>
    public static string Span(TimeSpan time) =>
        time.TotalDays >= 1 ? $"{(int)time.TotalDays} дн. {time.Hours} ч" : time.TotalHours >= 1 ? $"{(int)time.TotalHours} ч {time.Minutes} мин" : $"{(int)time.TotalMinutes} мин";

    /// <summary>«1 234».</summary>
    public static string Count(int number) => number.ToString("N0", Russian);
}
