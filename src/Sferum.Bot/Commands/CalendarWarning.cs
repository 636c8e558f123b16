using Sferum.Bot.Calendar;

namespace Sferum.Bot.Commands;

/// <summary>Years that run on the Labour Code alone, since their decree is not in <c>dialogs/calendar</c>.</summary>
internal static class CalendarWarning
{
    /// <summary>From this month on the decree for the next year has usually been published.</summary>
    private const int DecreeMonth = 11;

    /// <summary>Null while this year, and late in the year the next one, is known.</summary>
    public static string? Of(ProductionCalendar calendar, DateOnly today)
    {
        int[] years = [.. Enumerable.Range(today.Year, today.Month >= DecreeMonth ? 2 : 1).Where(year => !calendar.IsConfirmed(year))];
        return years.Length == 0
            ? null
            : $"на {string.Join(" и ", years)} год нет постановления о переносе выходных, действуют праздники статьи 112 ТК. Добавьте calendar/{years[0]}.yaml, когда оно выйдет.";
    }
}
