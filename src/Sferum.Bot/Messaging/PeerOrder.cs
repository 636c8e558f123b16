namespace Sferum.Bot.Messaging;

/// <summary>Rows of one peer that are sent together.</summary>
internal static class PeerOrder
{
    /// <summary>
    /// Leaves out a row that comes after another one of its peer, unless both and all between may go together. The answer to
    /// a press goes in any case: it is shown beside the messages, not among them.
    /// </summary>
    public static IEnumerable<OutboxRow> Together(IEnumerable<OutboxRow> rows, Func<OutboxRow, bool> mayGoTogether)
    {
        var open = new Dictionary<long, bool>();
        foreach (var row in rows)
        {
            var may = mayGoTogether(row);
            if (row.Content is Outgoing.PressAnswer || open.TryAdd(row.PeerId, may) || (open[row.PeerId] &= may))
            {
                yield return row;
            }
        }
    }
}
