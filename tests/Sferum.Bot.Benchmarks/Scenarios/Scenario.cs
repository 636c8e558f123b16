using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>Something that is measured by one or more runs.</summary>
internal abstract class Scenario
{
    public static IReadOnlyList<Scenario> All { get; } = [new ClosedLoop()];

    public abstract string Name { get; }

    public abstract IAsyncEnumerable<Run> RunAsync(Choice choice, Stores stores, Measurement measurement, CancellationToken cancellationToken);
}
