using System.Diagnostics;
using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>A million events wait in the inbox when the bot starts: how long it takes to answer them all, and how large it becomes.</summary>
internal sealed class Backlog : Scenario
{
    private const int Events = 1_000_000;
    private const int Persons = 100_000;

    private static readonly TimeSpan LongestDraining = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public override string Name => "backlog";

    public override bool IsLong => true;

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var bot in choice.Bots.OfType<SferumBot>().Where(bot => bot.Store == Store.PostgreSql))
        {
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            await Postgres.FillAsync(place.ConnectionString, [GrownDatabase.Conversations(Directors, Persons), GrownDatabase.Waiting(Events, Persons)], cancellationToken);
            var drained = TimeSpan.Zero;
            var run = await measurement.RunAsync(
                Name,
                bot,
                new LoadPlan(0, WarmSeconds: 0, Seconds: LongestDraining.TotalSeconds, Awaited: true),
                place,
                async () =>
                {
                    drained = await DrainAsync(place, cancellationToken);
                    return 0;
                },
                cancellationToken);
            yield return run with { Note = FormattableString.Invariant($"{Events} waiting events answered in {drained.TotalSeconds:0.0} s, {Events / drained.TotalSeconds:0} a second") };
        }
    }

    /// <returns>How long it took until nothing waited any more.</returns>
    private static async Task<TimeSpan> DrainAsync(StorePlace place, CancellationToken cancellationToken)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var database = new Database(place.Provider, place.ConnectionString);
        while (await database.ReadAsync(HasMoreAsync, cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(startedAt) > LongestDraining)
            {
                throw new InvalidOperationException($"the backlog was not worked off in {LongestDraining}");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(startedAt);
    }

    private static async Task<bool> HasMoreAsync(DataConnection db, CancellationToken cancellationToken) =>
        await db.GetTable<InboxRecord>().AnyAsync(cancellationToken) || await db.GetTable<OutboxRecord>().AnyAsync(cancellationToken);
}
