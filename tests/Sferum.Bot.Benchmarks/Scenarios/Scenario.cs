using Sferum.Bot.Benchmarks.Data;
using Sferum.Bot.Benchmarks.Figures;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>Something that is measured by one or more runs.</summary>
internal abstract class Scenario
{
    /// <summary>Directors in the database, except where the scenario is about their number.</summary>
    protected const int Directors = 1000;

    /// <summary>Requests a second that VK allows a community (<c>vk-platform.md</c> §2.1).</summary>
    protected const int Limit = 20;

    public static IReadOnlyList<Scenario> All { get; } = [new ColdStart(), new ClosedLoop(), new AtTheLimit(), new Saturation(), new Broadcast(), new Growth(), new Backlog()];

    public abstract string Name { get; }

    /// <summary>It takes long, or much place: measured only when it is asked for.</summary>
    public virtual bool IsLong => false;

    public abstract IAsyncEnumerable<Run> RunAsync(Choice choice, Stores stores, Measurement measurement, CancellationToken cancellationToken);
}
