using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

/// <summary>
/// In which dialogs a person of the office talks by hand, so that the bot is silent there. Apart from the conversations,
/// because others than the dialog's own events open a talk.
/// </summary>
public sealed class TalkStore(Database database, TimeProvider clock)
{
    /// <summary>Until when each of these dialogs is a person's; what is over may be among them.</summary>
    public static async Task<IReadOnlyDictionary<long, DateTimeOffset>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var talks = Ask(trip, peerIds);
        await trip.RunAsync(cancellationToken);
        return talks.Rows.ToDictionary(talk => talk.PeerId, talk => talk.Until);
    }

    /// <inheritdoc cref="LoadAsync"/>
    internal static RoundTrip.Answer<(long PeerId, DateTimeOffset Until)> Ask(RoundTrip trip, IReadOnlyCollection<long> peerIds)
    {
        var ids = trip.Numbers("peers", peerIds);
        return trip.Ask($"select peer_id, until from talk where {ids.Has("peer_id")}", row => (row.Long(0), row.Instant(1)), ids.Parameter);
    }

    /// <summary>A person talks in this dialog, at least until then.</summary>
    public Task OpenAsync(DataConnection db, long peerId, long openedBy, DateTimeOffset until, CancellationToken cancellationToken) =>
        db.ExecuteAsync(
            """
            insert into talk (peer_id, until, opened_by, opened_at) values (@peer, @until, @by, @now)
            on conflict (peer_id) do update
                set until = excluded.until, opened_by = excluded.opened_by, opened_at = excluded.opened_at
                where talk.until < excluded.until
            """,
            cancellationToken,
            new DataParameter("peer", peerId),
            database.Instant("until", until),
            new DataParameter("by", openedBy),
            database.Instant("now", clock.GetUtcNow()));

    public Task EndAsync(DataConnection db, long peerId, CancellationToken cancellationToken) =>
        db.GetTable<TalkRecord>().Where(t => t.PeerId == peerId).DeleteAsync(cancellationToken);
}
