using System.Runtime.CompilerServices;
using Sferum.Bot.Benchmarks.Bots;
using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;
using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>The same thousand persons with few and with many conversations in the database, and with old rows in inbox and outbox.</summary>
internal sealed class Growth : Scenario
{
    private const int Persons = 1000;
    private const int Many = 100_000;

    public override string Name => "growth";

    public override bool IsLong => true;

    public override async IAsyncEnumerable<Run> RunAsync(
        Choice choice, Stores stores, Measurement measurement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new LoadPlan(Persons, WarmSeconds: choice.WarmSeconds, Seconds: choice.Seconds * 2);
        foreach (var bot in choice.Bots.OfType<SferumBot>().Where(bot => bot.Store == Store.PostgreSql))
        {
            yield return await RunAsync("growth 1,000", bot, plan, fill: null);
            yield return await RunAsync("growth 100,000", bot, plan with { Stride = Many / Persons }, GrownDatabase.Conversations(Directors, Many));
            yield return await RunAsync("growth old rows", bot, plan, GrownDatabase.OldRows(choice.GrowthRows));
        }

        async Task<Run> RunAsync(string name, TestedBot bot, LoadPlan load, string? fill)
        {
            await using var place = await stores.NewAsync(bot.Store, Directors, cancellationToken);
            if (fill is not null)
            {
                await Postgres.FillAsync(place.ConnectionString, [fill], cancellationToken);
            }

            var sizes = await GrownDatabase.SizesAsync(place.ConnectionString, cancellationToken);
            var run = await measurement.RunAsync(name, bot, load, place, atMeasuring: null, cancellationToken);
            var perStep = run.Load.Steps == 0 ? 0 : run.Load.Seconds * 1000 / run.Load.Steps;
            return run with { Note = FormattableString.Invariant($"{perStep:0.000} ms an event; {sizes}") };
        }
    }
}
