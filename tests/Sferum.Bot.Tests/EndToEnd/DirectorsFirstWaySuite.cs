using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.EndToEnd;

public abstract class DirectorsFirstWaySuite(DatabaseFixture fixture)
{
    /// <summary>The office with the bot's own program and client.</summary>
    private protected virtual Task<TestOffice> OpenAsync() => TestOffice.OpenAsync(fixture);

    private static readonly PersonAttachment Photo = new("photo");

    [SkippableFact]
    public async Task A_director_joins_reports_is_returned_the_point_mends_it_and_is_accepted()
    {
        await using var office = await OpenAsync();
        await JoinAsync(office);
        await ReportAsync(office);

        await office.ExpectAsync(TestOffice.Specialist, "Новый отчёт");
        office.Press(TestOffice.Specialist, "Посмотреть");
        await office.ExpectAsync(TestOffice.Specialist, "12-од");
        office.Press(TestOffice.Specialist, "Вернуть");
        await office.ExpectAsync(TestOffice.Specialist, "Что исправить");
        office.Write(TestOffice.Specialist, "нет печати");

        await office.ExpectAsync(TestOffice.Director, "нет печати");
        office.Press(TestOffice.Director, "Исправить");
        await office.ExpectAsync(TestOffice.Director, "нет печати");
        office.Write(TestOffice.Director, "", Photo);
        await office.ExpectAsync(TestOffice.Director, "Отправляем");
        office.Press(TestOffice.Director, "Отправить");
        await office.ExpectAsync(TestOffice.Director, "Квитанция");

        await office.ExpectAsync(TestOffice.Specialist, "Новый отчёт");
        office.Press(TestOffice.Specialist, "Посмотреть");
        await office.ExpectAsync(TestOffice.Specialist, "12-од");
        office.Press(TestOffice.Specialist, "Принять");
        await office.ExpectAsync(TestOffice.Director, "Принято");
        await SeesItselfAsync(office.Bot.Address);
    }

    [SkippableFact]
    public async Task A_bot_killed_in_the_middle_of_a_field_goes_on_from_it()
    {
        await using var office = await OpenAsync();
        await JoinAsync(office);
        office.Write(TestOffice.Director, "1.1а");
        await office.ExpectAsync(TestOffice.Director, "Пришлите");
        office.Write(TestOffice.Director, "№ 12-од от 15.04.2024");
        await office.ExpectAsync(TestOffice.Director, "фото");

        await office.KillBotAsync();
        office.Write(TestOffice.Director, "вот", Photo);
        await office.StartBotAsync();

        var summary = await office.ExpectAsync(TestOffice.Director, "12-од");
        Assert.DoesNotContain("номер и дату", summary, StringComparison.Ordinal);
        office.Press(TestOffice.Director, "Отправить");
        await office.ExpectAsync(TestOffice.Director, "Квитанция");
    }

    /// <summary>What a watcher reads, in the form of Prometheus.</summary>
    private static async Task SeesItselfAsync(Uri bot)
    {
        using var http = new HttpClient { BaseAddress = bot };
        var told = "";
        await Eventually.TrueAsync(
            async () =>
            {
                told = await http.GetStringAsync("/metrics");
                return told.Contains("fate=\"Sent\"", StringComparison.Ordinal) && told.Contains("sferum_inbox_depth", StringComparison.Ordinal);
            },
            () => $"the metrics lack what was done:\n{told}");
        Assert.Matches("sferum_vk_calls[^\n]*code=\"0\"", told);
        Assert.Matches("sferum_leader[^\n]*role=\"Sender\"[^\n]*} 1", told);
        Assert.Contains("sferum_event_age", told, StringComparison.Ordinal);
        Assert.Contains("sferum_outbox_age", told, StringComparison.Ordinal);
    }

    private static async Task JoinAsync(TestOffice office)
    {
        office.Vk.People.Start(TestOffice.Director);
        await office.ExpectAsync(TestOffice.Director, "Согласны?");
        office.Press(TestOffice.Director, "Согласен");
        await office.ExpectAsync(TestOffice.Director, "Кто вы?");
        office.Press(TestOffice.Director, "Руководитель учреждения");
        await office.ExpectAsync(TestOffice.Director, "код учреждения");
        office.Write(TestOffice.Director, "shka-2345");
        await office.ExpectAsync(TestOffice.Director, TestOffice.School);
        office.Write(TestOffice.Director, "да");
        await office.ExpectAsync(TestOffice.Director, "Вы подключены");
        office.Press(TestOffice.Director, "Что с меня");
        await office.ExpectAsync(TestOffice.Director, "Осталось");
    }

    private static async Task ReportAsync(TestOffice office)
    {
        office.Press(TestOffice.Director, "1.1а");
        await office.ExpectAsync(TestOffice.Director, "Пришлите");
        office.Write(TestOffice.Director, "приказ 12-од от 15 апреля 2024", Photo);
        await office.ExpectAsync(TestOffice.Director, "12-од");
        office.Press(TestOffice.Director, "Отправить");
        await office.ExpectAsync(TestOffice.Director, "Квитанция");
    }
}

public sealed class DirectorsFirstWayOnSqlite(SqliteFixture fixture) : DirectorsFirstWaySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class DirectorsFirstWayOnPostgreSql(PostgreSqlFixture fixture) : DirectorsFirstWaySuite(fixture), IClassFixture<PostgreSqlFixture>;
