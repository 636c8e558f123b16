using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Whether a person can be written to (<c>vk-platform.md</c> §3.3): yes once he wrote or allowed messages, no after he
/// forbade them or VK refused (900, 901, 902).
/// </summary>
public sealed class PeerStore(Database database, TimeProvider clock)
{
    public Task MarkReachableAsync(DataConnection db, IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken)
    {
        var rows = database.Rows("r", RowSet.Column.Of("peer_id", peerIds));
        return db.ExecuteAsync(
            $"""
            update peer set can_message = @can, unreachable_code = null, since = @now
            where peer_id in (select r.peer_id from {rows.Sql}) and not can_message
            """,
            cancellationToken,
            [new DataParameter("can", true, DataType.Boolean), database.Instant("now", clock.GetUtcNow()), .. rows.Parameters]);
    }

    /// <param name="code">VK's error code; 901 when the person forbade messages himself.</param>
    public Task MarkUnreachableAsync(DataConnection db, long peerId, int code, CancellationToken cancellationToken) =>
        // Somebody who never wrote has no row yet, and it is just he who can't be written to.
        db.ExecuteAsync(
            """
            insert into peer (peer_id, can_message, unreachable_code, since)
            values (@peer, @can, @code, @now)
            on conflict (peer_id) do update
                set can_message = excluded.can_message, unreachable_code = excluded.unreachable_code, since = excluded.since
                where peer.can_message
            """,
            cancellationToken,
            new DataParameter("peer", peerId),
            new DataParameter("can", false, DataType.Boolean),
            new DataParameter("code", code),
            database.Instant("now", clock.GetUtcNow()));

    /// <summary>The person wants no more messages that he did not ask for, or wants them again; from the commit on the sender knows.</summary>
    public Task MuteAsync(DataConnection db, long peerId, bool muted, CancellationToken cancellationToken) =>
        db.ExecuteAsync(
            """
            insert into peer (peer_id, can_message, since, muted) values (@peer, @can, @now, @muted)
            on conflict (peer_id) do update set muted = excluded.muted
            """,
            cancellationToken,
            new DataParameter("peer", peerId),
            new DataParameter("can", true, DataType.Boolean),
            new DataParameter("muted", muted, DataType.Boolean),
            database.Instant("now", clock.GetUtcNow()));

    /// <summary>Which of these can't, or don't want to, be written to unasked.</summary>
    internal static async Task<IReadOnlyDictionary<long, PeerObstacle>> ObstaclesAsync(DataConnection db, IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var peers = trip.Numbers("peers", peerIds);
        var obstacles = trip.Ask(
            $"select p.peer_id, p.can_message, p.muted from peer p where {peers.Has("p.peer_id")} and (not p.can_message or p.muted)",
            row => KeyValuePair.Create(row.Long(0), new PeerObstacle(!row.Flag(1), row.Flag(2))),
            peers.Parameter);
        await trip.RunAsync(cancellationToken);
        return obstacles.Rows.ToDictionary();
    }

    /// <summary>He has written or allowed messages, and nothing has shown since that he can't be written to.</summary>
    internal static async Task<bool> CanMessageAsync(DataConnection db, long peerId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var known = trip.Ask("select p.can_message from peer p where p.peer_id = @peer", row => row.Flag(0), new DataParameter("peer", peerId));
        await trip.RunAsync(cancellationToken);
        return known.Rows is [true];
    }

    /// <summary>Which of these are known to be out of reach.</summary>
    internal static RoundTrip.Answer<long> AskUnreachable(RoundTrip trip, IReadOnlyCollection<long> peerIds)
    {
        var peers = trip.Numbers("peers", peerIds);
        return trip.Ask($"select p.peer_id from peer p where {peers.Has("p.peer_id")} and not p.can_message", row => row.Long(0), peers.Parameter);
    }
}

/// <param name="Muted">He wants no messages that he did not ask for.</param>
internal readonly record struct PeerObstacle(bool Unreachable, bool Muted);
