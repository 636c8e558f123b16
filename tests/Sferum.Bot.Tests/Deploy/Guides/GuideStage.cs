using System.Globalization;
using Sferum.Bot.Tests.Orders.Roster;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>
/// Where the commands of a guide are run: an empty folder with what the guides take for granted (a roster, a community, a
/// running bot), and folders that stand for those of an installed bot.
/// </summary>
internal sealed class GuideStage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-stage-");
    private readonly Dictionary<string, string> _settings;
    private readonly TestSimulator _vk;
    private BotProcess? _bot;

    private GuideStage(TestSimulator vk)
    {
        _vk = vk;
        _settings = new Dictionary<string, string>
        {
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "guide.db")}",
            ["Storage__FilesPath"] = Path.Combine(_folder.FullName, "files"),
            ["Vk__ApiBaseUrl"] = vk.Host.ApiBaseUrl.ToString(),
            ["Vk__Token"] = vk.Host.Token,
            ["Vk__GroupId"] = vk.Host.GroupId.ToString(CultureInfo.InvariantCulture),
            ["Office__Specialists__0"] = "5",
            ["TMPDIR"] = _folder.FullName,
        };
    }

    /// <summary>Paths and words of the guides that stand for something of the reader's own.</summary>
    private (string Word, string Means)[] Stands =>
    [
        ("/var/backups/sferum-bot/20240415-030000", Directory.EnumerateDirectories(Backups, "*-*").Order(StringComparer.Ordinal).LastOrDefault() ?? "no backup was made"),
        ("/backups", Backups),
        (@"D:\копии", Backups),
        ("/var/lib/sferum-bot", _folder.FullName),
        ("«…»", "«Вымышленная СОШ № 1»"),
    ];

    private string Backups => Path.Combine(_folder.FullName, "backups");

    public static async Task<GuideStage> StartAsync()
    {
        var stage = new GuideStage(await TestSimulator.StartAsync(new VkSimulatorOptions(), badRequests: true));
        await stage.FillAsync();
        return stage;
    }

    /// <summary>Runs a command of the bot; one that has no end is started, asked something, and ended.</summary>
    /// <param name="words">Of a command, without the program.</param>
    /// <param name="dialogs">Another folder of dialogs, in the folder that stands for that of the program; null: those of the program.</param>
    public async Task RunAsync(string[] words, string? dialogs = null)
    {
        var meant = words.Select(word => Stands.Aggregate(word, (meant, stands) => meant.Replace(stands.Word, stands.Means, StringComparison.Ordinal))).ToArray();
        var settings = dialogs is null ? _settings : new Dictionary<string, string>(_settings) { ["Dialogs__Path"] = dialogs };
        switch (meant)
        {
            case ["demo"]:
                await OpenDemoAsync(settings);
                return;
            case ["run"]:
                await StopAsync(await BotProcess.StartRunAsync(settings));
                return;
            case ["ready", ..]:
                _bot ??= await BotProcess.StartRunAsync(_settings);
                break;
            default:
                break;
        }

        var (exit, output) = await BotProcess.RunToEndInAsync(
            dialogs is null ? _folder.FullName : Path.GetDirectoryName(dialogs), settings, _bot?.Address ?? BotProcess.FreeAddress(), meant);
        Assert.True(exit == 0, $"«{string.Join(' ', words)}» ended with {exit}:\n{output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await StopAsync(_bot);
        }

        await _vk.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task OpenDemoAsync(Dictionary<string, string> settings)
    {
        var demo = await BotProcess.StartDemoAsync(settings.Where(setting => setting.Key is "Dialogs__Path" or "TMPDIR").ToDictionary());
        using var http = new HttpClient();
        Assert.Contains("<!doctype html>", await http.GetStringAsync(demo.Address), StringComparison.OrdinalIgnoreCase);
        await StopAsync(demo);
    }

    private static async Task StopAsync(BotProcess bot)
    {
        await using (bot)
        {
            await bot.TerminateAsync();
            Assert.Equal(0, await bot.ExitAsync(TimeSpan.FromSeconds(30)));
        }
    }

    private async Task FillAsync()
    {
        Directory.CreateDirectory(Backups);
        byte[] roster = RosterFiles.Xlsx(["Учреждение", "Тип"], ["МОУ «Вымышленная СОШ № 1»", "МОУ"], ["МДОУ «Выдумка»", "МДОУ"]);
        foreach (var name in (string[])["roster.xlsx", "учреждения.xlsx"])
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, name), roster);
        }

        var (exit, output) = await BotProcess.RunToEndAsync(_settings, "migrate");
        Assert.True(exit == 0, output);
    }
}
