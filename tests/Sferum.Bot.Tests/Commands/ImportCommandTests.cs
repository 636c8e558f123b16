using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Orders.Roster;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Commands;

/// <summary><c>import</c> as an administrator calls it.</summary>
public sealed partial class ImportCommandTests : IDisposable
{
    private const string Good = "Учреждение;Тип;Руководитель;Телефон\nМОУ «Вымышленная СОШ № 1»;МОУ;Тестова Анна;1\nМДОУ «Выдумка»;;;2\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-import-");

    [Fact]
    public async Task A_file_is_shown_then_applied_then_changes_nothing()
    {
        await ImportAsync(0, "migrate");
        var file = Write("roster.csv", RosterFiles.Windows1251(Good));

        var shown = await ImportAsync(0, "import", file);
        var shownAgain = await ImportAsync(0, "import", file);
        var applied = await ImportAsync(0, "import", file, "--apply");
        var repeated = await ImportAsync(0, "import", file, "--apply");

        Assert.Equal(shown, shownAgain);
        Assert.Contains("Новые: 2", shown, StringComparison.Ordinal);
        Assert.Contains("Тип определён по названию, проверьте: строка 3", shown, StringComparison.Ordinal);
        Assert.Contains("«Телефон»", shown, StringComparison.Ordinal);
        Assert.Contains("--apply", shown, StringComparison.Ordinal);
        Assert.Equal(WithoutLast(shown), WithoutLast(applied));
        Assert.Contains("Записано.", applied, StringComparison.Ordinal);
        Assert.DoesNotContain("Новые", repeated, StringComparison.Ordinal);
        Assert.Contains("Без изменений: 2", repeated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_with_faults_changes_nothing_and_every_line_is_named()
    {
        await ImportAsync(0, "migrate");
        var bad = Write("roster.xlsx", RosterFiles.Xlsx(["Учреждение", "Тип"], ["МОУ «А1»", "колледж"], ["МОУ «Б1»", "МОУ"], ["", "МОУ"]));

        var output = await ImportAsync(1, "import", bad, "--apply");

        Assert.Contains("roster.xlsx:2: ", output, StringComparison.Ordinal);
        Assert.Contains("roster.xlsx:4: ", output, StringComparison.Ordinal);
        var good = Write("good.xlsx", RosterFiles.Xlsx(["Учреждение", "Тип"], ["МОУ «Б1»", "МОУ"]));
        Assert.Contains("Новые: 1", await ImportAsync(0, "import", good), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_written_once_for_print_and_their_reissue_is_announced()
    {
        await ImportAsync(0, "migrate");
        var file = Write("roster.csv", RosterFiles.Windows1251(Good));
        var sheet = Path.Combine(_folder.FullName, "codes.html");
        string[] call = ["import", file, "--codes", sheet, "--community", "vymysel"];

        var shown = await ImportAsync(0, call);
        Assert.False(File.Exists(sheet));
        var applied = await ImportAsync(0, [.. call, "--apply"]);

        Assert.Equal(WithoutLast(shown), WithoutLast(applied));
        var page = await File.ReadAllTextAsync(sheet);
        var codes = Code().Matches(page).Select(match => match.Value).ToArray();
        Assert.Equal(2, codes.Length);
        Assert.Equal(2, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Contains($"https://vk.me/vymysel?ref={code}", page, StringComparison.Ordinal));
        Assert.DoesNotMatch(Code(), applied);
        Assert.Equal([sheet, Path.Combine(_folder.FullName, "roster.csv")], Directory.GetFiles(_folder.FullName).Where(path => !path.Contains(".db", StringComparison.Ordinal)).Order());

        await ImportAsync(2, [.. call, "--apply"]);
        var table = Path.Combine(_folder.FullName, "codes.csv");
        var again = await ImportAsync(0, "import", "--codes", table, "--for", "моу вымышленная сош 1", "--Vk:GroupId=7", "--apply");
        Assert.Contains("прежний код перестанет действовать", again, StringComparison.Ordinal);
        var line = (await File.ReadAllLinesAsync(table))[1].Split(';');
        Assert.Equal(("МОУ «Вымышленная СОШ № 1»", $"https://vk.me/club7?ref={line[1]}"), (line[0], line[2]));
        Assert.DoesNotContain(line[1], codes);
    }

    [Fact]
    public async Task Wrong_use_is_told_from_faults()
    {
        var missing = Path.Combine(_folder.FullName, "missing.csv");
        var file = Write("roster.csv", RosterFiles.Windows1251(Good));
        var sheet = Path.Combine(_folder.FullName, "codes.html");

        await ImportAsync(2, "import");
        await ImportAsync(2, "import", missing);
        Assert.Contains("--aply", await ImportAsync(2, "import", file, "--aply"), StringComparison.Ordinal);
        await ImportAsync(2, "import", file, "--codes", Path.Combine(_folder.FullName, "codes.pdf"));
        Assert.Contains("--community", await ImportAsync(2, "import", file, "--codes", sheet), StringComparison.Ordinal);
        Assert.Contains("migrate", await ImportAsync(2, "import", file), StringComparison.Ordinal);
        await ImportAsync(0, "migrate");
        await ImportAsync(1, "import", "--codes", sheet, "--for", "Такого нет", "--community", "vymysel", "--apply");
        Assert.False(File.Exists(sheet));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<string> ImportAsync(int expected, params string[] arguments)
    {
        var settings = new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "test.db")}" };
        var (exit, output) = await BotProcess.RunToEndAsync(settings, arguments);
        Assert.True(exit == expected, $"{string.Join(' ', arguments)} ended with {exit}:\n{output}");
        return output;
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string[] WithoutLast(string output) => output.Split('\n')[..^1];

    [GeneratedRegex("(?<=class=\"code\">)[A-Z2-9]{4}-[A-Z2-9]{4}")]
    private static partial Regex Code();
}
