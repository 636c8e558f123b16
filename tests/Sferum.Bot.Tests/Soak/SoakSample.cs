namespace Sferum.Bot.Tests.Soak;

/// <summary>The bot at one moment: memory after a collection, and rows of every table.</summary>
internal sealed record SoakSample(DateTimeOffset At, long Managed, long Resident, IReadOnlyDictionary<string, long> Rows)
{
    private const double Share = 1.2;

    private const long Margin = 12L * 1024 * 1024;

    /// <summary>RSS holds what the collector keeps for later too.</summary>
    private const double ResidentShare = 1.35;

    private const long ResidentMargin = 64L * 1024 * 1024;

    /// <summary>Fewer weeks than these are still the warming up, in which caches and the simulator's own histories fill.</summary>
    private const int Enough = 8;

    /// <summary>What grew between the first and the last quarter, by their medians.</summary>
    public static IEnumerable<string> Grown(IReadOnlyList<SoakSample> samples)
    {
        var quarter = Math.Max(1, samples.Count / 4);
        var slack = samples.Count < Enough ? 4 : 1;
        foreach (var (name, of, share, margin) in new (string, Func<SoakSample, long>, double, long)[]
        {
            ("managed memory", sample => sample.Managed, Share, Margin), ("resident memory", sample => sample.Resident, ResidentShare, ResidentMargin),
        })
        {
            var (first, last) = (Median(samples.Take(quarter).Select(of)), Median(samples.TakeLast(quarter).Select(of)));
            if (last > (first * share) + (margin * slack))
            {
                yield return $"{name}: {Megabytes(first)} in the first quarter, {Megabytes(last)} in the last";
            }
        }
    }

    public static long Median(IEnumerable<long> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;

    public static string Megabytes(long bytes) => $"{bytes >> 20} MB";
}
