using System.Globalization;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>VK at its worst: of every kind of fault that the simulator knows, so many of all calls, polls and events.</summary>
/// <remarks>
/// Left out are the faults after which <c>vk-platform.md</c> §5 orders a pause of minutes or more, because then nothing of
/// what is to be proved here can happen: 9, 14 and 29 (and the like) of any method, every error that is final for a person
/// or for the token, and errors of long poll other than <c>failed</c> 1 and 2 and the loss of <c>ts</c>, which is 3. What
/// is done about them is a table in <c>SendPolicyTests</c> and <c>VkErrorPolicyTests</c>.
/// </remarks>
public abstract class StormSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    /// <summary>How many seconds the storm lasts.</summary>
    private const string SecondsVariable = "SFERUM_STORM_SECONDS";

    private const int UsualSeconds = 25;
    private const int Persons = 200;
    private const double Rate = 0.05;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(300);
    private const int Few = 4;

    /// <summary>By then a message is taken for lost.</summary>
    private static readonly TimeSpan InVain = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>VK's own limit for keys of long poll (§2.1) lets the bot ask for one every few seconds only.</summary>
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromSeconds(6);

    /// <summary>What a call of any method may meet.</summary>
    private static readonly Fault[] OfCalls =
    [
        new Fault.ErrorCode(1), new Fault.ErrorCode(6), new Fault.ErrorCode(10), new Fault.Http(500), new Fault.Http(502), new Fault.Http(503),
        new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Latency(Delay), new Fault.LateAnswer(Delay),
    ];

    /// <summary>What long poll may meet.</summary>
    private static readonly Fault[] OfPolls =
    [
        new Fault.ErrorCode(1), new Fault.ErrorCode(2), new Fault.LoseTs(), new Fault.RewindTs(), new Fault.Http(500), new Fault.Http(502),
        new Fault.Http(503), new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Latency(Delay), new Fault.LateAnswer(Delay),
    ];

    [SkippableFact]
    public async Task In_a_storm_of_all_faults_nothing_is_lost_doubled_or_out_of_order()
    {
        var seconds = Environment.GetEnvironmentVariable(SecondsVariable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : UsualSeconds;
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        await office.StartAsync();
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons);

        // A call inside of execute meets only faults that name it.
        office.Vk.Host.Faults =
        [
            .. OfCalls.Select(fault => new FaultRule(null, fault, Rate)),
            .. OfCalls.OfType<Fault.ErrorCode>().Select(fault => new FaultRule("messages.send", fault, Rate)),
            .. OfPolls.Select(fault => new FaultRule("longpoll", fault, Rate)),
            new FaultRule(null, new Fault.DuplicateEvent(), Rate),
        ];
        crowd.Start();
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System, CancellationToken.None);
        var inStorm = crowd.Told;
        office.Vk.Host.Faults = [];
        await crowd.StopAsync();
        await office.DrainAsync();

        var report = crowd.Report();
        output.WriteLine($"{GetType().Name}: {seconds} s of storm with {inStorm} messages told in it; {report}");
        report.AssertExact(() => office.Output);
    }

    [SkippableFact]
    public async Task After_a_single_fault_of_each_kind_nobody_waits_three_seconds()
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        await office.StartAsync();
        var script = await office.LearnAsync();
        var bad = new List<string>();
        var first = CrashOffice.FirstPerson;
        var crowd = new Crowd(office.Vk, script, first, Few);
        crowd.Start();
        foreach (var kind in SingleFaults())
        {
            if (!await TalksOnAsync(crowd) || !await StrikesAsync(office, crowd, kind))
            {
                // The rest of the table with people who have lost nothing yet.
                bad.Add($"{kind[0]}: somebody waits in vain\n{crowd.Report().Details}\n{office.Output}");
                crowd.Dispose();
                crowd = new Crowd(office.Vk, script, first += Few, Few);
                crowd.Start();
                continue;
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{kind[0].Method,-14} {kind[0].Fault,-45} longest wait {crowd.LongestWait.TotalSeconds:0.000} s"));
            if (crowd.LongestWait >= LongestWait)
            {
                bad.Add($"{kind[0]}: {crowd.LongestWait}\n{office.Warnings}");
            }
        }

        await crowd.StopAsync();
        await office.DrainAsync();
        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
        crowd.Report().AssertExact(() => office.Output);
        crowd.Dispose();
    }

    /// <summary>Each kind by itself; where two rules stand, that which strikes first.</summary>
    private static IEnumerable<FaultRule[]> SingleFaults() =>
    [
        .. OfCalls.Select(fault => new[] { new FaultRule("messages.send", fault, Times: 1), new FaultRule("execute", fault, Times: 1) }),
        .. OfPolls.Select(fault => new[] { new FaultRule("longpoll", fault, Times: 1) }),
        [new FaultRule("message_new", new Fault.DuplicateEvent(), Times: 1)],
    ];

    /// <summary>The fault strikes once, and everybody talks on after it.</summary>
    private static async Task<bool> StrikesAsync(CrashOffice office, Crowd crowd, FaultRule[] kind)
    {
        if (kind[0] is { Method: "longpoll", Fault: Fault.ErrorCode { Code: 2 } or Fault.LoseTs })
        {
            await Task.Delay(BetweenKeys, TimeProvider.System, CancellationToken.None);
        }

        crowd.BeginWaits();
        office.Vk.Host.Faults = kind;
        await Eventually.TrueAsync(() => office.Vk.Host.Faults.Any(left => left.Times == 0), () => $"{kind[0]} never struck\n{crowd.Report().Details}\n{office.Output}");
        office.Vk.Host.Faults = [];
        return await TalksOnAsync(crowd);
    }

    /// <summary>False when somebody doesn't get on.</summary>
    private static async Task<bool> TalksOnAsync(Crowd crowd)
    {
        var started = TimeProvider.System.GetTimestamp();
        var enough = crowd.RoundsOfTheSlowest + 2;
        await Eventually.TrueAsync(
            () => crowd.RoundsOfTheSlowest >= enough || TimeProvider.System.GetElapsedTime(started) > InVain, () => "", 2 * InVain);
        return crowd.RoundsOfTheSlowest >= enough;
    }
}

[Collection(Alone.Name)]
public sealed class StormOnSqlite(SqliteFixture fixture, ITestOutputHelper output) : StormSuite(fixture, output), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class StormOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : StormSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
