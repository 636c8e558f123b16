namespace Sferum.VkSimulator.World;

/// <summary>Callback buttons pressed and not yet answered: each may be answered once, within one minute (vk-platform.md §2.3).</summary>
internal sealed class PressedCallbacks
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Press> _waiting = [];
    private readonly Queue<(string EventId, DateTimeOffset At)> _order = new();

    public void Add(string eventId, long userId, long peerId, DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.At > Lifetime)
            _waiting.Remove(_order.Dequeue().EventId);
        _waiting[eventId] = new Press(userId, peerId, now);
        _order.Enqueue((eventId, now));
    }

    /// <summary>Takes the press away; false if it is unknown, answered, too old or of somebody else.</summary>
    public bool Answer(string eventId, long userId, long peerId, DateTimeOffset now)
    {
        if (!_waiting.TryGetValue(eventId, out var press) || press.UserId != userId || press.PeerId != peerId)
            return false;
        _waiting.Remove(eventId);
        return now - press.At <= Lifetime;
    }

    public void Clear()
    {
        _waiting.Clear();
        _order.Clear();
    }

    private sealed record Press(long UserId, long PeerId, DateTimeOffset At);
}
