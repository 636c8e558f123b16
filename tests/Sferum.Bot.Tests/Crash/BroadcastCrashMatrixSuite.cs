using System.Collections.Concurrent;
using System.Globalization;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// A broadcast to all heads before every kill by SIGKILL, at each step of broadcasting and of sending: in the end each head
/// has seen each of them once, and the specialist the beginning and the end of each once.
/// </summary>
public abstract class BroadcastCrashMatrixSuite(DatabaseFixture fixture, ITestOutputHelper output)
{
    private const int Heads = 8;
    private const long FirstHead = 8001;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    [SkippableFact]
    public async Task Killed_at_any_step_each_broadcast_reaches_each_head_once()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var office = await CrashOffice.OpenAsync(fixture);
        using var gate = new OpenGate(now);
        await new CrashHeads(office, now).AddAsync(Heads);
        var store = new BroadcastStore(new BroadcastHoldStore(), new JournalStore(office.Database, TimeProvider.System), TimeProvider.System);
        var texts = new ConcurrentDictionary<string, bool>();
        Task PlanAsync()
        {
            // Every other one says something else to each, so that both ways of sending are met.
            var text = string.Create(CultureInfo.InvariantCulture, $"Весть {texts.Count + 1}.");
            texts[text] = true;
            var body = texts.Count % 2 == 0 ? $"{text} {{учреждение}}" : text;
            return office.Database.InTransactionAsync(
                (db, token) => store.PlanAsync(
                    db, new NewBroadcast(CrashOffice.Specialist, text, body, "", new Audience.Everybody([]), Urgent: true, TimeProvider.System.GetUtcNow()), token),
                CancellationToken.None);
        }

        var kills = await office.KillAtEachAsync(
            CrashPoint.OfUnasked(PipelineSteps.BroadcastBegin, PipelineSteps.BroadcastFeed), PlanAsync, [CrashOffice.WithSpecialist, .. gate.Settings]);
        var whole = await office.StartAsync([CrashOffice.WithSpecialist, .. gate.Settings]);
        await Eventually.TrueAsync(
            () => texts.Keys.All(text => ToldTo(CrashOffice.Specialist).Any(told => told.StartsWith('✓') && told.Contains(text, StringComparison.Ordinal))),
            () => $"{string.Join('\n', ToldTo(CrashOffice.Specialist))}\n{office.Output}",
            LongestWait);
        await office.DrainAsync();
        await office.EndAsync(whole);

        output.WriteLine($"{GetType().Name}: {kills} kills, {texts.Count} broadcasts");
        foreach (var text in texts.Keys)
        {
            Assert.All(Enumerable.Range(0, Heads), head => Assert.Single(ToldTo(FirstHead + head), told => told.StartsWith(text, StringComparison.Ordinal)));

            // One message that is edited, and one that it is over.
            Assert.Equal(2, ToldTo(CrashOffice.Specialist).Count(told => told.Contains($"«{text}", StringComparison.Ordinal)));
        }

        IEnumerable<string> ToldTo(long person) => office.Vk.People.ChatOf(person).Messages.Where(message => message.Out).Select(message => message.Text);
    }
}

public sealed class BroadcastCrashMatrixOnSqlite(SqliteFixture fixture, ITestOutputHelper output)
    : BroadcastCrashMatrixSuite(fixture, output), IClassFixture<SqliteFixture>;

public sealed class BroadcastCrashMatrixOnPostgreSql(PostgreSqlFixture fixture, ITestOutputHelper output)
    : BroadcastCrashMatrixSuite(fixture, output), IClassFixture<PostgreSqlFixture>;
