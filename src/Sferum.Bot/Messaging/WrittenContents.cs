namespace Sferum.Bot.Messaging;

/// <summary>
/// What this process has put into the outbox a moment ago, so that its sender need not read the JSON of it again. Only a
/// short cut: what counts is the text in the row, and what does not stand here is read from that.
/// </summary>
internal sealed class WrittenContents
{
    private const int MostKept = 2_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (string Json, Outgoing Content)> _kept = [];

    public void Keep(long id, string json, Outgoing content)
    {
        lock (_gate)
        {
            if (_kept.Count == MostKept)
            {
                // Another process sends, or a broadcast was put in: what is missing here is read from its row.
                _kept.Clear();
            }

            _kept[id] = (json, content);
        }
    }

    /// <summary>Null when it is not known, or when another text stands in the row.</summary>
    public Outgoing? Take(long id, string json)
    {
        lock (_gate)
        {
            return _kept.Remove(id, out var kept) && kept.Json == json ? kept.Content : null;
        }
    }
}
