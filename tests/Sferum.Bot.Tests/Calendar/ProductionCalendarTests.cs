using CsCheck;
using Sferum.Bot.Calendar;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Calendar;

public sealed class ProductionCalendarTests
{
    internal static ProductionCalendar Shipped { get; } = Load(DialogFolder.Root);

    [Theory]
    [InlineData("2024-04-19", true)]
    [InlineData("2024-04-20", false)]
    [InlineData("2024-04-27", true)] // a working Saturday
    [InlineData("2024-04-29", false)]
    [InlineData("2024-05-01", false)]
    [InlineData("2024-05-02", true)]
    [InlineData("2024-11-02", true)]
    [InlineData("2024-12-28", true)]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-09", true)]
    [InlineData("2025-02-24", true)] // the decree moved 23 February to May
    [InlineData("2025-03-10", true)]
    [InlineData("2025-05-08", false)]
    [InlineData("2025-06-13", false)]
    [InlineData("2025-11-01", true)]
    [InlineData("2026-01-09", false)]
    [InlineData("2026-03-09", false)]
    [InlineData("2026-05-11", false)]
    [InlineData("2026-06-12", false)]
    [InlineData("2027-03-08", false)] // from here on the Labour Code alone
    [InlineData("2027-05-03", false)] // for Saturday, 1 May
    [InlineData("2027-05-04", true)]
    [InlineData("2027-05-10", false)] // for Sunday, 9 May
    [InlineData("2027-05-11", true)]
    [InlineData("2027-06-14", false)]
    [InlineData("2027-01-11", true)]
    public void Days_are_worked_as_decree_and_law_say(string day, bool worked) => Assert.Equal(worked, Shipped.IsWorkingDay(DateOnly.Parse(day, null)));

    /// <summary>Of a five-day week, as published.</summary>
    [Theory]
    [InlineData(2024, 248)]
    [InlineData(2025, 247)]
    [InlineData(2026, 247)]
    public void The_number_of_working_days_is_that_of_the_published_calendars(int year, int days) =>
        Assert.Equal(days, Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(day => Shipped.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(day))));

    [Fact]
    public void Only_years_with_a_decree_are_confirmed()
    {
        Assert.True(Shipped.IsConfirmed(2024) && Shipped.IsConfirmed(2025) && Shipped.IsConfirmed(2026));
        Assert.False(Shipped.IsConfirmed(2027));
    }

    [Fact]
    public void Days_of_the_office_come_before_the_decree()
    {
        using var folder = new CalendarFolder(
            ("2024.yaml", "year: 2024\ndecree: \"№ 1\"\ndays_off: [2024-04-29]\nworking_days: [2024-04-27]"),
            ("office.yaml", "office:\n  days_off: [2024-04-27, 2024-05-14]\n  working_days: [2024-04-29]"));

        var calendar = Load(folder.Path);

        Assert.False(calendar.IsWorkingDay(new DateOnly(2024, 4, 27)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2024, 5, 14)));
        Assert.True(calendar.IsWorkingDay(new DateOnly(2024, 4, 29)));
    }

    [Theory]
    [InlineData("year: скоро\ndecree: \"№ 1\"", "не год")]
    [InlineData("year: 2024\ndecree: \"№ 1\"\ndays_off: [2025-04-29]", "не в 2024 году")]
    [InlineData("year: 2024\ndecree: \"№ 1\"\ndays_off: [29.04.2024]", "не дата")]
    [InlineData("year: 2024", "постановления")]
    [InlineData("year: 2024\ndecree: \"№ 1\"\ndayoff: []", "Неизвестный ключ")]
    public void A_faulty_file_is_told_with_its_line(string text, string fault)
    {
        using var folder = new CalendarFolder(("2024.yaml", text));
        var faults = new Faults();

        CalendarReader.Load(folder.Path, faults);

        Assert.Contains(faults, f => f.Message.Contains(fault, StringComparison.Ordinal) && f.File == "calendar/2024.yaml");
    }

    [Fact]
    public void Going_to_a_working_day_ends_on_the_nearest_one()
    {
        var someDay = Gen.Int[0, 366 * 6].Select(days => new DateOnly(2023, 1, 1).AddDays(days));
        someDay.Sample(day =>
        {
            var (before, after) = (Shipped.OnOrBefore(day), Shipped.OnOrAfter(day));
            Assert.True(before <= day && day <= after);
            Assert.True(Shipped.IsWorkingDay(before) && Shipped.IsWorkingDay(after));
            for (var between = before.AddDays(1); between < after; between = between.AddDays(1))
            {
                Assert.False(Shipped.IsWorkingDay(between));
            }
        });
    }

    private static ProductionCalendar Load(string folder)
    {
        var faults = new Faults();
        var calendar = CalendarReader.Load(folder, faults);
        Assert.Empty(faults);
        return calendar;
    }

    private sealed class CalendarFolder : IDisposable
    {
        public CalendarFolder(params (string Name, string Text)[] files)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "calendar"));
            foreach (var (name, text) in files)
            {
                File.WriteAllText(System.IO.Path.Combine(Path, "calendar", name), text);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("sferum-calendar-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
