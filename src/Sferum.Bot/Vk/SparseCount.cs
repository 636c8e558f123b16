namespace Sferum.Bot.Vk;

/// <summary>Counts what anybody may cause as often as he likes, so that it stands in the log once in a while and with its number.</summary>
internal sealed class SparseCount(TimeSpan between, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long? _toldAt;
    private int _count;

    /// <returns>How many there have been since the last line; 0 while it is too early for another one.</returns>
    public int Count()
    {
        lock (_lock)
        {
            _count++;
            if (_toldAt is { } told && time.GetElapsedTime(told) < between)
                return 0;

            var all = _count;
            _toldAt = time.GetTimestamp();
            _count = 0;
            return all;
        }
    }
}
