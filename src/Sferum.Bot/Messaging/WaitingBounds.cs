namespace Sferum.Bot.Messaging;

/// <summary>
/// How much of each peer waits at most, by what this process has stored since it was last counted: so that not every event
/// has its peer counted anew. Of those that it does not know nothing is certain.
/// </summary>
internal sealed class WaitingBounds
{
    /// <summary>Beyond it all are forgotten, and counted when they come again.</summary>
    private const int MostKnown = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _atMost = [];

    /// <param name="events">How many events of each peer have come.</param>
    /// <param name="limit">Whoever stays within it need not be counted.</param>
    /// <returns>The bounds of those that stay within it, and the peers that have to be counted.</returns>
    public (Dictionary<long, long> Bounds, long[] Uncertain) Of(IEnumerable<KeyValuePair<long, int>> events, long limit)
    {
        var bounds = new Dictionary<long, long>();
        var uncertain = new List<long>();
        lock (_gate)
        {
            foreach (var (peer, count) in events)
            {
                if (_atMost.TryGetValue(peer, out var known) && known + count <= limit)
                {
                    bounds[peer] = known;
                }
                else
                {
                    uncertain.Add(peer);
                }
            }
        }

        return (bounds, [.. uncertain]);
    }

    /// <summary>So much of these peers waits now at most.</summary>
    public void Raise(IReadOnlyDictionary<long, long> bounds)
    {
        lock (_gate)
        {
            if (_atMost.Count > MostKnown)
            {
                _atMost.Clear();
            }

            foreach (var (peer, bound) in bounds)
            {
                _atMost[peer] = bound;
            }
        }
    }
}
