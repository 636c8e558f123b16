using Sferum.Bot.Benchmarks.Bots;

namespace Sferum.Bot.Benchmarks.Scenarios;

/// <summary>What was chosen to be measured.</summary>
internal sealed record Choice(
    IReadOnlyList<TestedBot> Bots,
    IReadOnlyList<string> Scenarios,
    IReadOnlyList<int> Persons,
    IReadOnlyList<int> Latencies,
    double WarmSeconds,
    double Seconds,
    int GrowthRows)
{
    public bool Has(string scenario) => Scenarios.Contains(scenario);
}
