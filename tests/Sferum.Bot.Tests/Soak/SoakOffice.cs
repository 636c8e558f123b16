using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Commands;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Privacy;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Soak;

/// <summary>
/// The bot whole in this process, over HTTP against the simulator, on one clock that the run moves. Only what wakes up every
/// half a minute by the processor's clock is called by hand after a move.
/// </summary>
internal sealed class SoakOffice : IAsyncDisposable
{
    public const long Specialist = 1004;

    private const int OrdersAhead = 8;

    /// <summary>Of real time, when nothing moves on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>After so much of real time the clock goes on by a minute: what is tried again later is due by it.</summary>
    private static readonly TimeSpan Nudge = TimeSpan.FromSeconds(2);

    private readonly Database _database;
    private readonly Dictionary<string, string> _settings;
    private readonly DirectoryInfo _dialogs;
    private readonly DataFolder _data;
    private readonly SoakLog _log = new();
    private WebApplication? _app;

    private SoakOffice(TestSimulator vk, Database database, Dictionary<string, string> settings, DirectoryInfo dialogs)
    {
        Vk = vk;
        _database = database;
        _settings = settings;
        _dialogs = dialogs;
        _data = DataFolder.Load(dialogs.FullName);
        Assert.Empty(_data.Faults);
    }

    public TestSimulator Vk { get; }

    public DateTimeOffset Now => Vk.Clock.Now;

    public int Lines => _data.Orders.Orders.Sum(order => order.Points.Length);

    public string Log => _log.ToString();

    public int Restarts { get; private set; }

    public static async Task<SoakOffice> OpenAsync(StorageProvider provider, string connectionString, Database database, DateTimeOffset start, int seed)
    {
        // What the simulator keeps is part of the memory that is measured: little, so that it is full soon.
        var vk = await TestSimulator.StartAsync(
            new VkSimulatorOptions { StartAt = start, Seed = seed, MessagesPerDialog = 40, TrafficKept = 200, EventHistory = 2_000, FileBytesKept = 4 * 1024 * 1024 },
            underLoad: true);
        vk.People.Add("Вера", "Выдумкина", "специалист", Specialist, canMessage: true);
        var settings = new Dictionary<string, string>(BotSettings.For(vk, provider, connectionString))
        {
            ["Office__Specialists__0"] = Specialist.ToString(CultureInfo.InvariantCulture),
            ["Office__UnaskedFrom"] = "08:00",
            ["Office__UnaskedUntil"] = "20:00",
            ["Office__OpensAt"] = "09:00",
            ["Office__ClosesAt"] = "18:00",
            ["Urls"] = "http://127.0.0.1:0",
            ["Vk__LongPollWait"] = "00:00:05",

            // The framework never frees the watcher of settings files and the timer of the panel's request limit, and each of
            // them holds all of a host that has ended, some 24 MB: a matter of this process, in which many follow each other.
            ["hostBuilder__reloadConfigOnChange"] = "false",
            ["Panel__Enabled"] = "false",
        };

        // As short as a run of some months can see them at work.
        foreach (var name in (string[])["EvidenceKept", "AnsweredQuestionsKept", "SilentPeopleKept", "EndedPostsKept", "OldCodesKept", "DeadLettersKept", "JournalDetailsKept"])
        {
            settings[$"Privacy__{name}"] = "30.00:00:00";
        }

        return new SoakOffice(vk, database, settings, Dialogs(start));
    }

