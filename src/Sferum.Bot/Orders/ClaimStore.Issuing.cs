using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <content>How codes come to be: by the office for heads, by a head for the one after him and for deputies.</content>
public sealed partial class ClaimStore
{
    /// <summary>How long a code of the office is good: it travels on paper.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromDays(30);

    /// <summary>How long a code is good that a head passes on himself.</summary>
    public static readonly TimeSpan PassedCodeLife = TimeSpan.FromDays(7);

    /// <summary>So far ahead may a deputy's time end.</summary>
    public static readonly TimeSpan LongestDeputy = TimeSpan.FromDays(366);

    /// <summary>A new code for the head of an institution; earlier unused ones are worth nothing from now on.</summary>
    /// <param name="code">Given only by the demo, whose page shows it; else a new one is made.</param>
    /// <returns>The code, to be handed over now: the database keeps its hash only.</returns>
    public async Task<string> IssueAsync(DataConnection db, long actorId, long institutionId, CancellationToken cancellationToken, string? code = null)
    {
        code ??= ClaimCode.New();
        await RevokeAsync(db, actorId, institutionId, PostRole.Head, cancellationToken);
        await AddAsync(db, code, new ClaimCodeRecord { InstitutionId = institutionId, Role = PostRole.Head, IssuedBy = actorId }, CodeLife, cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(actorId, "code_issued", InstitutionId: institutionId), cancellationToken);
        return code;
    }

    /// <summary>A head makes a code by which another becomes head in his place. Until it is entered he stays head.</summary>
    /// <returns>No code unless <see cref="WriteResult.Done"/>.</returns>
    public async Task<(WriteResult Result, IssuedCode? Code)> HandOverAsync(
        DataConnection db, long headId, long institutionId, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (!await Memberships.OfHead(db, headId, institutionId, clock.GetUtcNow()).AnyAsync(cancellationToken))
        {
            return (WriteResult.NotAllowed, null);
        }

        await RevokeAsync(db, headId, institutionId, PostRole.Head, cancellationToken);
        var code = ClaimCode.New();
        var expires = await AddAsync(
            db, code, new ClaimCodeRecord { InstitutionId = institutionId, Role = PostRole.Head, IssuedBy = headId }, PassedCodeLife, cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(headId, "handed_over", InstitutionId: institutionId), cancellationToken);
        return (WriteResult.Done, new IssuedCode(code, expires));
    }

    /// <summary>
    /// A head makes a code by which somebody becomes his deputy from <paramref name="since"/> to <paramref name="until"/>
    /// (not included). The deputy's code before it is worth nothing from now on; deputies who have come stay.
    /// </summary>
    /// <returns>No code unless <see cref="WriteResult.Done"/>; the code is good no longer than the deputy's time lasts.</returns>
    public async Task<(WriteResult Result, IssuedCode? Code)> InviteDeputyAsync(
        DataConnection db, long headId, long institutionId, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        if (until <= since || until <= now || until - now > LongestDeputy
            || !await Memberships.OfHead(db, headId, institutionId, now).AnyAsync(cancellationToken))
        {
            return (WriteResult.NotAllowed, null);
        }

        await RevokeAsync(db, headId, institutionId, PostRole.Deputy, cancellationToken);
        var code = ClaimCode.New();
        var invitation = new ClaimCodeRecord
        {
            InstitutionId = institutionId,
            Role = PostRole.Deputy,
            MemberSince = since,
            MemberUntil = until,
            IssuedBy = headId,
        };
        var expires = await AddAsync(db, code, invitation, until - now < PassedCodeLife ? until - now : PassedCodeLife, cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(headId, "deputy_invited", OrdersJson.Write([("since", $"{since:O}"), ("until", $"{until:O}")]), institutionId), cancellationToken);
        return (WriteResult.Done, new IssuedCode(code, expires));
    }

    /// <summary>Unused codes of an institution are worth nothing from now on: lost, replaced, or the institution is archived.</summary>
    public async Task RevokeAsync(DataConnection db, long actorId, long institutionId, CancellationToken cancellationToken)
    {
        await RevokeAsync(db, actorId, institutionId, PostRole.Head, cancellationToken);
        await RevokeAsync(db, actorId, institutionId, PostRole.Deputy, cancellationToken);
    }

    private async Task RevokeAsync(DataConnection db, long actorId, long institutionId, string role, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        var revoked = await db.GetTable<ClaimCodeRecord>()
            .Where(c => c.InstitutionId == institutionId && c.Role == role && c.UsedAt == null && c.RevokedAt == null && c.ExpiresAt > now)
            .Set(c => c.RevokedAt, now)
            .UpdateAsync(cancellationToken);
        if (revoked > 0)
        {
            await journal.AppendAsync(
                db, new JournalEntry(actorId, "codes_revoked", OrdersJson.Write([("count", $"{revoked}"), ("role", role)]), institutionId), cancellationToken);
        }
    }

    /// <returns>When the code expires.</returns>
    private async Task<DateTimeOffset> AddAsync(
        DataConnection db, string code, ClaimCodeRecord record, TimeSpan life, CancellationToken cancellationToken)
    {
        record.CodeHash = ClaimCode.HashOf(code);
        record.IssuedAt = clock.GetUtcNow();
        record.ExpiresAt = record.IssuedAt + life;
        await db.InsertAsync(record, token: cancellationToken);
        return record.ExpiresAt;
    }
}
