using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Calendar;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

public sealed class LadderPreviewTests
{
    private static readonly UnaskedHours Hours = UnaskedHoursTests.Hours(ProductionCalendarTests.Shipped);

    [Fact]
    public void A_silent_head_hears_each_step_on_a_working_day_until_the_ladder_ends() => Assert.Equal(
        [
            "2024-05-08 10:30: 5 до 2024-05-13: ", // 9 to 12 May are days off: four days before is the 9th
            "2024-05-13 15:00: 5 до 2024-05-13: Сегодня последний день.",
            "2024-05-14 11:00: 5 до 2024-05-13: Срок прошёл, ждём отчёт.",
        ],
        Told("МОУ", new DateOnly(2024, 4, 15)));

    [Fact]
    public void Types_hear_their_own_words_of_their_own_lines_and_of_several_deadlines_in_one_message()
    {
        var told = Told("Лагерь", new DateOnly(2024, 5, 30), SecondOrder.Yaml.Replace("escalate_after: 3", "escalate_after: 5", StringComparison.Ordinal));

        // Three weeks late for the first point; both are spoken of together.
        Assert.Contains("2024-06-03 15:00: 6а до 2024-06-03: Лагерь открывается сегодня.", told);
        Assert.Contains("2024-06-04 11:00: 5 до 2024-05-13: Срок прошёл, ждём отчёт. + 6а до 2024-06-03: Срок прошёл, ждём отчёт.", told);
    }

    [Fact]
    public void An_order_without_reminders_or_deadlines_forecasts_none()
    {
        Assert.Empty(Told("УДО", new DateOnly(2024, 4, 15)));
        Assert.Empty(Told("МОУ", new DateOnly(2024, 4, 15), SecondOrder.Yaml.Replace("    deadline: 2024-05-13\n", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_forecast_is_what_is_sent()
    {
        await using var office = new OfficeStage(await new Support.SqliteFixture().CreateAsync(), OfficeClock.Parse("2024-04-14 08:00"));
        await office.AddInstitutionAsync("МОУ «Сказочная»", "МОУ", "ABCD2345");
        foreach (var words in new[] { "Начать", "согласен", "руководитель учреждения", "ABCD-2345", "да" })
        {
            await office.WriteAsync(101, words);
        }

        await office.NewsAsync();
        var since = new DateOnly(2024, 4, 14);
        var forecast = LadderPreview.Of(OfficeStage.Orders.Orders[0], "МОУ", PostRole.Head, since, Hours);

        var sent = new List<DateTimeOffset>();
        for (var day = since; day < since.AddDays(40); day = day.AddDays(1))
        {
            office.Clock.SetUtcNow(Hours.At(day, new TimeOnly(9, 0)));
            if (await office.RemindAsync() > 0)
            {
                sent.Add(office.Clock.GetUtcNow());
                await office.SendAsync();
            }
        }

        Assert.NotEmpty(sent);
        Assert.Equal(forecast.Select(reminder => reminder.At), sent);
    }

    private static IEnumerable<string> Told(string type, DateOnly since, string? yaml = null) => LadderPreview
        .Of(SecondOrder.Compile(yaml), type, PostRole.Head, since, Hours)
        .Select(reminder => $"{TimeZoneInfo.ConvertTime(reminder.At, OfficeClock.Zone):yyyy-MM-dd HH:mm}: " + string.Join(
            " + ", reminder.Parts.Select(part => $"{string.Join(' ', part.Lines.Select(line => line.Point.Label))} до {part.Deadline:yyyy-MM-dd}: {part.Says}")));
}
