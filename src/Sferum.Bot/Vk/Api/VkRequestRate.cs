namespace Sferum.Bot.Vk.Api;

/// <summary>
/// The request limit of the token (<c>vk-platform.md</c> §2.1), shared by every call but long poll: in any second at
/// most so many calls start. First come, first served. <c>System.Threading.RateLimiting</c> has no clock to pass in and
/// its token bucket lets twice the limit through at the edge of a second, which VK answers with error 6.
/// </summary>
internal sealed class VkRequestRate(int requestsPerSecond, TimeProvider time) : IDisposable
{
    /// <summary>A second and what the way to VK may press together: calls that start 1.00 s apart may arrive 0.97 s apart.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1050);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly long?[] _starts = new long?[requestsPerSecond];
    private int _next;
    private long _pausedUntil = time.GetTimestamp();

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var delay = Delay(); delay > TimeSpan.Zero; delay = Delay())
                await Task.Delay(delay, time, cancellationToken);

            _starts[_next] = time.GetTimestamp();
            _next = (_next + 1) % _starts.Length;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets nothing start for a while: VK has said that it was too much.</summary>
    public void Pause(TimeSpan pause) =>
        Interlocked.Exchange(ref _pausedUntil, time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency));

    public void Dispose() => _turn.Dispose();

    private TimeSpan Delay()
    {
        var now = time.GetTimestamp();
        var pause = time.GetElapsedTime(now, Interlocked.Read(ref _pausedUntil));
        var window = _starts[_next] is { } start ? Window - time.GetElapsedTime(start, now) : TimeSpan.Zero;
        return pause > window ? pause : window;
    }
}
