using CsCheck;

namespace Sferum.Bot.Tests.Fuzzing.Making;

/// <summary>
/// The chance that makes one input. It depends on seed, target and number alone: any input of a run of millions is made again
/// by itself, whichever thread made it first.
/// </summary>
internal sealed class FuzzDice(long seed, string target, long number)
{
    private readonly PCG _chance = new(StreamOf(target), Mixed((ulong)seed ^ Mixed((ulong)number)));

    /// <summary>0 to <paramref name="below"/> − 1; 0 when there is no room.</summary>
    public int Next(int below) => below <= 1 ? 0 : (int)_chance.Next((uint)below);

    public bool OneIn(int times) => Next(times) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>1 most often, and seldom many.</summary>
    public int Few(int most)
    {
        var count = 1;
        while (count < most && !OneIn(3))
        {
            count++;
        }

        return count;
    }

    /// <summary>A length of any order of magnitude.</summary>
    public int Length(int most) => Next(Math.Min(most, 1 << Next(21))) + 1;

    /// <summary>FNV-1a: the hash of a string differs between processes.</summary>
    private static uint StreamOf(string target) => target.Aggregate(2166136261, (hash, sign) => unchecked((hash ^ sign) * 16777619));

    /// <summary>SplitMix64: neighbours must not begin alike.</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
