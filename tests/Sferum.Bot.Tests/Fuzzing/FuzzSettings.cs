using System.Globalization;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>How much is tried; <c>tests/fuzz.sh</c> sets it by environment variables.</summary>
/// <param name="Inputs">Of all targets together.</param>
/// <param name="Only">The name of the one target; null for all.</param>
/// <param name="At">The number of the one input; null for all.</param>
/// <param name="Progress">A file that is told how far it is, for whoever waits for a long run.</param>
internal sealed record FuzzSettings(long Inputs, long Seed, string? Only, long? At, int Workers, string? Progress)
{
    private const long UsualInputs = 100_000;

    private const long UsualSeed = 9;

    /// <summary>For one input of any kind, however long.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Who has not come back by then never will. Longer than cutting down a finding takes.</summary>
    public TimeSpan Endless { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan BetweenWords { get; init; } = TimeSpan.FromSeconds(10);

    public static FuzzSettings Read() => new(
        Number("SFERUM_FUZZ_INPUTS") ?? UsualInputs,
        Number("SFERUM_FUZZ_SEED") ?? UsualSeed,
        Text("SFERUM_FUZZ_ONLY"),
        Number("SFERUM_FUZZ_AT"),
        (int)(Number("SFERUM_FUZZ_WORKERS") ?? 1),
        Text("SFERUM_FUZZ_PROGRESS"));

    private static long? Number(string variable) => Text(variable) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Text(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : null;
}
