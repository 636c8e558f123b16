using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>What became of messages, for whoever asks why somebody heard nothing. Their words are not told: some hold codes.</summary>
public sealed class SentStore
{
    /// <summary>The last messages to these peers, the newest first.</summary>
    public async Task<IReadOnlyList<SentMessage>> LastAsync(DataConnection db, IReadOnlyCollection<long> peers, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var ids = trip.Numbers("peers", peers);
        var messages = trip.Ask(
            $"""
            select x.peer_id, x.purpose, x.created_at, x.fate, x.code from (
                select m.id, m.peer_id, m.purpose, m.created_at, 0 as fate, null as code from outbox m where {ids.Has("m.peer_id")}
                union all
                select d.id, d.peer_id, d.purpose, d.created_at, d.fate, d.code from outbox_done d where {ids.Has("d.peer_id")}) x
            where x.purpose <> {(int)SendPurpose.PressAnswer}
            order by x.id desc
            limit @most
            """,
            row => new SentMessage(row.Long(0), (SendPurpose)row.Int(1), row.Instant(2), (Fate)row.Int(3), row.IntOrNull(4)),
            ids.Parameter,
            new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        return messages.Rows;
    }
}

/// <param name="Code">VK's error, where there was one.</param>
public sealed record SentMessage(long PeerId, SendPurpose Purpose, DateTimeOffset At, Fate Fate, int? Code);
