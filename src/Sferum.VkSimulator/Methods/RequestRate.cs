namespace Sferum.VkSimulator.Methods;

/// <summary>No more than so many requests in any second of real time; a refused one does not count (vk-platform.md §2.1).</summary>
internal sealed class RequestRate(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _admitted = new();

    public bool Admits(int perSecond)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            while (_admitted.TryPeek(out var oldest) && now - oldest >= clock.TimestampFrequency)
                _admitted.Dequeue();
            if (_admitted.Count >= perSecond)
                return false;
            _admitted.Enqueue(now);
            return true;
        }
    }
}
