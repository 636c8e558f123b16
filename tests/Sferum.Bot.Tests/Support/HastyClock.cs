namespace Sferum.Bot.Tests.Support;

/// <summary>A clock on which every wait is over at once, and the time is as late as if it had been waited for.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2024, 4, 15, 9, 0, 0, TimeSpan.Zero);

    private long _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _passed);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(this, callback, state, dueTime);

    private sealed class Timer : ITimer
    {
        private readonly HastyClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        public Timer(HastyClock clock, TimerCallback callback, object? state, TimeSpan due)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            Change(due, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                Interlocked.Add(ref _clock._passed, dueTime.Ticks);
                ThreadPool.UnsafeQueueUserWorkItem(_ => _callback(_state), null);
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
