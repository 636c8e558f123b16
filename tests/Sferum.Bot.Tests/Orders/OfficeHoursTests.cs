using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Orders;

public sealed class OfficeHoursTests
{
    [Theory]
    [InlineData("2024-04-19 08:59", "2024-04-19 09:00")]
    [InlineData("2024-04-19 09:00", null)]
    [InlineData("2024-04-19 17:59", null)]
    [InlineData("2024-04-19 18:00", "2024-04-22 09:00")]
    [InlineData("2024-04-20 12:00", "2024-04-22 09:00")]
    [InlineData("2024-04-21 23:59", "2024-04-22 09:00")]
    [InlineData("2024-04-22 00:00", "2024-04-22 09:00")]
    [InlineData("2024-04-22 20:00", "2024-04-23 09:00")]
    public void The_office_opens_on_its_next_working_day(string now, string? expected) =>
        Assert.Equal(expected is null ? null : OfficeClock.Parse(expected), Hours(new OfficeOptions()).OpensAt(OfficeClock.Parse(now)));

    [Fact]
    public void Days_and_hours_are_settings()
    {
        var options = new OfficeOptions { OpensAt = new TimeOnly(8, 30), ClosesAt = new TimeOnly(12, 0) };
        options.WorkDays.Add(DayOfWeek.Saturday);

        Assert.Null(Hours(options).OpensAt(OfficeClock.Parse("2024-04-20 08:30")));
        Assert.Equal(OfficeClock.Parse("2024-04-27 08:30"), Hours(options).OpensAt(OfficeClock.Parse("2024-04-20 12:00")));
    }

    [Fact]
    public void Hours_that_cannot_be_are_told()
    {
        var options = new OfficeOptions { OpensAt = new TimeOnly(18, 0), ClosesAt = new TimeOnly(9, 0), TalkSilence = TimeSpan.FromDays(8) };

        var faults = new OfficeOptionsCheck().Validate(null, options).Failures ?? [];

        Assert.Contains(faults, fault => fault.Contains("Office__OpensAt", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("Office__TalkSilence", StringComparison.Ordinal));
    }

    private static OfficeHours Hours(OfficeOptions options) => new(ProductionCalendar.Unconfirmed, Options.Create(options));
}
