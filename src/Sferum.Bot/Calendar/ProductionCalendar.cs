using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Calendar;

/// <summary>
/// Working days of a five-day week. Facts: Labour Code of Russia, art. 112, and the yearly decrees on moved days off, from
/// <c>dialogs/calendar</c>. A year without a decree runs on the Labour Code alone.
/// </summary>
public sealed class ProductionCalendar
{
    /// <summary>Day and month of the non-working holidays of every year.</summary>
    private static readonly FrozenSet<(int Month, int Day)> Holidays = FrozenSet.ToFrozenSet<(int, int)>(
        [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 8), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]);

    private readonly FrozenSet<int> _confirmed;
    private readonly FrozenSet<DateOnly> _daysOff;
    private readonly FrozenSet<DateOnly> _workingDays;

    /// <param name="years">Years whose decree is known.</param>
    /// <param name="own">Days that the office adds, whatever the decree says.</param>
    public ProductionCalendar(IEnumerable<CalendarYear> years, MovedDays own)
    {
        ImmutableArray<CalendarYear> known = [.. years];
        _confirmed = known.Select(year => year.Year).ToFrozenSet();
        _daysOff = known.SelectMany(year => year.Moved.DaysOff).Except(own.WorkingDays).Concat(own.DaysOff).ToFrozenSet();
        _workingDays = known.SelectMany(year => year.Moved.WorkingDays).Except(own.DaysOff).Concat(own.WorkingDays).ToFrozenSet();
    }

    /// <summary>The Labour Code alone.</summary>
    public static ProductionCalendar Unconfirmed { get; } = new([], MovedDays.None);

    /// <summary>Whether the decree for this year is known.</summary>
    public bool IsConfirmed(int year) => _confirmed.Contains(year);

    /// <summary>Whether decree or office have made this very day one, against week and holidays.</summary>
    public bool IsExtraWorkingDay(DateOnly day) => _workingDays.Contains(day);

    public bool IsHoliday(DateOnly day) =>
        !_workingDays.Contains(day) && (_daysOff.Contains(day) || Holidays.Contains((day.Month, day.Day)) || (!IsConfirmed(day.Year) && IsMovedByLaw(day)));

    public bool IsWorkingDay(DateOnly day) => _workingDays.Contains(day) || (!IsWeekend(day) && !IsHoliday(day));

    /// <summary>This day, or the last working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>This day, or the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Art. 112: a holiday on a weekend moves to the next working day; those of January are moved by decree only.</summary>
    private static bool IsMovedByLaw(DateOnly day)
    {
        if (IsWeekend(day) || Holidays.Contains((day.Month, day.Day)))
        {
            return false;
        }

        // Going back over days off up to the last working one: each holiday on a weekend among them takes one working day.
        var owed = 0;
        var before = day.AddDays(-1);
        for (; IsWeekend(before) || Holidays.Contains((before.Month, before.Day)); before = before.AddDays(-1))
        {
            if (IsWeekend(before) && before.Month != 1 && Holidays.Contains((before.Month, before.Day)))
            {
                owed++;
            }
        }

        return owed > 0;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <param name="Decree">Number and date, for whoever checks it.</param>
public sealed record CalendarYear(int Year, string Decree, MovedDays Moved);

/// <param name="DaysOff">Days off that are neither weekend nor holiday.</param>
/// <param name="WorkingDays">Days of a weekend on which one works.</param>
public sealed record MovedDays(ImmutableArray<DateOnly> DaysOff, ImmutableArray<DateOnly> WorkingDays)
{
    public static MovedDays None { get; } = new([], []);
}
