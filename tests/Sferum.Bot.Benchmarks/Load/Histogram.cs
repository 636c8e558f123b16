using System.Numerics;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>Durations in buckets of less than one per cent of width; takes no memory per value.</summary>
internal sealed class Histogram
{
    private const int Bits = 7;
    private const int Half = 1 << Bits;

    private readonly long[] _counts = new long[Half * (64 - Bits)];
    private long _total;
    private long _longest;

    public double Longest => _longest / 1000.0;

    public void Add(TimeSpan duration)
    {
        var microseconds = Math.Max(0, (long)duration.TotalMicroseconds);
        _counts[IndexOf(microseconds)]++;
        _total++;
        _longest = Math.Max(_longest, microseconds);
    }

    public void Clear()
    {
        Array.Clear(_counts);
        _total = 0;
        _longest = 0;
    }

    /// <returns>Milliseconds; 0 when there is no value.</returns>
    public double Quantile(double share)
    {
        var left = (long)Math.Ceiling(_total * share);
        for (var i = 0; i < _counts.Length && left > 0; i++)
        {
            left -= _counts[i];
            if (left <= 0)
            {
                return Math.Min(UpperEdge(i), _longest) / 1000.0;
            }
        }

        return 0;
    }

    private static int IndexOf(long value)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - Bits);
        return (shift * Half) + (int)(value >> shift);
    }

    private static long UpperEdge(int index)
    {
        var shift = Math.Max(0, (index / Half) - 1);
        return ((long)(index - (shift * Half)) + 1) << shift;
    }
}
