using MiniExcelLibs;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.EndToEnd;

public abstract class TableSuite(DatabaseFixture fixture)
{
    /// <summary>The office with the bot's own program and client.</summary>
    private protected virtual Task<TestOffice> OpenAsync() => TestOffice.OpenAsync(fixture);

    private const int Kindergartens = 45;

    [SkippableFact]
    public async Task The_specialist_asks_presses_Excel_and_opens_a_document_with_all_institutions()
    {
        await using var office = await OpenAsync();
        await office.AddInstitutionsAsync(Enumerable.Range(1, Kindergartens).Select(i => ($"МДОУ «Детский сад № {i:00}»", "МДОУ")));
        await GreetAsync(office);
        office.Write(TestOffice.Specialist, "кто не сдал 1.2б из садов?");
        await office.ExpectAsync(TestOffice.Specialist, $"{Kindergartens} из {Kindergartens}");

        office.Press(TestOffice.Specialist, "Excel");

        await office.ExpectAsync(TestOffice.Specialist, $"Таблица: не сдали 1.2б, детские сады — {Kindergartens} учреждений");
        var rows = await OpenAsync(office, Tables(office)[0]);
        Assert.Equal(["Учреждение", "Тип", "Пункт"], rows[0].Take(3));
        Assert.Equal(Enumerable.Range(1, Kindergartens).Select(i => $"МДОУ «Детский сад № {i:00}»"), rows.Skip(1).Select(row => row[0]));

        // In words, and of a name that a spreadsheet would take for a formula.
        await office.AddInstitutionsAsync([("=СУММ(1;2)", "УДО")]);
        office.Write(TestOffice.Specialist, "кто не сдал 1.1а из удо");
        await office.ExpectAsync(TestOffice.Specialist, "1 из 1");
        office.Write(TestOffice.Specialist, "в таблице");
        await office.ExpectAsync(TestOffice.Specialist, "Таблица: не сдали 1.1а, дополнительное образование — 1 учреждение");
        Assert.Equal("=СУММ(1;2)", (await OpenAsync(office, Tables(office)[1]))[1][0]);
    }

    [SkippableFact]
    public async Task A_bot_killed_before_it_could_say_that_the_table_was_sent_sends_no_second_one()
    {
        await using var office = await OpenAsync();
        await GreetAsync(office);
        office.Write(TestOffice.Specialist, "кто не сдал 1.1а");
        await office.ExpectAsync(TestOffice.Specialist, "Не сдали 1.1а");

        // VK takes the message at once and answers when nobody is there any more.
        office.Vk.Host.Faults = [new FaultRule("messages.send", new Fault.LateAnswer(TimeSpan.FromSeconds(5)))];
        office.Write(TestOffice.Specialist, "эксель");
        await office.ExpectAsync(TestOffice.Specialist, "Таблица:");
        await office.KillBotAsync();
        office.Vk.Host.Faults = [];
        await office.StartBotAsync();
        office.Write(TestOffice.Specialist, "сводка");
        await office.ExpectAsync(TestOffice.Specialist, "Учреждений 1");

        Assert.Single(Tables(office));
    }

    [SkippableFact]
    public async Task A_table_is_for_the_specialist_only()
    {
        await using var office = await OpenAsync();
        office.Write(TestOffice.Director, "привет");
        await office.ExpectAsync(TestOffice.Director, "Согласны?");

        office.Vk.People.Write(TestOffice.Director, new PersonMessage { Text = "Excel", Payload = """{"c":"table","a":{"ask":"list;open"}}""" });
        office.Write(TestOffice.Director, "привет");
        await office.ExpectAsync(TestOffice.Director, "Согласны?");

        Assert.All(office.Vk.People.ChatOf(TestOffice.Director).Messages, message => Assert.Empty(message.Attachments));
    }

    private static async Task GreetAsync(TestOffice office)
    {
        office.Write(TestOffice.Specialist, "привет");
        await office.ExpectAsync(TestOffice.Specialist, "Учреждений");
    }

    private static List<AttachmentView> Tables(TestOffice office) =>
        [.. office.Vk.People.ChatOf(TestOffice.Specialist).Messages.Where(message => message.Out).SelectMany(message => message.Attachments)];

    private static async Task<object?[][]> OpenAsync(TestOffice office, AttachmentView document)
    {
        Assert.Equal(("doc", "xlsx"), (document.Type, document.Ext));
        using var http = new HttpClient();
        var content = await http.GetByteArrayAsync(new Uri(office.Vk.Host.Address, document.Url));
        return [.. new MemoryStream(content).Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())];
    }
}

public sealed class TableOnSqlite(SqliteFixture fixture) : TableSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class TableOnPostgreSql(PostgreSqlFixture fixture) : TableSuite(fixture), IClassFixture<PostgreSqlFixture>;
