using System.Globalization;
using System.Text.Json;
using Sferum.Bot.Commands;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Commands;

/// <summary>The commands as other programs call them: a process, its output and its exit code.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-commands-");

    [Fact]
    public async Task Run_without_settings_says_in_one_line_what_is_missing_and_points_to_the_demo()
    {
        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "run");

        Assert.Equal(2, exit);
        var line = Assert.Single(output.Split('\n'));
        Assert.Contains("Vk__Token", line, StringComparison.Ordinal);
        Assert.Contains("Vk__GroupId", line, StringComparison.Ordinal);
        Assert.Contains("demo", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Vk__GroupId", "abc", "Vk__GroupId")]
    [InlineData("Vk__GroupId", "-5", "Vk__GroupId")]
    [InlineData("Vk__Transport", "Pigeon", "Vk__Transport")]
    [InlineData("Vk__Client", "VkNet", "-p:WithVkNet=true")]
    [InlineData("Vk__ApiBaseUrl", "http://example.org/method/", "Vk__ApiBaseUrl")]
    [InlineData("Office__TimeZone", "Mars/Olympus", "Office__TimeZone")]
    [InlineData("Storage__Provider", "Clay", "Storage__Provider")]
    public async Task A_wrong_setting_stops_the_start_with_a_clear_line(string name, string value, string named)
    {
        var settings = Settings();
        settings["Vk__Token"] = "t";
        settings["Vk__GroupId"] = "1";
        settings[name] = value;

        var (exit, output) = await BotProcess.RunToEndAsync(settings, "run");

        Assert.Equal(2, exit);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_wrong_use()
    {
        var (exit, _) = await BotProcess.RunToEndAsync(NoSettings, "dance");

        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task Check_finds_nothing_wrong_with_the_shipped_files()
    {
        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "check", "--json");

        Assert.True(exit == 0, output);
        using var report = JsonDocument.Parse(output);
        var order = report.RootElement.GetProperty("orders")[0];
        Assert.Equal("223-09", order.GetProperty("number").GetString());
        var mandatory = order.GetProperty("mandatory");
        Assert.Equal((10, 8, 5), (mandatory.GetProperty("МОУ").GetInt32(), mandatory.GetProperty("МДОУ").GetInt32(), mandatory.GetProperty("УДО").GetInt32()));
        Assert.Equal(0, report.RootElement.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Check_names_the_file_and_the_line_of_a_fault()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "orders"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "orders", "bad.yaml"), "order:\n  number: \"1\"\n  date: вчера\n");

        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "check", "--path", _folder.FullName, "--json");

        Assert.Equal(1, exit);
        using var report = JsonDocument.Parse(output);
        Assert.Contains(
            report.RootElement.GetProperty("errors").EnumerateArray(),
            error => error.GetProperty("file").GetString() == "orders/bad.yaml" && error.GetProperty("line").GetInt32() == 3);
    }

    [Fact]
    public async Task Check_names_what_own_dialogs_lack_of_a_newer_program()
    {
        DialogsCopy.To(_folder);
        var notices = Path.Combine(_folder.FullName, "shared", "notices.yaml");
        await File.WriteAllTextAsync(notices, (await File.ReadAllTextAsync(notices)).Replace("  too_many:", "  own_words:", StringComparison.Ordinal));

        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "check", "--path", _folder.FullName);

        Assert.Equal(1, exit);
        Assert.Contains("«too_many»", output, StringComparison.Ordinal);
    }

    /// <summary>A name that stands in no dialog would be asked of everybody in vain, and one that stands nowhere else be missed by nobody.</summary>
    [Fact]
    public void The_notices_of_the_program_are_those_of_the_shipped_dialogs() =>
        Assert.Equal(DataFolder.Load(DataFolder.DefaultPath).Dialogs!.Notices, ProgramNotices.All.Order(StringComparer.Ordinal)); // the shipped ones have no faults

    [Theory]
    [InlineData("mermaid", "flowchart")]
    [InlineData("dot", "digraph")]
    public async Task Graph_draws_the_machine(string format, string head)
    {
        var (exit, output) = await BotProcess.RunToEndAsync(NoSettings, "graph", "--format", format);

        Assert.Equal(0, exit);
        Assert.Contains(head, output, StringComparison.Ordinal);
        Assert.Contains("director", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_brings_an_empty_database_to_the_present_schema()
    {
        var (first, applied) = await BotProcess.RunToEndAsync(Settings(), "migrate");
        var (second, again) = await BotProcess.RunToEndAsync(Settings(), "migrate");

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("0001_messaging", applied, StringComparison.Ordinal);
        Assert.DoesNotContain("0001_messaging", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_is_content_with_a_community_that_is_set_up_and_finds_a_wrong_token()
    {
        await using var vk = await TestSimulator.StartAsync(badRequests: true);
        var settings = Settings();
        settings["Vk__ApiBaseUrl"] = vk.Host.ApiBaseUrl.ToString();
        settings["Vk__GroupId"] = vk.Host.GroupId.ToString(CultureInfo.InvariantCulture);
        settings["Vk__Token"] = vk.Host.Token;
        settings["Office__Specialists__0"] = "5";
        await BotProcess.RunToEndAsync(settings, "migrate");

        var (well, report) = await BotProcess.RunToEndAsync(settings, "doctor");
        settings["Vk__Token"] = "wrong";
        var (ill, complaint) = await BotProcess.RunToEndAsync(settings, "doctor");

        Assert.True(well == 0, report);
        Assert.Contains("✓ База данных", report, StringComparison.Ordinal);
        Assert.Equal(1, ill);
        Assert.Contains("✗ Ключ доступа", complaint, StringComparison.Ordinal);
        Assert.Contains("Vk__Token", complaint, StringComparison.Ordinal);
        Assert.DoesNotContain(vk.Host.Token, report, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Doctor_tells_of_an_event_that_was_put_aside_and_puts_it_back_once()
    {
        var settings = Settings();
        await BotProcess.RunToEndAsync(settings, "migrate");
        await using var database = new Database(StorageProvider.Sqlite, settings["Storage__ConnectionString"]);
        await BuryAsync(database);

        settings["Vk__Token"] = "t";
        settings["Vk__GroupId"] = "1";
        settings["Vk__ApiBaseUrl"] = "http://127.0.0.1:1/method/";
        var (ill, report) = await BotProcess.RunToEndAsync(settings, "doctor");
        var (wrong, _) = await BotProcess.RunToEndAsync(settings, "doctor", "--replay", "first");
        var (done, said) = await BotProcess.RunToEndAsync(settings, "doctor", "--replay", "1");
        var (again, _) = await BotProcess.RunToEndAsync(settings, "doctor", "--replay", "1");
        var (none, told) = await BotProcess.RunToEndAsync(settings, "doctor", "--replay", "all");

        Assert.Equal(1, ill);
        Assert.Contains("№ 1", report, StringComparison.Ordinal);
        Assert.Contains("обор", report, StringComparison.Ordinal);
        Assert.Equal((2, 0, 1, 0), (wrong, done, again, none));
        Assert.Contains("№ 1", said, StringComparison.Ordinal);
        Assert.Contains("Возвращено в обработку: 0", told, StringComparison.Ordinal);
        var waiting = await database.ReadAsync(
            (db, token) => new InboxStore(database, TimeProvider.System, new InboxSignal()).TakeAsync(db, 10, token), CancellationToken.None);
        Assert.Equal("e1", Assert.Single(waiting).EventId);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("migrate")]
    [InlineData("doctor")]
    public async Task A_word_that_is_no_setting_is_wrong_use(string command)
    {
        var (exit, output) = await BotProcess.RunToEndAsync(Settings(), command, "--Vk:GroupId=1", "скорее");

        Assert.Equal(2, exit);
        Assert.Contains("«скорее»", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Storage:Provider=Sqlite")]
    [InlineData("--Storage:Provider", "Sqlite")]
    [InlineData("Storage:Provider=Sqlite")]
    [InlineData("--Urls", "http://127.0.0.1:0")]
    public async Task A_setting_is_taken_in_each_of_its_forms(params string[] words)
    {
        var (exit, output) = await BotProcess.RunToEndAsync(Settings(), ["migrate", .. words]);

        Assert.True(exit == 0, output);
    }

    private static async Task BuryAsync(Database database)
    {
        var inbox = new InboxStore(database, TimeProvider.System, new InboxSignal());
        await inbox.StoreAsync([new IncomingEvent("e1", 1, 1, new Incoming.Consent(true))], null, CancellationToken.None);
        await database.InTransactionAsync(
            async (db, token) => await inbox.BuryAsync(db, (await inbox.TakeAsync(db, 1, token))[0], "обор", token), CancellationToken.None);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "test.db")}",
        ["Storage__FilesPath"] = Path.Combine(_folder.FullName, "files"),
    };
}
