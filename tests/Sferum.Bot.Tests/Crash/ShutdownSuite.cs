using System.Globalization;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>The bot is asked to end while people talk.</summary>
public abstract class ShutdownSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Persons = 60;
    private const int Stops = 3;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    [SkippableFact]
    public async Task Asked_to_end_under_load_it_ends_within_ten_seconds_and_loses_nothing()
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        var bot = await office.StartAsync();
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons);
        crowd.Start();
        for (var stop = 0; stop < Stops; stop++)
        {
            await crowd.TalksOnAsync(3 * Persons);
            var asked = TimeProvider.System.GetTimestamp();
            await bot.TerminateAsync();
            var code = await bot.ExitAsync(Grace);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}: ended in {TimeProvider.System.GetElapsedTime(asked).TotalSeconds:0.00} s"));
            Assert.True(code == 0, $"The exit code is {code}:\n{bot.Output}");
            await office.EndAsync(bot);
            bot = await office.StartAsync();
        }

        await crowd.StopAsync();
        await office.DrainAsync();

        var report = crowd.Report();
        output.WriteLine($"{GetType().Name}: {report}");
        report.AssertExact(() => office.Output);
    }
}

[Collection(Alone.Name)]
public sealed class ShutdownOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : ShutdownSuite(fixture, output), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class ShutdownOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : ShutdownSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
