using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Architecture;

/// <summary>The table of <c>deploy/asvs.md</c> names tests that are there.</summary>
public sealed partial class AsvsTests
{
    [Fact]
    public void Every_test_that_the_table_names_exists()
    {
        var known = typeof(AsvsTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet(StringComparer.Ordinal);

        var named = Test().Matches(File.ReadAllText(Path.Combine(RepositoryFolder.Find("deploy"), "asvs.md"))).Select(match => match.Groups["test"].Value).Where(name => !name.StartsWith("Class.", StringComparison.Ordinal)).ToArray();

        Assert.True(named.Length > 20);
        Assert.All(named, test => Assert.Contains(test, known));
    }

    [GeneratedRegex(@"`(?<test>[A-Z]\w+\.[A-Z]\w+)`")]
    private static partial Regex Test();
}
