using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>Claim codes: used once, by a head for good or by a deputy for a time; guessing is limited per person and overall.</summary>
public sealed partial class ClaimStore(JournalStore journal, TimeProvider clock)
{
    internal const int FailuresPerPerson = 5;
    internal const int FailuresOverall = 100;
    internal static readonly TimeSpan FailureWindow = TimeSpan.FromHours(1);

    /// <summary>What a code is worth to this person now; changes nothing.</summary>
    public async Task<CodeCheck> CheckAsync(DataConnection db, long personId, string code, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await IsBlockedAsync(db, personId, now, cancellationToken))
        {
            return new CodeCheck(CodeVerdict.Blocked, null);
        }

        var hash = ClaimCode.HashOf(code);
        var found = await (
                from c in db.GetTable<ClaimCodeRecord>()
                join i in db.GetTable<InstitutionRecord>() on c.InstitutionId equals i.Id
                where c.CodeHash == hash && !i.Archived
                select new { Code = c, Institution = new Institution(i.Id, i.Name, i.Type) })
            .FirstOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => new CodeCheck(CodeVerdict.Unknown, null),
            { Code.UsedAt: not null } => new CodeCheck(CodeVerdict.Used, null),
            { Code.RevokedAt: not null } => new CodeCheck(CodeVerdict.Expired, null),
            _ when found.Code.ExpiresAt <= now => new CodeCheck(CodeVerdict.Expired, null),
            _ => new CodeCheck(CodeVerdict.Valid, new Post(found.Institution, found.Code.Role, found.Code.MemberSince ?? now, found.Code.MemberUntil)),
        };
    }

    /// <summary>
    /// Uses a code up. By a head's code the person becomes head, and whoever was head before is so no more; by a deputy's
    /// he becomes deputy, and nobody is replaced.
    /// </summary>
    /// <returns>
    /// <see cref="WriteResult.Unchanged"/> with the post he has for a head who enters the code he made for his deputy: an
    /// honest slip that leaves the code to the other one.
    /// </returns>
    public async Task<(WriteResult Result, Claim? Claim)> ClaimAsync(DataConnection db, long personId, string code, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        var check = await CheckAsync(db, personId, code, cancellationToken);
        if (check is not { Verdict: CodeVerdict.Valid, Post: { } post })
        {
            return (check.Verdict == CodeVerdict.Unknown ? WriteResult.NotFound : WriteResult.NotAllowed, null);
        }

        var headSince = await Memberships.OfHead(db, personId, post.Institution.Id, now).Select(m => (DateTimeOffset?)m.Since).FirstOrDefaultAsync(cancellationToken);
        if (post.Role == PostRole.Deputy && headSince is { } since)
        {
            return (WriteResult.Unchanged, new Claim(new Post(post.Institution, PostRole.Head, since, null), []));
        }

        var hash = ClaimCode.HashOf(code);
        var used = await db.GetTable<ClaimCodeRecord>()
            .Where(c => c.CodeHash == hash && c.UsedAt == null && c.RevokedAt == null)
            .Set(c => c.UsedAt, now)
            .Set(c => c.UsedBy, personId)
            .UpdateAsync(cancellationToken);
        if (used == 0)
        {
            return (WriteResult.NotAllowed, null);
        }

        var claim = post.Role switch
        {
            PostRole.Head => await BecomeHeadAsync(db, personId, post with { Since = headSince ?? now }, now, cancellationToken),
            PostRole.Deputy => await BecomeDeputyAsync(db, personId, post, cancellationToken),
            _ => throw new InvalidOperationException($"unknown role {post.Role}"),
        };
        if (post.Since <= now)
        {
            await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId).Set(p => p.InstitutionId, post.Institution.Id).UpdateAsync(cancellationToken);
        }

        var replaced = claim.ReplacedHeads.Select((head, index) => ($"replaced.{index}", $"{head}"));
        await journal.AppendAsync(
            db, new JournalEntry(personId, "claimed", OrdersJson.Write(replaced.Append(("role", post.Role))), post.Institution.Id), cancellationToken);
        if (claim.ReplacedHeads.Count > 0)
        {
            // What a former head has passed on must not open a door behind his back.
            await RevokeAsync(db, personId, post.Institution.Id, cancellationToken);
        }

        return (WriteResult.Done, claim);
    }

    private static async Task<Claim> BecomeHeadAsync(
        DataConnection db, long personId, Post post, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var there = db.GetTable<MembershipRecord>().Where(m => m.InstitutionId == post.Institution.Id && (m.Until == null || m.Until > now));
        var heads = there.Where(m => m.Role == PostRole.Head);
        var before = await heads.Select(m => m.PersonId).ToListAsync(cancellationToken);
        await heads.Where(m => m.PersonId != personId).Set(m => m.Until, now).UpdateAsync(cancellationToken);
        await there.Where(m => m.PersonId == personId && m.Role == PostRole.Deputy).Set(m => m.Until, now).UpdateAsync(cancellationToken);
        if (!before.Contains(personId))
        {
            await db.InsertAsync(
                new MembershipRecord { PersonId = personId, InstitutionId = post.Institution.Id, Role = PostRole.Head, Since = now },
                token: cancellationToken);
        }

        return new Claim(post, [.. before.Where(head => head != personId).Order()]);
    }

    private static async Task<Claim> BecomeDeputyAsync(DataConnection db, long personId, Post post, CancellationToken cancellationToken)
    {
        await db.InsertAsync(
            new MembershipRecord { PersonId = personId, InstitutionId = post.Institution.Id, Role = PostRole.Deputy, Since = post.Since, Until = post.Until },
            token: cancellationToken);
        return new Claim(post, []);
    }

    /// <summary>
    /// Counts a wrong code, unless the person is stopped already: one who goes on regardless must not use up what all
    /// others have together.
    /// </summary>
    public async Task CountFailureAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await IsBlockedAsync(db, personId, now, cancellationToken))
        {
            return;
        }

        var outdated = now - FailureWindow;
        await db.GetTable<FailedClaimRecord>().Where(f => f.FailedAt <= outdated).DeleteAsync(cancellationToken);
        await db.InsertAsync(new FailedClaimRecord { PersonId = personId, FailedAt = now }, token: cancellationToken);
        await NoteStopAsync(db, personId, outdated, cancellationToken);
    }

    /// <summary>The failure that stops somebody stands in the journal, once for each stop: who tries codes is to be found.</summary>
    private async Task NoteStopAsync(DataConnection db, long personId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var failed = db.GetTable<FailedClaimRecord>().Where(f => f.FailedAt > since);
        var entries = new List<JournalEntry>();
        if (await failed.CountAsync(f => f.PersonId == personId, cancellationToken) is >= FailuresPerPerson and var own)
        {
            entries.Add(new JournalEntry(personId, "codes_guessed", OrdersJson.Write([("count", $"{own}")])));
        }

        if (await failed.CountAsync(cancellationToken) is >= FailuresOverall and var all)
        {
            entries.Add(new JournalEntry(0, "codes_stopped", OrdersJson.Write([("count", $"{all}")])));
        }

        await journal.AppendAsync(db, entries, cancellationToken);
    }

    /// <summary>Wrong codes typed within the last hour.</summary>
    public Task<int> FailuresOfAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - FailureWindow;
        return db.GetTable<FailedClaimRecord>().CountAsync(f => f.PersonId == personId && f.FailedAt > since, cancellationToken);
    }

    private static async Task<bool> IsBlockedAsync(DataConnection db, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - FailureWindow;
        var failed = db.GetTable<FailedClaimRecord>().Where(f => f.FailedAt > since);
        return await failed.CountAsync(f => f.PersonId == personId, cancellationToken) >= FailuresPerPerson
            || await failed.CountAsync(cancellationToken) >= FailuresOverall;
    }
}
