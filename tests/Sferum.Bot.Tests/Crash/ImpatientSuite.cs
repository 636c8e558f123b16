using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// People who write again the moment the reply is visible, while the bot still waits for the answer of VK that tells it so.
/// A bot that stores its state only then answers them from an old state.
/// </summary>
public abstract class ImpatientSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Persons = 100;

    /// <summary>Longer than a person needs for the next line.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Talk = TimeSpan.FromSeconds(6);

    [SkippableFact]
    public async Task Whoever_writes_again_before_the_bot_knows_of_its_reply_gets_no_wrong_one()
    {
        await using var office = await CrashOffice.OpenAsync(fixture, underLoad: true);
        await office.StartAsync();
        var script = await office.LearnAsync();
        using var crowd = new Crowd(office.Vk, script, CrashOffice.FirstPerson, Persons);

        office.Vk.Host.Faults = [new FaultRule(null, new Fault.LateAnswer(Late))];
        crowd.Start();
        await Task.Delay(Talk, TimeProvider.System, CancellationToken.None);
        await crowd.StopAsync();
        office.Vk.Host.Faults = [];
        await office.DrainAsync();

        var report = crowd.Report();
        output.WriteLine($"{GetType().Name}: answers {Late.TotalMilliseconds} ms late; {report}");
        report.AssertExact(() => office.Output);
    }
}

[Collection(Alone.Name)]
public sealed class ImpatientOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : ImpatientSuite(fixture, output), IClassFixture<SqliteFixture>;

[Collection(Alone.Name)]
public sealed class ImpatientOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : ImpatientSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
