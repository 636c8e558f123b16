using System.Diagnostics;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>At most so many requests in any second that ends now; 0 for no limit.</summary>
internal sealed class RequestLimit(int perSecond)
{
    private readonly long[] _taken = new long[Math.Max(1, perSecond)];
    private int _next;

    public bool Takes()
    {
        if (perSecond == 0)
        {
            return true;
        }

        var now = Stopwatch.GetTimestamp();
        if (_taken[_next] != 0 && now - _taken[_next] < Stopwatch.Frequency)
        {
            return false;
        }

        _taken[_next] = now;
        _next = (_next + 1) % _taken.Length;
        return true;
    }
}
