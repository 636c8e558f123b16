using System.Diagnostics;
using System.Globalization;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Soak;

/// <summary>
/// Months of an office: people do what they do, VK fails as it does, the bot and its database are restarted now and then.
/// Once a week everybody asks for the menu, and memory and tables are measured. In the end everybody leaves, and years pass.
/// </summary>
internal sealed class SoakRun(SoakOffice office, OwnPostgres? postgres, Random random, Action<string> say)
{
    private const double Rate = 0.02;
    private const int BotRestartDays = 9;
    private const int DatabaseRestartDays = 16;

    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(200);

    /// <summary>Longer than anything but the journal is kept.</summary>
    private static readonly TimeSpan Years = TimeSpan.FromDays(900);

    private static readonly TimeSpan Leap = TimeSpan.FromDays(30);

    private static readonly TimeOnly[] Hours = [new(8, 35), new(11, 0), new(14, 30), new(17, 10)];

    private readonly SoakPeople _people = new(office.Vk.People, random);
    private readonly List<SoakSample> _samples = [];
    private readonly List<string> _faults = [];
    private readonly Stopwatch _real = Stopwatch.StartNew();
    private int _databaseRestarts;

    /// <returns>What went wrong; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(TimeSpan duration)
    {
        _faults.AddRange(SoakTables.Unknown(await office.TablesAsync()).Select(table => $"table {table} has no bound in the list of the soak"));
        await _people.JoinAsync(office, SettleAsync);
        office.Vk.Host.Faults = Faults();
        var first = DateOnly.FromDateTime(office.Now.DateTime);
        for (var day = 1; _real.Elapsed < duration && _faults.Count == 0; day++)
        {
            await LiveAsync(first.AddDays(day), day);
        }

        office.Vk.Host.Faults = [];
        if (_faults.Count == 0)
        {
            await CheckAsync();
        }

        if (_faults.Count == 0)
        {
            await OutliveAsync();
            _faults.AddRange(SoakSample.Grown(_samples));
            _faults.AddRange(SoakTables.Grown(_samples, Population));
        }

        Sum();
        return _faults;
    }

    private SoakPopulation Population => new(SoakPeople.Count, SoakPeople.Institutions, office.Lines, _people.Acts, _people.Erasures);

    /// <summary>As <c>StormSuite</c> has them, but rarely: errors after which VK wants pauses of minutes are among them, since the clock can be moved.</summary>
    private static FaultRule[] Faults() =>
    [
        .. new Fault[]
        {
            new Fault.ErrorCode(1), new Fault.ErrorCode(6), new Fault.ErrorCode(10), new Fault.Http(502), new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Latency(Late), new Fault.LateAnswer(Late),
        }.Select(fault => new FaultRule(null, fault, Rate)),
        new FaultRule("messages.send", new Fault.ErrorCode(10), Rate),
        new FaultRule("messages.send", new Fault.ErrorCode(9), Rate / 10),
        .. new Fault[]
        {
            new Fault.ErrorCode(1), new Fault.ErrorCode(2), new Fault.LoseTs(), new Fault.RewindTs(), new Fault.Http(502), new Fault.DropBefore(), new Fault.DropAfter(),
        }.Select(fault => new FaultRule("longpoll", fault, Rate / 4)),
        new FaultRule(null, new Fault.DuplicateEvent(), Rate),
    ];

    private async Task LiveAsync(DateOnly day, int number)
    {
        var isWorkday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        foreach (var hour in isWorkday ? Hours : Hours[1..2])
        {
            await office.MoveToAsync(new DateTimeOffset(day.ToDateTime(hour), office.Now.Offset));
            if (isWorkday)
            {
                _people.Act();
            }

            await SettleAsync();
            if (_faults.Count > 0)
            {
                return;
            }
        }

        if (number % BotRestartDays == 0)
        {
            await office.RestartBotAsync();
        }

        if (postgres is not null && number % DatabaseRestartDays == 0)
        {
            _people.Act();
            await postgres.RestartAsync(++_databaseRestarts % 2 == 0 ? "fast" : "immediate");
            await SettleAsync();
        }

        if (day.DayOfWeek == DayOfWeek.Monday)
        {
            await WorkOffAsync(day);
            await CheckAsync();
        }
    }

