using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>Claim codes: issued per institution, used once, guessing limited per person and overall.</summary>
public sealed class ClaimStore(JournalStore journal, TimeProvider clock)
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromDays(30);

    private const string Head = "head";

    internal const int FailuresPerPerson = 5;
    internal const int FailuresOverall = 100;
    internal static readonly TimeSpan FailureWindow = TimeSpan.FromHours(1);

    /// <summary>A new code for an institution; earlier unused ones stay valid until they expire.</summary>
    /// <param name="code">Given only by the demo, whose page shows it; else a new one is made.</param>
    /// <returns>The code, to be handed over now: the database keeps its hash only.</returns>
    public async Task<string> IssueAsync(DataConnection db, long actorId, long institutionId, CancellationToken cancellationToken, string? code = null)
    {
        code ??= ClaimCode.New();
        var now = clock.GetUtcNow();
        await db.InsertAsync(
            new ClaimCodeRecord { InstitutionId = institutionId, CodeHash = ClaimCode.HashOf(code), IssuedAt = now, ExpiresAt = now + CodeLife },
            token: cancellationToken);
        await journal.AppendAsync(db, new JournalEntry(actorId, "code_issued", InstitutionId: institutionId), cancellationToken);
        return code;
    }

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
                select new { c.ExpiresAt, c.UsedAt, Institution = new Institution(i.Id, i.Name, i.Type) })
            .FirstOrDefaultAsync(cancellationToken);
        return found switch
        {
            null => new CodeCheck(CodeVerdict.Unknown, null),
            { UsedAt: not null } => new CodeCheck(CodeVerdict.Used, null),
            _ when found.ExpiresAt <= now => new CodeCheck(CodeVerdict.Expired, null),
            _ => new CodeCheck(CodeVerdict.Valid, found.Institution),
        };
    }

    /// <summary>
    /// The person becomes head of the code's institution, and the code is used up. Whoever was head before is so no more:
    /// the office hands an institution over by giving the new head a code.
    /// </summary>
    public async Task<WriteResult> ClaimAsync(DataConnection db, long personId, string code, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        var check = await CheckAsync(db, personId, code, cancellationToken);
        if (check is not { Verdict: CodeVerdict.Valid, Institution: { } institution })
        {
            return check.Verdict == CodeVerdict.Unknown ? WriteResult.NotFound : WriteResult.NotAllowed;
        }

        var hash = ClaimCode.HashOf(code);
        var used = await db.GetTable<ClaimCodeRecord>()
            .Where(c => c.CodeHash == hash && c.UsedAt == null)
            .Set(c => c.UsedAt, now)
            .Set(c => c.UsedBy, personId)
            .UpdateAsync(cancellationToken);
        if (used == 0)
        {
            return WriteResult.NotAllowed;
        }

        var heads = db.GetTable<MembershipRecord>().Where(m => m.InstitutionId == institution.Id && m.Role == Head && m.Until == null);
        var before = await heads.Select(m => m.PersonId).ToListAsync(cancellationToken);
        await heads.Where(m => m.PersonId != personId).Set(m => m.Until, now).UpdateAsync(cancellationToken);
        if (!before.Contains(personId))
        {
            await db.InsertAsync(
                new MembershipRecord { PersonId = personId, InstitutionId = institution.Id, Role = Head, Since = now },
                token: cancellationToken);
        }

        await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId).Set(p => p.InstitutionId, institution.Id).UpdateAsync(cancellationToken);
        var replaced = before.Where(head => head != personId).Order().Select((head, index) => ($"replaced.{index}", $"{head}"));
        await journal.AppendAsync(db, new JournalEntry(personId, "claimed", OrdersJson.Write(replaced), institution.Id), cancellationToken);
        return WriteResult.Done;
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

public enum CodeVerdict
{
    Valid,
    Unknown,
    Used,
    Expired,

    /// <summary>Too many wrong codes within an hour, by this person or by all.</summary>
    Blocked,
}

/// <param name="Institution">Whose code it is; told only when it is valid.</param>
public sealed record CodeCheck(CodeVerdict Verdict, Institution? Institution);
