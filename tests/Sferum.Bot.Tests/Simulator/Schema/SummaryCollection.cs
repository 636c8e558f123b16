using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Sferum.Bot.Tests.Simulator.Schema.SummaryLast", "Sferum.Bot.Tests")]

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>Runs the summary of the suite's traffic after everything else: alone, and the last of those that run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SummaryCollection
{
    public const string Name = "Summary of the suite's traffic";
}

/// <summary>Leaves the order of collections as it is, but for the summary.</summary>
public sealed class SummaryLast : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == SummaryCollection.Name);
}
