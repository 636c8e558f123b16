using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Privacy;

/// <summary>Removes what is older than the settings say (<see cref="PrivacyOptions"/>), in short deletes, when whoever keeps house asks.</summary>
public sealed class RetentionStore(IOptions<PrivacyOptions> options, ErasureStore erasure, RemovedContentStore contents)
{
    internal const string SilentPeople = "silent people";
    internal const string UnknownPeers = "peers of unknown people";
    internal const string EndedPosts = "ended posts";
    internal const string OldCodes = "old codes";
    internal const string Evidence = "evidence";
    internal const string DeadLetters = "dead letters";
    internal const string JournalDetails = "details of the journal";
    internal const string Contents = "contents of files";

    /// <summary>From here on a peer is a group chat (<c>vk-platform.md</c> §2.1).</summary>
    private const long FirstChat = 2_000_000_000;

    /// <summary>A person is more work than a row.</summary>
    private const int MostPeople = 20;

    internal static IReadOnlyList<string> Names { get; } = [EndedPosts, OldCodes, DeadLetters, JournalDetails, Evidence, SilentPeople, UnknownPeers, Contents];

    /// <summary>In the order of <see cref="Names"/>: files go when the rows that named them have gone.</summary>
    public IReadOnlyList<OldRows> Rules() =>
    [
        new(EndedPosts, (db, now, most, token) => DeleteAsync(
            db, "delete from membership where id in (select m.id from membership m where m.until < @old limit @most)", now - Kept.EndedPostsKept, most, token)),
        new(OldCodes, (db, now, most, token) => DeleteAsync(
            db,
            """
            delete from claim_code where id in (
                select c.id from claim_code c where c.used_at < @old or c.revoked_at < @old or (c.used_at is null and c.expires_at < @old) limit @most)
            """,
            now - Kept.OldCodesKept,
            most,
            token)),
        new(DeadLetters, (db, now, most, token) => DeleteAsync(
            db, "delete from dead_letter where id in (select d.id from dead_letter d where d.failed_at < @old limit @most)", now - Kept.DeadLettersKept, most, token)),
        new(JournalDetails, (db, now, most, token) => DeleteAsync(
            db,
            "delete from journal_seal where mark in (select s.mark from journal_seal s where s.kind = 'value' and s.made_at < @old limit @most)",
            now - Kept.JournalDetailsKept,
            most,
            token)),
        new(Evidence, (db, now, most, token) => RemovedContentStore.RemoveOldAsync(db, now - Kept.EvidenceKept, now - Kept.UnusedFilesKept, most, now, token)),
        new(SilentPeople, SilentAsync),

        // What is known of a dialog whose person is not: he had his data deleted and blocked the bot, or never came.
        new(UnknownPeers, (db, now, most, token) => DeleteAsync(
            db,
            $"""
            delete from peer where peer_id in (
                select p.peer_id from peer p
                where p.peer_id > 0 and p.peer_id < {FirstChat} and p.since < @old
                    and not exists (select 1 from person o where o.person_id = p.peer_id)
                    and not exists (select 1 from conversation c where c.peer_id = p.peer_id)
                    and not exists (select 1 from inbox e where e.peer_id = p.peer_id)
                    and not exists (select 1 from outbox m where m.peer_id = p.peer_id)
                limit @most)
            """,
            now - Housekeeper.MessageRetention,
            most,
            token)),
        new(Contents, (db, _, most, token) => contents.DeleteFilesAsync(db, most, token)),
    ];

    private PrivacyOptions Kept => options.Value;

    private static async Task<int> DeleteAsync(DataConnection db, string sql, DateTimeOffset old, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do(sql, [trip.Instant("old", old), new DataParameter("most", most)], rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed;
    }

    /// <summary>Who has no post, now or ahead, and has not written for long, goes as one who asks for it.</summary>
    private async Task<int> SilentAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var silent = trip.Ask(
            """
            select p.person_id from person p left join conversation c on c.peer_id = p.person_id
            where p.person_id > 0 and p.met_at < @old and (c.updated_at is null or c.updated_at < @old)
                and not exists (select 1 from membership m where m.person_id = p.person_id and (m.until is null or m.until > @now))
                and not exists (select 1 from question q where q.person_id = p.person_id and q.asked_at >= @old)
            order by p.person_id
            """,
            row => row.Long(0),
            trip.Instant("old", now - Kept.SilentPeopleKept),
            trip.Instant("now", now));
        await trip.RunAsync(cancellationToken);
        var removed = 0;
        foreach (var person in silent.Rows)
        {
            if (await erasure.EraseAsync(db, person, "silence", cancellationToken) is Erasure.Done && ++removed == Math.Min(most, MostPeople))
            {
                break;
            }
        }

        return removed;
    }
}
