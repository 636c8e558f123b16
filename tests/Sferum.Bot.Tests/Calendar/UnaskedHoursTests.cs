using CsCheck;
using Sferum.Bot.Calendar;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Calendar;

public sealed class UnaskedHoursTests
{
    private static readonly string[] Zones = ["Europe/Moscow", "Europe/Kaliningrad", "Asia/Kamchatka", "Europe/Berlin", "America/New_York"];

    private static readonly Gen<ProductionCalendar> SomeCalendar =
        from off in Gen.Int[0, 900].HashSet[0, 60]
        from worked in Gen.Int[0, 900].HashSet[0, 60]
        select new ProductionCalendar([], new MovedDays([.. off.Except(worked).Select(DayAt)], [.. worked.Select(DayAt)]));

    [Theory]
    [InlineData("2024-04-19 08:00", true)]
    [InlineData("2024-04-19 07:59", false)]
    [InlineData("2024-04-19 19:59", true)]
    [InlineData("2024-04-19 20:00", false)]
    [InlineData("2024-04-20 12:00", false)]
    [InlineData("2024-04-27 12:00", true)]
    [InlineData("2024-05-09 12:00", false)]
    public void The_gate_is_open_by_day_on_working_days(string now, bool open) => Assert.Equal(open, Hours(ProductionCalendarTests.Shipped).IsOpen(OfficeClock.Parse(now)));

    [Theory]
    [InlineData("2024-04-19 12:34", "2024-04-19 12:34")]
    [InlineData("2024-04-19 03:00", "2024-04-19 08:00")]
    [InlineData("2024-04-19 20:00", "2024-04-22 08:00")]
    [InlineData("2024-04-27 20:00", "2024-05-02 08:00")]
    [InlineData("2025-12-30 21:00", "2026-01-12 08:00")]
    public void What_comes_outside_the_hours_waits_for_the_next_ones(string instant, string expected) =>
        Assert.Equal(OfficeClock.Parse(expected), Hours(ProductionCalendarTests.Shipped).OnOrAfter(OfficeClock.Parse(instant)));

    [Fact]
    public void Whatever_calendar_clock_and_zone_the_next_opening_is_open_and_nothing_before_it_is()
    {
        Gen.Select(SomeCalendar, Gen.Int[0, Zones.Length - 1].Select(at => Zones[at]), Gen.Int[0, 23], Gen.Int[1, 24], Gen.Int[0, 60 * 24 * 900]).Sample((calendar, zone, from, length, minute) =>
        {
            var until = Math.Min(from + length, 23);
            if (until == from)
            {
                return;
            }

            var hours = new UnaskedHours(calendar, TimeZoneInfo.FindSystemTimeZoneById(zone), new TimeOnly(from, 0), new TimeOnly(until, 0));
            var instant = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var opening = hours.OnOrAfter(instant);

            Assert.True(opening >= instant);
            Assert.True(hours.IsOpen(opening), $"closed at {opening:u} in {zone}, {from}–{until}");
            for (var between = instant; between < opening; between += TimeSpan.FromMinutes(30))
            {
                Assert.False(hours.IsOpen(between), $"open at {between:u} before {opening:u} in {zone}, {from}–{until}");
            }
        });
    }

    internal static UnaskedHours Hours(ProductionCalendar calendar) => new(calendar, OfficeClock.Zone, new TimeOnly(8, 0), new TimeOnly(20, 0));

    private static DateOnly DayAt(int day) => new DateOnly(2024, 1, 1).AddDays(day);
}
