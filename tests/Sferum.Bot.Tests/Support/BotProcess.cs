using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Sferum.Bot.Tests.Support;

/// <summary>The bot as a real child process, started by its own command line, that a test may kill at any moment.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    /// <summary>Another build of the program to run, for a run that is long enough to pay for it.</summary>
    private const string ProgramVariable = "SFERUM_TEST_BOT";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private BotProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; private set; }

    public bool Runs => !_process.HasExited;

    public string Output => string.Join('\n', _output);

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunToEndAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunToEndInAsync(null, environment, new Uri("http://127.0.0.1:0"), arguments);

    /// <summary>As <see cref="RunToEndAsync"/>.</summary>
    /// <param name="folder">In which it is called; null: that of the tests.</param>
    /// <param name="address">Where the bot listens, or is looked for.</param>
    public static async Task<(int ExitCode, string Output)> RunToEndInAsync(string? folder, IReadOnlyDictionary<string, string> environment, Uri address, params string[] arguments)
    {
        await using var bot = Start(environment, address, null, folder, arguments);
        using var timeout = new CancellationTokenSource(Patience);
        await bot._process.WaitForExitAsync(timeout.Token);
        return (bot._process.ExitCode, bot.Output);
    }

    /// <summary>Starts <c>run</c> and returns when it says that it is ready.</summary>
    /// <param name="program">Another program than the bot's own.</param>
    public static async Task<BotProcess> StartRunAsync(IReadOnlyDictionary<string, string> environment, string? program = null)
    {
        var bot = Start(environment, FreeAddress(), program, null, "run");
        try
        {
            await bot.UntilReadyAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a command and returns at once.</summary>
    public static BotProcess LaunchCommand(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(environment, new Uri("http://127.0.0.1:0"), null, null, arguments);

    /// <summary>Starts <c>run</c> at an address of the caller's and returns at once.</summary>
    public static BotProcess Launch(IReadOnlyDictionary<string, string> environment, Uri address) => Start(environment, address, null, null, "run");

    /// <summary>An address that nobody listens at.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts <c>demo</c> on a free port and returns when it has told the address of its page.</summary>
    public static async Task<BotProcess> StartDemoAsync(IReadOnlyDictionary<string, string> environment)
    {
        var bot = Start(environment, new Uri("http://127.0.0.1:0"), null, null, "demo", "--port", "0");
        try
        {
            bot.Address = await bot.ToldAddressAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: nothing of the process gets a chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the process is asked to end.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The exit code; fails when the process has not ended after so long.</summary>
    /// <param name="why">What else to tell then.</param>
    public async Task<int> ExitAsync(TimeSpan patience, Func<Task<string>>? why = null)
    {
        using var timeout = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The bot had not ended after {patience}: {(why is null ? "" : await why())}\n{Output}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static BotProcess Start(IReadOnlyDictionary<string, string> environment, Uri address, string? program, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder ?? "" };
        start.ArgumentList.Add(program ?? (Environment.GetEnvironmentVariable(ProgramVariable) is { Length: > 0 } other
            ? other
            : typeof(Sferum.Bot.Messaging.IMessageTransport).Assembly.Location));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Urls"] = address.ToString();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var bot = new BotProcess(new Process { StartInfo = start }, address);
        bot._process.OutputDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.ErrorDataReceived += (_, line) => bot.Keep(line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Returns when the bot says that it is ready; fails when it ends instead.</summary>
    public async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.TrueAsync(
            async () =>
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"The bot ended with {_process.ExitCode}:\n{Output}");
                }

                try
                {
                    return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            () => $"The bot did not become ready:\n{Output}",
            Patience);
    }

    private async Task<Uri> ToldAddressAsync()
    {
        const string Line = "Откройте в браузере: ";
        string? told = null;
        await Eventually.TrueAsync(
            () =>
            {
                told = _output.FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
                return told is not null || _process.HasExited;
            },
            () => $"The demo told no address:\n{Output}",
            Patience);
        return told is null
            ? throw new InvalidOperationException($"The demo ended with {_process.ExitCode}:\n{Output}")
            : new Uri(told[Line.Length..]);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
