using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

/// <summary>The bot of folder <c>vk-io</c> in a Node process; its packages are installed where they are missing.</summary>
internal sealed class VkIoBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _errors = [];

    private VkIoBot(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, data) => Take(data.Data);
        process.ErrorDataReceived += (_, data) =>
        {
            lock (_errors)
                _errors.Add(data.Data ?? "");
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Why the bot can't run here, or null.</summary>
    public static string? Missing() => (On("node"), On("npm")) switch
    {
        (true, true) => null,
        (false, _) => "node is not installed; tests/run.sh installs it",
        _ => "npm is not installed; tests/run.sh installs it",
    };

    /// <param name="mode">vk-io's <c>apiMode</c>.</param>
    public static async Task<VkIoBot> StartAsync(VkSimulatorHost vk, string mode = "sequential")
    {
        var folder = Path.Combine(RepositoryFolder.Find(Path.Combine("tests", "Sferum.Bot.Tests", "Simulator")), "vk-io");
        await InstallAsync(folder);
        var start = new ProcessStartInfo("node", "bot.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["VK_API"] = vk.ApiBaseUrl.ToString().TrimEnd('/'),
                ["VK_TOKEN"] = vk.Token,
                ["VK_GROUP"] = vk.GroupId.ToString(CultureInfo.InvariantCulture),
                ["VK_MODE"] = mode,
            },
        };
        return new VkIoBot(Process.Start(start) ?? throw new InvalidOperationException("node did not start"));
    }

    /// <summary>Awaits a line that the bot prints; others are passed over.</summary>
    public async Task SaysAsync(string line)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            while (await _lines.Reader.ReadAsync(timeout.Token) != line)
            {
                // Another line.
            }
        }
        catch (Exception silence) when (silence is OperationCanceledException or ChannelClosedException)
        {
            lock (_errors)
                Assert.Fail($"The bot did not say «{line}». {string.Join('\n', _errors)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static bool On(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));

    private static async Task InstallAsync(string folder)
    {
        await Installing.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(folder, "node_modules", "vk-io")))
                return;
            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --loglevel=error")
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
            }) ?? throw new InvalidOperationException("npm did not start");
            var errors = await npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            Assert.True(npm.ExitCode == 0, errors);
        }
        finally
        {
            Installing.Release();
        }
    }

    private void Take(string? line)
    {
        if (line is null)
            _lines.Writer.TryComplete();
        else
            _lines.Writer.TryWrite(line);
    }
}
