namespace Sferum.Bot.Vk.Api;

/// <summary>
/// The request limit of the token (<c>vk-platform.md</c> §2.1), shared by every call but long poll, first come, first
/// served. Calls start evenly spaced, so that a request that finds a place a moment ago taken waits 50 ms, not for the
/// end of the second, and takes along what gathers meanwhile. <c>System.Threading.RateLimiting</c> has no clock to pass
/// in and its token bucket lets twice the limit through at the edge of a second, which VK answers with error 6.
/// </summary>
internal sealed class VkRequestRate : IDisposable
{
    /// <summary>Calls that start 1.00 s apart may arrive 0.97 s apart.</summary>
    private const double Margin = 1.03;

    /// <summary>A call that starts late, as timers do, does not put off the ones after it.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(5);

    /// <summary>A timer counts whole milliseconds: less would be no wait at all, but a loop that burns the processor.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _slack;
    private readonly int _burst;

    // Read without a lock for a guess only; written while holding the turn.
    private long _nextTicks;
    private long _pausedUntilTicks;

    public VkRequestRate(int requestsPerSecond, TimeProvider time)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _interval = TimeSpan.FromSeconds(Margin / requestsPerSecond);
        _burst = Math.Max(1, requestsPerSecond / 50);
        _slack = ((_burst - 1) * _interval) + (Lateness < _interval / 4 ? Lateness : _interval / 4);
    }

    /// <summary>Waits for a place and takes it.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await UntilFreeAsync(cancellationToken);
            var next = TimeSpan.FromTicks(Volatile.Read(ref _nextTicks));
            var earliest = Now - _slack;
            Volatile.Write(ref _nextTicks, ((next > earliest ? next : earliest) + _interval).Ticks);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until there is a place and leaves it free.</summary>
    /// <returns>How many calls could start now, at least 1.</returns>
    public async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        await UntilFreeAsync(cancellationToken);
        var free = (int)((Now - TimeSpan.FromTicks(Volatile.Read(ref _nextTicks))) / _interval) + 1;
        return Math.Clamp(free, 1, _burst);
    }

    /// <summary>Lets nothing start for a while: VK has said that it was too much.</summary>
    public void Pause(TimeSpan pause) => Volatile.Write(ref _pausedUntilTicks, (Now + pause).Ticks);

    public void Dispose() => _turn.Dispose();

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    private async Task UntilFreeAsync(CancellationToken cancellationToken)
    {
        for (var delay = Delay(); delay > TimeSpan.Zero; delay = Delay())
            await Task.Delay(delay > Shortest ? delay : Shortest, _time, cancellationToken);
    }

    private TimeSpan Delay()
    {
        var free = TimeSpan.FromTicks(Math.Max(Volatile.Read(ref _nextTicks), Volatile.Read(ref _pausedUntilTicks)));
        return free - Now;
    }
}
