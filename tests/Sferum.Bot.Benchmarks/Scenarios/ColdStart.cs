using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>From the start of the process, built and migrated, to its first long poll; one person then says one thing.</summary>
internal sealed class ColdStart : Scenario
{
    private const int Times = 3;

    public override string Name => "cold";

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var bot in choice.Bots.OfType<SferumBot>().SelectMany(bot => Enumerable.Repeat(bot, Times)))
        {
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            yield return await measurement.RunAsync(Name, bot, new LoadPlan(1, WarmSeconds: 0, Seconds: 1), place, atMeasuring: null, cancellationToken);
        }
    }
}
