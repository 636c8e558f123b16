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

    private readonly Lock _gate = new();
    private TimeSpan _next;
    private TimeSpan _pausedUntil;
    private int _waiting;

    public VkRequestRate(int requestsPerSecond, TimeProvider time)
    {
        _time = time;
        _origin = time.GetTimestamp();
        _interval = TimeSpan.FromSeconds(Margin / requestsPerSecond);
        _burst = Math.Max(1, requestsPerSecond / 50);
        _slack = ((_burst - 1) * _interval) + (Lateness < _interval / 4 ? Lateness : _interval / 4);
    }

    /// <summary>Waits for a place and takes it. It counts as taken from the moment of the call on.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _waiting++;
        }

        try
        {
            await TakeAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
            {
                _waiting--;
            }

            throw;
        }
    }

    /// <summary>Waits until there is a place that nobody waits for, and leaves it free.</summary>
    /// <returns>How many calls could start now, at least 1.</returns>
    public async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        // Whoever comes later goes after it, or calls that follow each other closely would put it off for ever.
        var own = NextUnclaimed;
        await UntilAsync(() => Later(NextUnclaimed is var place && place < own ? place : own, PausedUntil), cancellationToken);
        return Math.Clamp((int)((Now - NextUnclaimed) / _interval) + 1, 1, _burst);
    }

    /// <summary>Lets nothing start for a while: VK has said that it was too much.</summary>
    public void Pause(TimeSpan pause)
    {
        lock (_gate)
        {
            _pausedUntil = Now + pause;
        }
    }

    public void Dispose() => _turn.Dispose();

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>When the next call may start.</summary>
    private TimeSpan Next
    {
        get
        {
            lock (_gate)
            {
                return Later(_next, _pausedUntil);
            }
        }
    }

    private TimeSpan PausedUntil
    {
        get
        {
            lock (_gate)
            {
                return _pausedUntil;
            }
        }
    }

    /// <summary>When the next call may start after those that wait already.</summary>
    private TimeSpan NextUnclaimed
    {
        get
        {
            lock (_gate)
            {
                return FirstOf(Later(_next, _pausedUntil)) + (_waiting * _interval);
            }
        }
    }

    /// <summary>Places that were not used are lost but for the last few.</summary>
    private TimeSpan FirstOf(TimeSpan next) => Later(next, Now - _slack);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await UntilAsync(() => Next, cancellationToken);
            lock (_gate)
            {
                _next = FirstOf(_next) + _interval;
                _waiting--;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task UntilAsync(Func<TimeSpan> time, CancellationToken cancellationToken)
    {
        for (var delay = time() - Now; delay > TimeSpan.Zero; delay = time() - Now)
            await Task.Delay(delay > Shortest ? delay : Shortest, _time, cancellationToken);
    }
}
