using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// What the bot writes of its own accord, killed by SIGKILL at each of its steps and of sending: before every kill something
/// more becomes due, and in the end everybody has seen what was for him once.
/// </summary>
public abstract class UnaskedCrashMatrixSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int HeadsBeforeEachKill = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Killed_at_any_step_each_head_is_reminded_once_and_the_specialist_is_told_once()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var office = await CrashOffice.OpenAsync(fixture);
        using var gate = new OpenGate(now);
        var heads = new CrashHeads(office, now);

        var kills = await office.KillAtEachAsync(
            CrashPoint.OfUnasked(PipelineSteps.RemindBatch, PipelineSteps.RemindEscalate),
            () => heads.AddAsync(HeadsBeforeEachKill),
            [CrashOffice.WithSpecialist, .. gate.Settings]);

        // Twice: a restart has nothing to say anew to those who know, and one head more shows that it has looked.
        for (var i = 0; i < 2; i++)
        {
            await heads.AddAsync(1);
            var whole = await office.StartAsync([CrashOffice.WithSpecialist, .. gate.Settings]);
            await Eventually.TrueAsync(() => heads.Untold == 0, () => $"{heads}\n{office.Output}", LongestWait);
            await office.DrainAsync();
            await office.EndAsync(whole);
        }

        output.WriteLine($"{GetType().Name}: {kills} kills, {heads}");
        heads.AssertToldOnce("Срок прошёл", "нужен человек");
    }
}

public sealed class UnaskedCrashMatrixOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : UnaskedCrashMatrixSuite(fixture, output), IClassFixture<SqliteFixture>;

public sealed class UnaskedCrashMatrixOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : UnaskedCrashMatrixSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
