using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sferum.Bot.Commands;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Tests.Commands;

/// <summary>Settings as files, one each, and what is to be seen of secrets: nothing.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private const string Secret = "vk1.a.SECRETSECRET";
    private const string Password = "PASSWORDPASSWORD";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sferum-secrets-");

    [Theory]
    [InlineData("Secrets__Path")]
    [InlineData("CREDENTIALS_DIRECTORY")]
    public async Task The_bot_runs_by_secrets_that_are_files_and_shows_them_nowhere(string variable)
    {
        await using var vk = await TestSimulator.StartAsync();
        var settings = BotSettings.For(vk, StorageProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False");
        var secrets = _folder.CreateSubdirectory("secrets").FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Vk__Token"), vk.Host.Token + "\n");
        settings.Remove("Vk__Token");
        settings[variable] = secrets;
        settings["Logging__LogLevel__Default"] = "Trace";

        await using var bot = await BotProcess.StartRunAsync(settings);
        var (exit, ready) = await BotProcess.RunToEndAsync(settings, "ready", $"--Urls={bot.Address}");
        using var http = new HttpClient { BaseAddress = bot.Address };
        var pages = string.Concat(await Task.WhenAll(((string[])["/health/ready", "/health/live", "/metrics", "/panel", "/nothing"]).Select(async page => await (await http.GetAsync(page)).Content.ReadAsStringAsync())));
        await File.WriteAllTextAsync(Path.Combine(secrets, "Vk__Token"), Secret);
        await Eventually.TrueAsync(() => bot.Output.Contains("token was replaced", StringComparison.Ordinal), () => bot.Output);

        Assert.True(exit == 0, ready);
        foreach (var secret in (string[])[vk.Host.Token, Secret])
        {
            Assert.DoesNotContain(secret, bot.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, pages, StringComparison.Ordinal);
        }

        Directory.Delete(settings[BotSettings.FilesPath], recursive: true);
    }

    [Fact]
    public async Task A_bot_whose_token_was_refused_hears_VK_as_soon_as_it_is_replaced()
    {
        await using var vk = await TestSimulator.StartAsync();
        var settings = BotSettings.For(vk, StorageProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False");
        var secrets = _folder.CreateSubdirectory("secrets").FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Vk__Token"), Secret);
        settings.Remove("Vk__Token");
        settings["Secrets__Path"] = secrets;
        await using var bot = BotProcess.Launch(settings, BotProcess.FreeAddress());
        await Eventually.TrueAsync(() => bot.Output.Contains("refused with error 5", StringComparison.Ordinal), () => bot.Output, TimeSpan.FromMinutes(1));

        // It would look again after two minutes.
        await File.WriteAllTextAsync(Path.Combine(secrets, "Vk__Token"), vk.Host.Token);
        var began = Stopwatch.GetTimestamp();
        await bot.UntilReadyAsync();

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Directory.Delete(settings[BotSettings.FilesPath], recursive: true);
    }

    [Fact]
    public async Task Doctor_and_start_tell_what_is_wrong_without_secrets()
    {
        var settings = new Dictionary<string, string>
        {
            ["Vk__Token"] = Secret,
            ["Vk__GroupId"] = "1",
            ["Vk__ApiBaseUrl"] = "http://127.0.0.1:1/method/",
            ["Vk__Transport"] = "Callback",
            ["Vk__CallbackSecret"] = Password + new string('x', 50),
            ["Storage__Provider"] = "PostgreSql",
            ["Storage__ConnectionString"] = $"Host=127.0.0.1;Port=1;Database=none;Username=none;Password={Password}",
        };
        var (wrong, start) = await BotProcess.RunToEndAsync(settings, "run");
        settings["Vk__CallbackSecret"] = Password;
        settings["Vk__CallbackConfirmation"] = "c";
        var (ill, doctor) = await BotProcess.RunToEndAsync(settings, "doctor");
        var (away, run) = await BotProcess.RunToEndAsync(settings, "run");
        settings["Storage__ConnectionString"] = $"Host 127.0.0.1 Password {Password}";
        var (garbled, said) = await BotProcess.RunToEndAsync(settings, "run");

        Assert.Equal((2, 1, 2, 2), (wrong, ill, away, garbled));
        Assert.Contains("✗ База данных", doctor, StringComparison.Ordinal);
        foreach (var output in (string[])[start, doctor, run, said])
        {
            Assert.NotEmpty(output);
            Assert.DoesNotContain(Secret, output, StringComparison.Ordinal);
            Assert.DoesNotContain(Password, output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_of_secrets_that_is_not_there_stops_the_start()
    {
        var (exit, output) = await BotProcess.RunToEndAsync(new Dictionary<string, string> { ["Secrets__Path"] = Path.Combine(_folder.FullName, "none") }, "run");

        Assert.Equal(2, exit);
        Assert.Contains("Secrets__Path", Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_behind_a_link_as_Kubernetes_lays_it_is_replaced_while_the_bot_runs_and_an_empty_one_is_not()
    {
        Lay("one", "first\n");
        Link("one");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "Vk__Token"), Path.Combine("..data", "Vk__Token"));
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new(SecretFiles.PathKey, _folder.FullName)]);
        SecretFiles.AddTo(configuration);
        using var token = new VkToken(configuration, Options.Create(configuration.GetSection(VkOptions.Section).Get<VkOptions>()!), NullLogger<VkToken>.Instance);
        Assert.Equal("first", token.Value);

        Lay("two", "");
        Link("two");
        await Eventually.TrueAsync(() => configuration["Vk:Token"] == "", () => "the empty file was not seen");
        Assert.Equal("first", token.Value);

        Lay("three", "second\n");
        Link("three");
        await Eventually.TrueAsync(() => token.Value == "second", () => token.Value);
    }

    [Theory]
    [InlineData("Urls", "http://*:{0}")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:{0}")]
    public async Task On_every_interface_neither_panel_nor_callback_are_served_unless_asked_for(string name, string address)
    {
        await using var vk = await TestSimulator.StartAsync();
        var settings = BotSettings.For(vk, StorageProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "bot.db")};Pooling=False");
        var at = BotProcess.FreeAddress();
        settings[name] = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, at.Port);
        await using var bot = BotProcess.Launch(settings, at);
        await bot.UntilReadyAsync();
        using var http = new HttpClient { BaseAddress = at };

        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/panel")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/vk/callback", new StringContent("{}"))).StatusCode);
        Directory.Delete(settings[BotSettings.FilesPath], recursive: true);
    }

    [Fact]
    public async Task Nobody_there_is_not_ready()
    {
        var (exit, output) = await BotProcess.RunToEndAsync(new Dictionary<string, string>(), "ready", $"--Urls={BotProcess.FreeAddress()}");

        Assert.Equal(1, exit);
        Assert.Contains("не отвечает", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Lay(string version, string token) => File.WriteAllText(Path.Combine(_folder.CreateSubdirectory(".." + version).FullName, "Vk__Token"), token);

    private void Link(string version)
    {
        var now = Path.Combine(_folder.FullName, "..now");
        File.CreateSymbolicLink(now, ".." + version);

        // .NET can't rename a link over another.
        using var move = Process.Start("mv", ["-Tf", now, Path.Combine(_folder.FullName, "..data")]);
        move.WaitForExit();
        Assert.Equal(0, move.ExitCode);
    }
}
