namespace Sferum.VkSimulator;

/// <summary>
/// The simulator's clock: a base clock plus an offset that a person or a test can move, so that «18.04.2024 09:00» can be
/// visited. Instants move with the offset; timers and timestamps are those of the base clock, so waiting stays real.
/// </summary>
public sealed class VirtualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private readonly TimeZoneInfo _zone;
    private TimeSpan _offset;
    private TaskCompletionSource _moved = NewSignal();

    /// <param name="real">Clock that ticks underneath.</param>
    /// <param name="startAt">Instant to show at once; null shows the base clock's.</param>
    /// <param name="zone">Zone of <see cref="Now"/>; null takes Moscow, where VK's people of this project live.</param>
    public VirtualClock(TimeProvider real, DateTimeOffset? startAt = null, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        _real = real;
        _zone = zone ?? TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
        _offset = startAt is { } start ? start - real.GetUtcNow() : TimeSpan.Zero;
    }

    /// <summary>Raised after the offset was changed, with the new instant.</summary>
    public event Action<DateTimeOffset>? Moved;

    /// <summary>The moved instant in the clock's zone.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(GetUtcNow(), _zone);

    public override TimeZoneInfo LocalTimeZone => _zone;

    public override long TimestampFrequency => _real.TimestampFrequency;

    internal TimeProvider Real => _real;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _real.GetUtcNow() + _offset;
    }

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock so that it shows <paramref name="instant"/> now; backwards is allowed.</summary>
    public void MoveTo(DateTimeOffset instant) => Shift(() => instant - _real.GetUtcNow());

    /// <summary>Moves the clock by <paramref name="span"/>.</summary>
    public void Advance(TimeSpan span) => Shift(() => _offset + span);

    /// <summary>Completes when the clock shows <paramref name="instant"/> or later, by ticking or by being moved.</summary>
    public async Task WaitUntilAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task moved;
            TimeSpan left;
            lock (_gate)
            {
                moved = _moved.Task;
                left = instant - (_real.GetUtcNow() + _offset);
            }

            if (left <= TimeSpan.Zero)
                return;
            try
            {
                // Timers hold at most 49 days.
                await moved.WaitAsync(left < TimeSpan.FromDays(40) ? left : TimeSpan.FromDays(40), _real, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The instant came by ticking.
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Shift(Func<TimeSpan> offset)
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            _offset = offset();
            moved = _moved;
            _moved = NewSignal();
        }

        moved.SetResult();
        Moved?.Invoke(Now);
    }
}