    public async Task StartBotAsync()
    {
        var builder = BotHost.CreateBuilder([.. _settings.Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}")]);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(_log);
        _app = BotHost.Build(builder, _data, new SoakClock(Vk.Clock));
        await _app.StartAsync();
    }

    public async Task RestartBotAsync()
    {
        await StopBotAsync();
        await StartBotAsync();
        Restarts++;
    }

    public T Get<T>()
        where T : notnull => (_app ?? throw new InvalidOperationException("the bot is not running")).Services.GetRequiredService<T>();

    /// <summary>An institution and the code of its head.</summary>
    public async Task<string> AddInstitutionAsync(string name, string type) => await _database.InTransactionAsync(
        async (db, token) => await Get<ClaimStore>().IssueAsync(db, 0, await Get<RosterStore>().AddAsync(db, 0, name, type, token), token), CancellationToken.None);

    /// <summary>The clock goes on to this instant, and what is due then begins.</summary>
    public async Task MoveToAsync(DateTimeOffset at)
    {
        if (at > Now)
        {
            Vk.Clock.MoveTo(at);
        }

        await InFaultsAsync(async () =>
        {
            await Get<DigestSender>().SendAsync(CancellationToken.None);
            await Get<ReminderSender>().RemindAsync(CancellationToken.None);
            await Get<BroadcastSender>().TickAsync(CancellationToken.None);
            return true;
        });
    }

    /// <summary>Removes what is to go, as the bot does once an hour.</summary>
    public Task PruneAsync() => InFaultsAsync(async () =>
    {
        await _app!.Services.GetServices<IHostedService>().OfType<Housekeeper>().Single().PruneAsync(CancellationToken.None); // runs while the office is open
        return true;
    });

    /// <summary>Returns when every event is handled and every answer sent.</summary>
    /// <returns>What still waits when it went on too long; null: nothing.</returns>
    public async Task<string?> DrainAsync()
    {
        var (began, nudged) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        while (await WaitingAsync() is { Count: > 0 } waiting)
        {
            if (began.Elapsed > Patience)
            {
                return $"waits for {began.Elapsed.TotalSeconds:0} s: {string.Join("; ", waiting)}";
            }

            if (nudged.Elapsed > Nudge)
            {
                Vk.Clock.Advance(TimeSpan.FromMinutes(1));
                nudged.Restart();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }

        return null;
    }

    /// <summary>Rows that have waited longer than any rule makes them, and events put aside.</summary>
    public async Task<IReadOnlyList<string>> OldAsync()
    {
        var limit = Now.UtcDateTime.AddDays(-8);
        var old = await AskAsync<string>("select 'message ' || id || ' of purpose ' || purpose || ' from ' || cast(created_at as text) from outbox");
        var created = await InFaultsAsync(() => _database.ReadAsync(
            async (db, token) => (await LinqToDB.Async.AsyncExtensions.ToListAsync(LinqToDB.DataExtensions.GetTable<OutboxRecord>(db), token)).Count(row => row.CreatedAt < limit), CancellationToken.None));
        var letters = await AskAsync<string>("select 'dead letter: ' || reason from dead_letter");
        return [.. created > 0 ? old : [], .. letters];
    }

    public async Task<SoakSample> SampleAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var rows = new Dictionary<string, long>();
        foreach (var table in await TablesAsync())
        {
            rows[table] = (await AskAsync<long>($"select count(*) from {table}"))[0];
        }

        using var process = Process.GetCurrentProcess();
        return new SoakSample(Now, GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64, rows);
    }

    public async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await InFaultsAsync(() => Schema.ColumnsAsync(_database))).Select(column => column.Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    public Task<List<T>> AskAsync<T>(string sql) => InFaultsAsync(() => _database.ReadAsync((db, token) => db.QueryToListAsync<T>(sql, token), CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await Vk.DisposeAsync();
        Directory.Delete(_settings[BotSettings.FilesPath], recursive: true);
        _dialogs.Delete(recursive: true);
    }

    private async Task StopBotAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<string>> WaitingAsync() =>
    [
        .. (await AskAsync<string>("select position from stream_cursor")).Select(position => position.Split(' ')[0])
            .Where(ts => long.Parse(ts, CultureInfo.InvariantCulture) < Vk.Host.NewestEvent)
            .Select(ts => $"events of VK behind {ts}, the newest is {Vk.Host.NewestEvent}"),
        .. await AskAsync<string>("select 'event ' || event_id || ' of ' || peer_id || ', attempts ' || attempts from inbox"),
        .. await AskAsync<string>($"select 'answer ' || id || ' to ' || peer_id || ', attempts ' || attempts || ', code ' || coalesce(code, 0) from outbox where purpose < {(int)SendPurpose.Reminder}"),
    ];

    /// <summary>PostgreSQL may be away for some seconds, which is what the bot has to live with; the run waits.</summary>
    private static async Task<T> InFaultsAsync<T>(Func<Task<T>> work)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (began.Elapsed < Patience && DatabaseFaults.Of(e) != DatabaseFault.Lasting)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    /// <summary>The dialogs of the repository, and an order for every second month.</summary>
    private static DirectoryInfo Dialogs(DateTimeOffset start)
    {
        var folder = Directory.CreateTempSubdirectory("sferum-soak-");
        DialogsCopy.To(folder);
        for (var i = 0; i < OrdersAhead; i++)
        {
            string Day(int days) => start.AddDays((60 * i) + days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var yaml = SecondOrder.Yaml
                .Replace($"\"{SecondOrder.Number}\"", $"\"{i + 1:00}-С\"", StringComparison.Ordinal)
                .Replace("2024-04-10", Day(0), StringComparison.Ordinal)
                .Replace("2024-05-13", Day(20), StringComparison.Ordinal)
                .Replace("2024-06-03", Day(40), StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder.FullName, "orders", $"soak-{i + 1}.yaml"), yaml);
        }

        return folder;
    }

    /// <summary>The last warnings, so that a failed run can be understood.</summary>
    private sealed class SoakLog : ILoggerProvider
    {
        private const int Kept = 60;

        private readonly ConcurrentQueue<string> _lines = new();

        public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

        public void Dispose()
        {
        }

        public override string ToString() => string.Join('\n', _lines);

        private sealed class Category(SoakLog log, string name) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var text = $"{logLevel} {name}: {formatter(state, exception)} {exception}";
                log._lines.Enqueue(text.Length > 600 ? text[..600] : text);
                while (log._lines.Count > Kept && log._lines.TryDequeue(out _))
                {
                }
            }
        }
    }
}
