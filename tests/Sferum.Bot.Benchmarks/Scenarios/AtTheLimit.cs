using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>Two hundred persons want 80 replies a second, four times as many as there are requests.</summary>
internal sealed class AtTheLimit : Scenario
{
    private const int Persons = 200;
    private const double OfferedReplies = 80;

    public override string Name => "limit";

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new LoadPlan(
            Persons,
            RequestsPerSecond: Limit,
            PeriodSeconds: Persons / (OfferedReplies / Lap.RepliesPerStep),
            WarmSeconds: choice.WarmSeconds,
            Seconds: choice.Seconds * 2);
        foreach (var bot in choice.Bots)
        {
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            yield return await measurement.RunAsync(Name, bot, plan, place, atMeasuring: null, cancellationToken);
        }
    }
}
