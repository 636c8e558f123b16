namespace Sferum.Bot.Rehearsal;

/// <summary>A clock that stands until it is set, so that a rehearsal runs the same every time.</summary>
internal sealed class RehearsalClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now > _now ? now : _now;
}
