using Sferum.Bot.Tests.Crash;
using Sferum.Bot.Tests.Fuzzing.Targets;
using Xunit.Abstractions;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>
/// Whatever comes from outside is read without an exception and within 100 ms: 100,000 inputs here, as many as one likes by
/// <c>tests/fuzz.sh</c>.
/// </summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Shares = 1_000;

    /// <summary>Below this a rare outcome may be missing by chance.</summary>
    private const long EnoughForAllOutcomes = 100_000;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Keys.Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Anything_at_all_is_read_without_an_exception_and_in_time(string name)
    {
        var settings = FuzzSettings.Read();
        Skip.If(settings.Only is { } only && only != name, "another target is asked for");

        await using var target = FuzzTargets.All[name]();
        await target.OpenAsync();
        var run = new FuzzRun(target, settings);
        var inputs = settings.Only is null ? settings.Inputs * target.Share / Shares : settings.Inputs;
        var report = settings.At is { } at ? await run.RunOneAsync(at) : await run.RunAsync(inputs, line => Tell(settings, line));
        Tell(settings, report.ToString());
        output.WriteLine(report.ToString());

        Assert.True(report.Findings.Count == 0, string.Join("\n\n", report.Findings));
        if (settings.At is null && settings.Inputs >= EnoughForAllOutcomes)
        {
            Assert.Empty(target.Outcomes.Except(report.Outcomes.Keys));
        }
    }

    [Fact]
    public void The_one_target_that_is_asked_for_is_there() => Assert.True(FuzzSettings.Read().Only is not { } only || FuzzTargets.All.ContainsKey(only));

    [Fact]
    public void The_shares_of_the_targets_make_a_whole() => Assert.Equal(Shares, FuzzTargets.All.Values.Sum(make => make().Share));

    private static void Tell(FuzzSettings settings, string line)
    {
        if (settings.Progress is { } file)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
