using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>A thousand persons in a closed loop under the limit, of whom 500 a second can get an answer.</summary>
internal sealed class Saturation : Scenario
{
    private const int Persons = 1000;

    public override string Name => "saturation";

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new LoadPlan(Persons, RequestsPerSecond: Limit, WarmSeconds: choice.WarmSeconds, Seconds: choice.Seconds * 2);
        foreach (var bot in choice.Bots)
        {
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            yield return await measurement.RunAsync(Name, bot, plan, place, atMeasuring: null, cancellationToken);
        }
    }
}
