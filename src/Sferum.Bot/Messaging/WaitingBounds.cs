namespace Sferum.Bot.Messaging;

/// <summary>
/// How many events of each peer may wait, by what this process has received since all that waits of him was last counted:
/// so that not every event has its peer counted anew. Answers that came of these events are counted then, not here.
/// </summary>
internal sealed class WaitingBounds
{
    /// <summary>Beyond it all are forgotten, and counted when they come again.</summary>
    private const int MostKnown = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _atMost = [];

    /// <param name="events">How many events of each peer have come.</param>
    /// <param name="limit">Whoever stays within it need not be counted.</param>
    /// <returns>How much waited of those that stay within it, whose new events count from now on, and the peers that have to be counted.</returns>
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
                    _atMost[peer] = known + count;
                }
                else
                {
                    uncertain.Add(peer);
                }
            }
        }

        return (bounds, [.. uncertain]);
    }

    /// <summary>So much of a peer waits, by count.</summary>
    public void Count(long peer, long waiting)
    {
        lock (_gate)
        {
            if (_atMost.Count > MostKnown)
            {
                _atMost.Clear();
            }

            _atMost[peer] = waiting;
        }
    }
}
