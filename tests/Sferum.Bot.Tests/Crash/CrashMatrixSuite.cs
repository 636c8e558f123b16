using System.Globalization;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// The real program is killed by SIGKILL at every named step of receiving, handling and sending, and started again, while
/// people talk on. At the end each has seen each reply once, in order.
/// </summary>
public abstract class CrashMatrixSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    /// <summary>How many kills all tests of the matrix make together; <c>tests/crash.sh</c> sets it.</summary>
    private const string KillsVariable = "SFERUM_CRASH_KILLS";

    /// <summary>A file that is told how far it is, for whoever waits for a long run.</summary>
    private const string ProgressVariable = "SFERUM_CRASH_PROGRESS";

    private const int UsualKills = 208;
    private const int Persons = 6;
    private const int Seed = 4;

    /// <summary>A reply may have to wait for many kills.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    [SkippableFact]
    public async Task Killed_at_any_step_behind_long_poll_each_reply_comes_once_and_in_order()
    {
        await using var office = await CrashOffice.OpenAsync(fixture);
        using var notices = new NoticeCount(office);
        var undisturbed = await office.StartAsync(CrashOffice.WithSpecialist);
        var script = await office.LearnAsync();
        await office.EndAsync(undisturbed);

        // Every other person writes the lines of a round at once: their order has to hold too.
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons, inBursts: person => person % 2 == 1, LongestWait);
        await KillAndRestartAsync("long poll", office, crowd, CrashPoint.OfLongPoll, Kills * 2 / 5, BotProcess.FreeAddress(), CrashOffice.WithSpecialist);
        await notices.AssertExactAsync();
    }

    [SkippableFact]
    public async Task Killed_at_any_step_behind_callbacks_each_reply_comes_once_and_in_order()
    {
        // VK comes again soon and for long: the process is away for most of the test.
        await using var office = await CrashOffice.OpenAsync(
            fixture, new VkSimulatorOptions { CallbackRetries = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(100), 100_000)] });
        using var notices = new NoticeCount(office);
        var address = BotProcess.FreeAddress();
        var undisturbed = office.Launch(address, CrashOffice.WithSpecialist, ("Vk__Transport", "Callback"));
        await undisturbed.UntilReadyAsync();
        await office.DeliverToAsync(address);
        var script = await office.LearnAsync();
        await office.EndAsync(undisturbed);

        // VK itself does not keep the order of callbacks that failed, so here a person waits for each reply.
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons, patience: LongestWait);
        await KillAndRestartAsync("callback", office, crowd, CrashPoint.OfCallback, Kills / 10, address, CrashOffice.WithSpecialist, ("Vk__Transport", "Callback"));
        await notices.AssertExactAsync();
    }

    private static int Kills =>
        Environment.GetEnvironmentVariable(KillsVariable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : UsualKills;

    private async Task KillAndRestartAsync(
        string name, CrashOffice office, Crowd crowd, IReadOnlyList<CrashPoint> points, int kills, Uri address, params (string, string)[] settings)
    {
        var title = $"{GetType().Name}, {name}";
        var dice = new Random(Seed);
        var order = points.ToArray();
        var started = TimeProvider.System.GetTimestamp();
        crowd.Start();
        for (var kill = 0; kill < kills; kill++)
        {
            // Every place once, each time in another order: else a reply waits for the end of the list.
            if (kill % points.Count == 0)
            {
                dice.Shuffle(order);
            }

            var point = order[kill % points.Count];
            await office.KillAtAsync(point, 1 + dice.Next(point.MostHits), address, settings, () => crowd.State);
            Tell($"{title}: {kill + 1} of {kills} kills, {crowd.Told} replies");
        }

        var whole = office.Launch(address, settings);
        await whole.UntilReadyAsync();
        await crowd.StopAsync();
        await office.DrainAsync();

        var report = crowd.Report();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {kills} kills at {points.Count} places in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s; {report}"));
        report.AssertExact(() => office.Output);
    }

    private static void Tell(string line)
    {
        if (Environment.GetEnvironmentVariable(ProgressVariable) is { Length: > 0 } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}

public sealed class CrashMatrixOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : CrashMatrixSuite(fixture, output), IClassFixture<SqliteFixture>;

public sealed class CrashMatrixOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : CrashMatrixSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
