using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>Everybody writes again the moment he has got his answer.</summary>
internal sealed class ClosedLoop : Scenario
{
    public override string Name => "closed";

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (persons, latency) in choice.Persons.SelectMany(persons => choice.Latencies.Select(latency => (persons, latency))))
        {
            foreach (var bot in choice.Bots)
            {
                var plan = new LoadPlan(persons, LatencyMilliseconds: latency, WarmSeconds: choice.WarmSeconds, Seconds: choice.Seconds);
                await using var place = await stores.NewAsync(bot.Store, choice.Persons.Max(), cancellationToken);
                yield return await measurement.RunAsync(Name, bot, plan, place, atMeasuring: null, cancellationToken);
            }
        }
    }
}
