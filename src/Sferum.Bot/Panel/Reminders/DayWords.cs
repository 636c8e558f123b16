using Sferum.Bot.Calendar;
using Sferum.Bot.Reminders;

namespace Sferum.Bot.Panel.Reminders;

/// <summary>How the page calls days and reasons.</summary>
internal static class DayWords
{
    /// <summary>Why nobody is written to on this day; null: one is.</summary>
    public static string? OffOf(DateOnly day, ProductionCalendar calendar) =>
        calendar.IsWorkingDay(day) ? null
        : calendar.IsHoliday(day) ? HolidayOf(day)
        : "выходной";

    public static string OfReason(string reason) => reason switch
    {
        Escalation.Silent => "не отвечают на напоминания",
        Escalation.Unreachable => "написать нельзя",
        Escalation.Absent => "никто не вошёл по коду",
        _ => throw new InvalidOperationException($"unknown reason {reason}"),
    };

    /// <summary>The Labour Code's names, art. 112.</summary>
    private static string HolidayOf(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 7) => "Рождество Христово",
        (1, <= 8) => "новогодние каникулы",
        (2, 23) => "День защитника Отечества",
        (3, 8) => "Международный женский день",
        (5, 1) => "Праздник Весны и Труда",
        (5, 9) => "День Победы",
        (6, 12) => "День России",
        (11, 4) => "День народного единства",
        _ => "нерабочий день",
    };
}
