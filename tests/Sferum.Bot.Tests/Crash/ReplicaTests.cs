using System.Globalization;
using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>Several processes on one PostgreSQL.</summary>
[Collection(Alone.Name)]
public sealed partial class ReplicaTests(PostgreSqlFixture fixture, ITestOutputHelper output) : IClassFixture<PostgreSqlFixture>
{
    private const int Replicas = 3;
    private const int Persons = 60;

    private static readonly TimeSpan Replaced = TimeSpan.FromSeconds(5);

    private static readonly (string, string)[] Telling = [("Logging__LogLevel__Sferum.Bot.Turns", "Debug")];

    [SkippableFact]
    public async Task Three_processes_share_the_work_and_each_reply_comes_once_and_in_order()
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        var bots = await StartAllAsync(office);
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons, inBursts: person => person % 2 == 1);
        crowd.Start();
        await crowd.TalksOnAsync(20 * Persons);

        // Who does not read the stream looks four times a second for what is left: it may be a while until there is something.
        await Eventually.TrueAsync(() => bots.TrueForAll(bot => Handled(bot) > 0), () => $"{Shares(bots)}\n{office.Output}", TimeSpan.FromMinutes(1));
        await EndAsync(office, crowd);
        output.WriteLine($"Events handled by each process: {Shares(bots)}");
    }

    [SkippableTheory]
    [InlineData("poller")]
    [InlineData("sender")]
    public async Task A_killed_leader_is_replaced_within_five_seconds(string role)
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        var bots = await StartAllAsync(office);
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons, inBursts: person => person % 2 == 1);
        crowd.Start();
        for (var kill = 0; kill < Replicas; kill++)
        {
            await crowd.TalksOnAsync(3 * Persons);
            var leader = await LeaderAsync(bots, role);
            crowd.BeginSilence();
            var killed = TimeProvider.System.GetTimestamp();
            await leader.KillAsync();
            bots.Remove(leader);
            await office.EndAsync(leader);
            await LeaderAsync(bots, role);
            var taken = TimeProvider.System.GetElapsedTime(killed);
            await crowd.TalksOnAsync(3 * Persons);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{role}: replaced after {taken.TotalSeconds:0.00} s, longest silence {crowd.LongestSilence.TotalSeconds:0.00} s"));
            Assert.True(taken < Replaced, $"A new {role} was there after {taken} only\n{office.Output}");
            Assert.True(crowd.LongestSilence < Replaced, $"Nobody was told anything for {crowd.LongestSilence}\n{office.Output}");
            bots.Add(await office.StartAsync(Telling));
        }

        await EndAsync(office, crowd);
    }

    [SkippableTheory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task When_PostgreSQL_is_restarted_under_load_the_bot_waits_and_goes_on(string mode)
    {
        await using var server = await OwnPostgres.StartAsync();
        await using var own = await server.CreateDatabaseAsync();
        await using var office = await CrashOffice.OpenAsync(own.Provider, own.ConnectionString, own, underLoad: true);
        var bots = await StartAllAsync(office);
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons, inBursts: person => person % 2 == 1);
        crowd.Start();
        for (var restart = 0; restart < 2; restart++)
        {
            await crowd.TalksOnAsync(3 * Persons);
            crowd.BeginSilence();
            await server.RestartAsync(mode);
            await crowd.TalksOnAsync(3 * Persons);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mode}: longest silence {crowd.LongestSilence.TotalSeconds:0.00} s"));
        }

        await EndAsync(office, crowd);
        Assert.All(bots, bot => Assert.True(bot.Runs, bot.Output));
    }

    [SkippableFact]
    public async Task Long_poll_and_callbacks_at_once_deliver_every_event_once()
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        var called = await office.StartAsync([("Vk__Transport", "Callback"), .. Telling]);
        await office.DeliverToAsync(called.Address);
        var polling = await office.StartAsync(Telling);
        var script = await office.LearnAsync();

        // VK delivers callbacks one by one beside the poll, so that a burst may come in another order by the other way.
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons);
        crowd.Start();
        await crowd.TalksOnAsync(20 * Persons);
        await EndAsync(office, crowd);
        output.WriteLine($"Events handled behind the callback: {Handled(called)}, behind long poll: {Handled(polling)}");
    }

    private async Task EndAsync(CrashOffice office, Crowd crowd)
    {
        await crowd.StopAsync();
        await office.DrainAsync();
        var report = crowd.Report();
        output.WriteLine($"{report}");
        report.AssertExact(() => office.Output);
    }

    private static async Task<List<BotProcess>> StartAllAsync(CrashOffice office)
    {
        var bots = new List<BotProcess>();
        for (var replica = 0; replica < Replicas; replica++)
        {
            bots.Add(await office.StartAsync(Telling));
        }

        return bots;
    }

    /// <summary>The process that says it leads; only one of those that run does.</summary>
    private static async Task<BotProcess> LeaderAsync(IReadOnlyList<BotProcess> bots, string role)
    {
        BotProcess? leader = null;
        await Eventually.TrueAsync(
            () => (leader = bots.FirstOrDefault(bot => Leads(bot.Output, role))) is not null,
            () => $"no process says that it leads {role}:\n{string.Join("\n\n", bots.Select(bot => bot.Output))}");
        return leader ?? throw new InvalidOperationException("no leader");
    }

    private static bool Leads(string log, string role) =>
        log.LastIndexOf($"Lead {role} is taken by this process", StringComparison.OrdinalIgnoreCase)
        > log.LastIndexOf($"Lead {role} is given up by this process", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many events a process has handled, by its own log.</summary>
    private static int Handled(BotProcess bot) =>
        HandledLine().Matches(bot.Output).Sum(line => int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    private static string Shares(IEnumerable<BotProcess> bots) => string.Join(", ", bots.Select(Handled));

    [GeneratedRegex(@"Handled (\d+) events in one transaction")]
    private static partial Regex HandledLine();
}
