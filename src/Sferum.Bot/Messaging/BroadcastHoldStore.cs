using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// Has the sender hand back the messages of a broadcast (a pause), or end them unsent (a cancellation). It alone takes them
/// out of the outbox, so that nothing is called unsent that was under way.
/// </summary>
public sealed class BroadcastHoldStore
{
    /// <summary>From the commit on no message of the broadcast is begun.</summary>
    public async Task HoldAsync(DataConnection db, long broadcastId, bool cancelled, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do(
            "insert into outbox_hold (broadcast_id, cancelled) values (@broadcast, @cancelled) on conflict (broadcast_id) do update set cancelled = excluded.cancelled",
            [new DataParameter("broadcast", broadcastId), new DataParameter("cancelled", cancelled, DataType.Boolean)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Its messages go on; or there are none left.</summary>
    public async Task ReleaseAsync(DataConnection db, long broadcastId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do("delete from outbox_hold where broadcast_id = @broadcast", [new DataParameter("broadcast", broadcastId)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Whether a row of the outbox belongs to a broadcast that is paused.</summary>
    internal static string IsPaused(string row) => $"(not {IsOrdinary(row)} and exists ({Of(row)} and not h.cancelled))";

    /// <summary>Whether a row of the outbox belongs to a broadcast that was cancelled.</summary>
    internal static string IsCancelled(string row) => $"(not {IsOrdinary(row)} and exists ({Of(row)} and h.cancelled))";

    /// <summary>What tells the specialist how her broadcast is going belongs to it and is none of its messages.</summary>
    private static string IsOrdinary(string row) => $"({row}.broadcast_id is null or {row}.purpose <> {(int)SendPurpose.Broadcast})";

    private static string Of(string row) => $"select 1 from outbox_hold h where h.broadcast_id = {row}.broadcast_id";
}
