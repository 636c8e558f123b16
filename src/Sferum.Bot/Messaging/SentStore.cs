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
                select * from (
                    select m.id, m.peer_id, m.purpose, m.created_at, cast(null as smallint) as fate, cast(null as integer) as code from outbox m
                    where {ids.Has("m.peer_id")} and m.purpose <> {(int)SendPurpose.PressAnswer} order by m.id desc limit @most) w
                union all
                select * from (
                    select d.id, d.peer_id, d.purpose, d.created_at, d.fate, d.code from outbox_done d
                    where {ids.Has("d.peer_id")} and d.purpose <> {(int)SendPurpose.PressAnswer} order by d.id desc limit @most) f) x
            order by x.id desc
            limit @most
            """,
            row => new SentMessage(row.Long(0), (SendPurpose)row.Int(1), row.Instant(2), (Fate?)row.IntOrNull(3), row.IntOrNull(4)),
            ids.Parameter,
            new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        return messages.Rows;
    }
}

/// <param name="Fate">Null while it waits.</param>
/// <param name="Code">VK's error, where there was one.</param>
public sealed record SentMessage(long PeerId, SendPurpose Purpose, DateTimeOffset At, Fate? Fate, int? Code);