    /// <summary>What the specialist does once a week whatever she met by chance: she answers what waits, and writes to all.</summary>
    private async Task WorkOffAsync(DateOnly day)
    {
        await AnswerAllAsync();
        await office.Get<DeskActions>().PlanBroadcastAsync(
            SoakOffice.Specialist, $"soak-{day:yyyyMMdd}", new Audience.Everybody(["МОУ", "МДОУ", "УДО"]), "Напоминаем о совещании в среду.", urgent: false, at: null, CancellationToken.None);
        await office.MoveToAsync(office.Now);
        await SettleAsync();
    }

    /// <summary>A question that nobody has answered is kept until somebody does.</summary>
    private async Task AnswerAllAsync()
    {
        foreach (var question in await office.AskAsync<long>("select min(id) from question where answered_at is null and outcome in ('asked', 'unanswered') group by group_id"))
        {
            await office.Get<DeskActions>().AnswerAsync(SoakOffice.Specialist, question, "Ответим на совещании.", save: false, CancellationToken.None);
        }
    }

    private async Task CheckAsync()
    {
        // The clock goes on by so much that whoever was talked to by hand is the bot's again.
        await office.MoveToAsync(office.Now.AddHours(1));
        await SettleAsync();
        var seen = _people.AskForMenu();
        await SettleAsync();
        _faults.AddRange(_people.Unanswered(seen));
        _faults.AddRange(await office.OldAsync());
        var sample = await office.SampleAsync();
        _samples.Add(sample);
        say(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.At:yyyy-MM-dd}  {_real.Elapsed:hh\\:mm\\:ss}  acts {_people.Acts}, managed {SoakSample.Megabytes(sample.Managed)}, resident {SoakSample.Megabytes(sample.Resident)}, rows {sample.Rows.Values.Sum()}"));
    }

    /// <summary>Everybody leaves, and years pass: what is kept by a rule goes.</summary>
    private async Task OutliveAsync()
    {
        const string Reports = "select count(*) from report";
        var reports = await office.AskAsync<long>(Reports);
        await AnswerAllAsync();
        await SettleAsync();
        _people.Leave();
        await SettleAsync();
        for (var end = office.Now + Years; office.Now < end && _faults.Count == 0;)
        {
            await office.MoveToAsync(office.Now + Leap);
            await SettleAsync();
        }

        await office.PruneAsync();
        _faults.AddRange(SoakTables.NotRemoved(await office.SampleAsync(), Population));
        if (reports[0] != (await office.AskAsync<long>(Reports))[0])
        {
            _faults.Add("reports are the institution's and went with the people");
        }
    }

    private async Task SettleAsync()
    {
        if (await office.DrainAsync() is { } stuck)
        {
            _faults.Add($"stuck: {stuck}");
        }
    }

    private void Sum()
    {
        if (_samples.Count == 0)
        {
            return;
        }

        var last = _samples[^1];
        say($"{(last.At - _samples[0].At).TotalDays:0} days in {_real.Elapsed:hh\\:mm\\:ss}, {_people.Acts} acts, {office.Restarts} restarts of the bot, {_databaseRestarts} of the database");
        say($"managed {string.Join(" ", Thinned().Select(sample => SoakSample.Megabytes(sample.Managed)))}; resident {string.Join(" ", Thinned().Select(sample => SoakSample.Megabytes(sample.Resident)))}");
        foreach (var table in last.Rows.Where(table => _samples.Any(sample => sample.Rows[table.Key] > 0)).OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            say($"  {table.Key,-22} {string.Join(" ", Thinned().Select(sample => sample.Rows[table.Key]))}");
        }
    }

    /// <summary>At most ten, evenly.</summary>
    private IEnumerable<SoakSample> Thinned() => _samples.Where((_, i) => i % Math.Max(1, _samples.Count / 10) == 0);
}
