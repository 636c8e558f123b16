using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Soak;

/// <summary>
/// The simulator's clock for a bot that lives through months: what waits less than a minute waits for real, as the network
/// does; what is to happen after a minute or more happens when the clock is moved that far.
/// </summary>
internal sealed class SoakClock(VirtualClock clock) : TimeProvider
{
    private static readonly TimeSpan Longer = TimeSpan.FromMinutes(1);

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= Longer ? new MovedTimer(clock, callback, state, dueTime, period) : clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>However far the clock was moved, it fires once for each move, as a timer does whose process was asleep.</summary>
    private sealed class MovedTimer : ITimer
    {
        private readonly VirtualClock _clock;
        private readonly Action _fire;
        private readonly Lock _gate = new();
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public MovedTimer(VirtualClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            _fire = () => callback(state);
            Change(dueTime, period);
            clock.Moved += Look;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _due = dueTime < TimeSpan.Zero ? null : _clock.GetUtcNow() + dueTime;
                _period = period;
            }

            return true;
        }

        public void Dispose() => _clock.Moved -= Look;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Look(DateTimeOffset now)
        {
            lock (_gate)
            {
                if (_due is not { } due || due > now)
                {
                    return;
                }

                _due = _period > TimeSpan.Zero ? now + _period : null;
            }

            ThreadPool.QueueUserWorkItem(_ => _fire());
        }
    }
}
