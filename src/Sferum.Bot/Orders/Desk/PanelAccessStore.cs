using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders.Desk;

/// <summary>
/// One-time links into the panel and the sessions that come of them. What a client holds is 256 random bits; the database
/// holds their SHA-256, so that who reads the database can't sign in.
/// </summary>
public sealed class PanelAccessStore(IOptions<PanelOptions> options, JournalStore journal, TimeProvider clock)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(10);

    private const int SecretBytes = 32;

    /// <summary>How fresh the last sign of life has to be: not every request writes.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <summary>A link for this person; his links before it are worth nothing from now on.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> IssueLinkAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var token = NewSecret();
        var trip = RoundTrip.On(db);
        trip.Do("delete from panel_link where person_id = @person and used_at is null", [new DataParameter("person", personId)]);
        trip.Do(
            "insert into panel_link (token_hash, person_id, expires_at) values (@hash, @person, @expires)",
            [Hash(token), new DataParameter("person", personId), trip.Instant("expires", clock.GetUtcNow() + LinkLife)]);
        await trip.RunAsync(cancellationToken);
        return token;
    }

    /// <summary>Whose link it is, while it is good; it stays good.</summary>
    public async Task<long?> PersonOfLinkAsync(DataConnection db, string token, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var person = trip.Ask(
            "select l.person_id from panel_link l where l.token_hash = @hash and l.used_at is null and l.expires_at > @now",
            row => row.Long(0),
            Hash(token),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        return person.Rows is [var found] ? found : null;
    }

    /// <summary>Uses a link up and begins a session.</summary>
    /// <param name="from">The network address from which he comes, for the journal; null: unknown.</param>
    /// <returns>The secret of the session; null when the link is not good, whoever used it.</returns>
    public async Task<string?> SignInAsync(DataConnection db, string token, string? from, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await PersonOfLinkAsync(db, token, cancellationToken) is not { } person)
        {
            return null;
        }

        // Of two who press at once one changes the row.
        var used = 0;
        var use = RoundTrip.On(db);
        use.Do(
            "update panel_link set used_at = @now where token_hash = @hash and used_at is null",
            [use.Instant("now", now), Hash(token)],
            rows => used = rows);
        await use.RunAsync(cancellationToken);
        if (used == 0)
        {
            return null;
        }

        var secret = NewSecret();
        var begin = RoundTrip.On(db);
        begin.Do(
            "insert into panel_session (id_hash, person_id, created_at, seen_at, expires_at) values (@hash, @person, @now, @now, @expires)",
            [Hash(secret), new DataParameter("person", person), begin.Instant("now", now), begin.Instant("expires", now + options.Value.SessionTime)]);
        await begin.RunAsync(cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(person, "signed_in", OrdersJson.Write(from is null ? [] : [("address", from)])), cancellationToken);
        return secret;
    }

    /// <summary>Whose session it is, while it lasts.</summary>
    public async Task<PanelSession?> FindSessionAsync(DataConnection db, string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var trip = RoundTrip.On(db);
        var session = trip.Ask(
            "select s.person_id, s.seen_at from panel_session s where s.id_hash = @hash and s.expires_at > @now and s.seen_at > @idle",
            row => new PanelSession(row.Long(0), row.Instant(1) < now - SeenStep),
            Hash(secret),
            trip.Instant("now", now),
            trip.Instant("idle", now - options.Value.IdleTime));
        await trip.RunAsync(cancellationToken);
        return session.Rows is [var found] ? found : null;
    }

    /// <summary>The person is there: the session is idle anew from now on.</summary>
    public async Task TouchAsync(DataConnection db, string secret, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do("update panel_session set seen_at = @now where id_hash = @hash", [trip.Instant("now", clock.GetUtcNow()), Hash(secret)]);
        await trip.RunAsync(cancellationToken);
    }

    public async Task SignOutAsync(DataConnection db, string secret, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var ended = trip.Ask("delete from panel_session where id_hash = @hash returning person_id", row => row.Long(0), Hash(secret));
        await trip.RunAsync(cancellationToken);
        await journal.AppendAsync(db, [.. ended.Rows.Select(person => new JournalEntry(person, "signed_out"))], cancellationToken);
    }

    /// <summary>Ends all sessions of a person, and his links.</summary>
    public async Task CloseAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var ended = trip.Ask("delete from panel_session where person_id = @person returning person_id", row => row.Long(0), new DataParameter("person", personId));
        trip.Do("delete from panel_link where person_id = @person and used_at is null", [new DataParameter("person", personId)]);
        await trip.RunAsync(cancellationToken);
        await journal.AppendAsync(db, [.. ended.Rows.Take(1).Select(person => new JournalEntry(person, "signed_out"))], cancellationToken);
    }

    internal static async Task<int> DeleteOldAsync(DataConnection db, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var (table, key) in new[] { ("panel_link", "token_hash"), ("panel_session", "id_hash") })
        {
            var trip = RoundTrip.On(db);
            trip.Do(
                $"delete from {table} where {key} in (select {key} from {table} where expires_at < @now limit @most)",
                [trip.Instant("now", now), new DataParameter("most", most)],
                rows => removed += rows);
            await trip.RunAsync(cancellationToken);
        }

        return removed;
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    private static DataParameter Hash(string secret) =>
        new("hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))), DataType.NVarChar);
}

/// <param name="IsStale">Nobody has written down for a while that the person is there.</param>
public sealed record PanelSession(long PersonId, bool IsStale);
