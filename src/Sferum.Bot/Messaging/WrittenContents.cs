namespace Sferum.Bot.Messaging;

/// <summary>
/// What this process has put into the outbox a moment ago, so that its sender need not read it from there. Only a short
/// cut: what is not here is read from its row.
/// </summary>
internal sealed class WrittenContents
{
    private const int MostKept = 2_000;

    /// <summary>What nobody has sent by then was rolled back, or is sent by another process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (DateTimeOffset CreatedAt, Outgoing Content)> _kept = [];
    private DateTimeOffset _clearedAt;

    /// <param name="createdAt">As it stands in the row: SQLite gives the id of a row that was rolled back to another one later.</param>
    public void Keep(long id, DateTimeOffset createdAt, Outgoing content)
    {
        lock (_gate)
        {
            if (_kept.Count == MostKept && createdAt - _clearedAt > Longest)
            {
                _clearedAt = createdAt;
                foreach (var old in _kept.Where(each => createdAt - each.Value.CreatedAt > Longest).Select(each => each.Key).ToArray())
                {
                    _kept.Remove(old);
                }
            }

            // What came first is sent first, so that it is the newest that is not kept.
            if (_kept.Count < MostKept)
            {
                _kept[id] = (createdAt, content);
            }
        }
    }

    /// <summary>Null when it is not known.</summary>
    public Outgoing? Find(long id, DateTimeOffset createdAt)
    {
        lock (_gate)
        {
            return _kept.TryGetValue(id, out var kept) && kept.CreatedAt == createdAt ? kept.Content : null;
        }
    }

    /// <summary>These rows have left the outbox.</summary>
    public void Forget(IEnumerable<long> ids)
    {
        lock (_gate)
        {
            foreach (var id in ids)
            {
                _kept.Remove(id);
            }
        }
    }
}
