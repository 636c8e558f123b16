using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>Deputies of heads. They come by a code (<see cref="ClaimStore"/>) and go by their date, or when a head ends it.</summary>
public sealed class MembershipStore(JournalStore journal, TimeProvider clock)
{
    /// <summary>Present and future deputies by institution, the earliest first.</summary>
    public async Task<ILookup<long, Deputy>> DeputiesAsync(
        DataConnection db, IReadOnlyCollection<long> institutionIds, CancellationToken cancellationToken)
    {
        if (institutionIds.Count == 0)
        {
            return Array.Empty<Deputy>().ToLookup(_ => 0L);
        }

        var now = clock.GetUtcNow();
        var deputies = await db.GetTable<MembershipRecord>()
            .Where(m => m.InstitutionId.IsIn(new IdSet(institutionIds)) && m.Role == PostRole.Deputy && (m.Until == null || m.Until > now))
            .OrderBy(m => m.Since).ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return deputies.ToLookup(m => m.InstitutionId, m => new Deputy(m.Id, m.PersonId, m.Since, m.Until));
    }

    /// <summary>Who heads the institution now.</summary>
    public async Task<IReadOnlyList<long>> HeadsAsync(DataConnection db, long institutionId, CancellationToken cancellationToken) =>
        await Memberships.At(db, clock.GetUtcNow())
            .Where(m => m.InstitutionId == institutionId && m.Role == PostRole.Head)
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);

    /// <summary>A head ends the time of a deputy of his institution, begun or not.</summary>
    /// <returns>Whose it was; 0 when there is no such deputy there.</returns>
    public async Task<(WriteResult Result, long PersonId)> EndDeputyAsync(
        DataConnection db, long headId, long institutionId, long membershipId, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        if (!await Memberships.OfHead(db, headId, institutionId, now).AnyAsync(cancellationToken))
        {
            return (WriteResult.NotAllowed, 0);
        }

        var deputy = await db.GetTable<MembershipRecord>().FirstOrDefaultAsync(
            m => m.Id == membershipId && m.InstitutionId == institutionId && m.Role == PostRole.Deputy, cancellationToken);
        if (deputy is null)
        {
            return (WriteResult.NotFound, 0);
        }

        if (deputy.Until <= now)
        {
            return (WriteResult.Unchanged, deputy.PersonId);
        }

        await db.GetTable<MembershipRecord>().Where(m => m.Id == membershipId).Set(m => m.Until, now).UpdateAsync(cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(headId, "deputy_ended", OrdersJson.Write([("deputy", $"{deputy.PersonId}")]), institutionId), cancellationToken);
        return (WriteResult.Done, deputy.PersonId);
    }
}

/// <param name="Since">May lie ahead.</param>
/// <param name="Until">The first instant at which the person is deputy no more.</param>
public sealed record Deputy(long MembershipId, long PersonId, DateTimeOffset Since, DateTimeOffset? Until);
