using System.Text;
using Sferum.Bot.Tests.Orders.Roster;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Commands;

/// <summary><c>report</c> as an administrator calls it.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private const string Roster = "Учреждение;Тип\nМОУ «Вымышленная СОШ № 1»;МОУ\nМДОУ «Выдумка»;МДОУ\nДДТ «Вымысел»;УДО\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-report-");

    [Fact]
    public async Task What_is_asked_in_words_comes_on_the_screen_and_as_files()
    {
        await FillAsync();

        var shown = await CallAsync(0, "report", "кто ни разу не заходил");
        Assert.Contains("МДОУ «Выдумка»", shown, StringComparison.Ordinal);
        Assert.Contains("Не заходили: учреждений 3, строк 3", shown, StringComparison.Ordinal);

        var csv = Path.Combine(_folder.FullName, "list.csv");
        await CallAsync(0, "report", "кто", "не", "сдал", "1.3", "--out", csv);
        var lines = await File.ReadAllLinesAsync(csv, Encoding.UTF8);
        Assert.StartsWith("Учреждение;Тип;", lines[0], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("ДДТ «Вымысел»;УДО;", StringComparison.Ordinal));

        var xlsx = Path.Combine(_folder.FullName, "list.xlsx");
        await CallAsync(0, "report", "кто не сдал 1.3 из садов", "--out", xlsx);
        var rows = MiniExcelLibs.MiniExcel.Query(xlsx).Cast<IDictionary<string, object>>().ToArray();
        Assert.Equal(["Учреждение", "МДОУ «Выдумка»"], rows.Select(row => row["A"]));
    }

    [Fact]
    public async Task A_text_that_is_no_statement_of_the_journal_is_not_called_one()
    {
        await FillAsync();
        var file = Path.Combine(_folder.FullName, "statement.txt");
        await File.WriteAllTextAsync(file, "Справка об исполнении\nвсё принято\nСправка № 1");

        Assert.Contains("Такой справки в журнале нет", await CallAsync(1, "report", "--verify", file), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, new string('я', 30_000));
        Assert.Contains("не справка", await CallAsync(2, "report", "--verify", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_use_ends_with_what_to_do()
    {
        Assert.Contains("migrate", await CallAsync(2, "report", "кто не сдал"), StringComparison.Ordinal);
        await FillAsync();

        Assert.Contains("кто не сдал", await CallAsync(2, "report"), StringComparison.Ordinal);
        Assert.Contains("Не понимаю «напеки пирогов»", await CallAsync(2, "report", "напеки пирогов"), StringComparison.Ordinal);
        Assert.Contains("--uot", await CallAsync(2, "report", "кто не сдал", "--uot", "x.csv"), StringComparison.Ordinal);
        Assert.Contains(".xlsx или .csv", await CallAsync(2, "report", "кто не сдал", "--out", "x.pdf"), StringComparison.Ordinal);
        Assert.Contains("нет", await CallAsync(2, "report", "--verify", "nowhere.txt"), StringComparison.Ordinal);
        Assert.Contains("больше ничего", await CallAsync(2, "report", "кто не сдал", "--verify", "nowhere.txt"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task FillAsync()
    {
        await CallAsync(0, "migrate");
        var file = Path.Combine(_folder.FullName, "roster.csv");
        await File.WriteAllBytesAsync(file, RosterFiles.Windows1251(Roster));
        await CallAsync(0, "import", file, "--apply");
    }

    private async Task<string> CallAsync(int expected, params string[] arguments)
    {
        var settings = new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "test.db")}" };
        var (exit, output) = await BotProcess.RunToEndAsync(settings, arguments);
        Assert.True(exit == expected, $"{string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }
}
