namespace Sferum.VkSimulator.World;

/// <summary>
/// Memory of <c>random_id</c>s of one dialog: a repeated one gives no second message for one hour and inside the newest
/// 100 messages; later it does (vk-platform.md §3.1).
/// </summary>
internal sealed class RandomIdWindow
{
    private const int Messages = 100;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Queue<Message> _order = new();
    private readonly Dictionary<int, Message> _known = [];

    /// <summary>The message already sent under this id, or null if the id may be used.</summary>
    public Message? Find(int randomId, int newestCmid, DateTimeOffset now)
    {
        if (randomId == 0)
            return null;
        while (_order.TryPeek(out var oldest) && (oldest.Cmid <= newestCmid - Messages || now - oldest.At >= Lifetime))
        {
            _order.Dequeue();
            if (_known.TryGetValue(oldest.RandomId, out var known) && known == oldest)
                _known.Remove(oldest.RandomId);
        }

        return _known.GetValueOrDefault(randomId);
    }

    public void Remember(Message message)
    {
        if (message.RandomId == 0)
            return;
        _order.Enqueue(message);
        _known[message.RandomId] = message;
    }
}
