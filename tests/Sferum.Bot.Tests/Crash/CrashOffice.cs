using System.Globalization;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Simulator;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// VK (simulated), one database, and as many processes of the bot on it as a test wants, each of which may be killed.
/// </summary>
internal sealed class CrashOffice : IAsyncDisposable
{
    public const long Specialist = 900;
    public const long FirstPerson = 7001;

    /// <summary>Setting by which every question is told to the specialist too: one person who hears of all the others.</summary>
    public static readonly (string Name, string Value) WithSpecialist = ("Office__Specialists__0", Specialist.ToString(CultureInfo.InvariantCulture));

    private const long Model = 7000;
    private const int KilledBySignal = 128 + 9;
    private const int Seed = 7;
    private const string CallbackSecret = "crash-test";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>From the start of a process to its death. Longer than any lease or back-off of the bot.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);

    private static readonly string Hook = Path.Combine(AppContext.BaseDirectory, "Sferum.Bot.CrashHook.dll");

    private readonly Dictionary<string, string> _environment;
    private readonly List<BotProcess> _processes = [];
    private readonly PipelineReport _pipeline;

    private CrashOffice(TestSimulator vk, Database database, Dictionary<string, string> environment)
    {
        Vk = vk;
        Database = database;
        _environment = environment;
        _pipeline = new PipelineReport(database);
    }

    public TestSimulator Vk { get; }

    public Database Database { get; }

    public static async Task<CrashOffice> OpenAsync(
        DatabaseFixture fixture, VkSimulatorOptions? options = null, bool underLoad = false)
    {
        var (provider, connectionString, database) = await fixture.CreateWithSettingsAsync();
        return await OpenAsync(provider, connectionString, database, options, underLoad);
    }

    public static async Task<CrashOffice> OpenAsync(
        StorageProvider provider, string connectionString, Database database, VkSimulatorOptions? options = null, bool underLoad = false)
    {
        var vk = await TestSimulator.StartAsync(options, underLoad: underLoad);
        vk.People.Add("Вера", "Выдумкина", "специалист", Specialist, canMessage: true);
        using var caller = new VkCaller(vk.Host);
        var code = (string)(await caller.AskAsync("groups.getCallbackConfirmationCode", ("group_id", vk.Host.GroupId)))["code"]!;
        return new CrashOffice(vk, database, new Dictionary<string, string>(BotSettings.For(vk, provider, connectionString))
        {
            ["Vk__CallbackSecret"] = CallbackSecret,
            ["Vk__CallbackConfirmation"] = code,
        });
    }

    /// <summary>Where its processes keep files.</summary>
    public string FilesPath => _environment[BotSettings.FilesPath];

    /// <summary>Starts a process and returns at once.</summary>
    public BotProcess Launch(Uri address, params IEnumerable<(string Name, string Value)> settings)
    {
        var environment = new Dictionary<string, string>(_environment);
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        var bot = BotProcess.Launch(environment, address);
        _processes.Add(bot);
        return bot;
    }

    /// <summary>Starts a process and returns when it is ready.</summary>
    public async Task<BotProcess> StartAsync(params IEnumerable<(string Name, string Value)> settings)
    {
        var bot = Launch(BotProcess.FreeAddress(), settings);
        await bot.UntilReadyAsync();
        return bot;
    }

    /// <summary>Starts a process that dies at this point, and returns when it is dead.</summary>
    /// <param name="hit">The how manieth time it comes there, from 1.</param>
    /// <param name="state">What else to tell when it does not come there.</param>
    public async Task KillAtAsync(CrashPoint point, int hit, Uri address, IEnumerable<(string Name, string Value)> settings, Func<string>? state = null)
    {
        Vk.Host.Faults = point.Faults;
        var bot = Launch(address, [.. settings, ("DOTNET_STARTUP_HOOKS", Hook), (CrashPoint.Variable, point.At(hit))]);
        var code = await bot.ExitAsync(
            LongestLife, async () => $"«{point.Name}», hit {hit}, was not reached.\n{await StateAsync()}\n{state?.Invoke()}");
        Assert.True(code == KilledBySignal, $"«{point.Name}», hit {hit}: the bot ended by itself with {code}\n{bot.Output}");
        Vk.Host.Faults = [];
        await EndAsync(bot);
    }

    /// <summary>Has a process die at each of these points, in an order that is the same every time.</summary>
    /// <param name="more">Gives the next one something to do.</param>
    /// <returns>How many died.</returns>
    public async Task<int> KillAtEachAsync(IReadOnlyList<CrashPoint> points, Func<Task> more, IReadOnlyList<(string Name, string Value)> settings)
    {
        var order = points.ToArray();
        new Random(Seed).Shuffle(order);
        foreach (var point in order)
        {
            await more();
            await KillAtAsync(point, point.MostHits, BotProcess.FreeAddress(), settings);
        }

        return order.Length;
    }

    /// <summary>Frees what is left of a process, killing it if it still runs.</summary>
    public async Task EndAsync(BotProcess bot)
    {
        _processes.Remove(bot);
        await bot.DisposeAsync();
    }

    /// <summary>Has VK deliver its events to this address too, where a process must be listening.</summary>
    public async Task DeliverToAsync(Uri address)
    {
        using var caller = new VkCaller(Vk.Host);
        await caller.AdminAsync(HttpMethod.Put, "settings", new { callbackUrl = new Uri(address, "/vk/callback"), callbackSecret = CallbackSecret });
        await Eventually.TrueAsync(
            async () => (string)(await caller.AskAsync("groups.getCallbackServers", ("group_id", Vk.Host.GroupId)))["items"]![0]!["status"]! == "ok",
            () => "the callback address was not confirmed");
    }

    /// <summary>Learns the replies from the running, undisturbed bot.</summary>
    public async Task<TalkScript> LearnAsync()
    {
        Vk.People.Add("Мария", "Образцова", "учитель", Model);
        return await TalkScript.LearnAsync(Model, SayAsync);
    }

    /// <summary>Waits until nothing is left to handle or to send.</summary>
    public async Task DrainAsync()
    {
        PipelineState? state = null;
        await Eventually.TrueAsync(
            async () =>
            {
                state = await _pipeline.ReadAsync(CancellationToken.None);
                return state is { WaitingEvents: 0, WaitingMessages: 0 };
            },
            () => $"{state}\n{Output}",
            Patience);
        Assert.Equal(0, state?.DeadLetters);
    }

    /// <summary>How full the pipeline is.</summary>
    public async Task<string> StateAsync() => $"{await _pipeline.ReadAsync(CancellationToken.None)}";

    /// <summary>The last lines of every process.</summary>
    public string Output => LastLines(_ => true);

    /// <summary>What every process has warned of at last.</summary>
    public string Warnings => LastLines(line => line.Contains(" warn: ", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _processes.ToArray())
        {
            await EndAsync(bot);
        }

        await Vk.DisposeAsync();
        Directory.Delete(_environment[BotSettings.FilesPath], recursive: true);
    }

    private string LastLines(Func<string, bool> which) =>
        string.Join("\n\n", _processes.Select(bot => string.Join('\n', bot.Output.Split('\n').Where(which).TakeLast(40))));

    private async Task<string> SayAsync(string line)
    {
        var before = Vk.People.ChatOf(Model).Messages.Count;
        Vk.People.Write(Model, line);
        using var timeout = new CancellationTokenSource(Patience);
        var chat = await Vk.People.WaitForAsync(Model, view => view.Messages.Count > before + 1, timeout.Token);
        return chat.Messages[before + 1].Text;
    }
}
