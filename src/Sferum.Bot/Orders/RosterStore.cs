using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>The institutions of the district.</summary>
public sealed class RosterStore(JournalStore journal, TimeProvider clock)
{
    /// <summary>Adds an institution, or finds the one of that name.</summary>
    public async Task<long> AddAsync(DataConnection db, long actorId, string name, string type, CancellationToken cancellationToken)
    {
        var known = await db.GetTable<InstitutionRecord>().Where(i => i.Name == name).Select(i => (long?)i.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        var added = await db.InsertWithInt64IdentityAsync(
            new InstitutionRecord { Name = name, Type = type, CreatedAt = clock.GetUtcNow() }, token: cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(actorId, "institution_added", OrdersJson.Write([("name", name), ("type", type)]), added), cancellationToken);
        return added;
    }

    /// <summary>Institutions by id.</summary>
    public async Task<IReadOnlyDictionary<long, Institution>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await db.GetTable<InstitutionRecord>()
            .Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => new Institution(i.Id, i.Name, i.Type), cancellationToken);

    /// <summary>The whole roster, by name.</summary>
    public async Task<IReadOnlyList<Institution>> AllAsync(DataConnection db, CancellationToken cancellationToken) =>
        await db.GetTable<InstitutionRecord>()
            .Where(i => !i.Archived)
            .OrderBy(i => i.Name)
            .Select(i => new Institution(i.Id, i.Name, i.Type))
            .ToListAsync(cancellationToken);

    /// <summary>How many institutions of the roster have somebody who acts for them.</summary>
    public Task<int> CountJoinedAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.GetTable<InstitutionRecord>()
            .Where(i => !i.Archived)
            .CountAsync(
                i => db.GetTable<MembershipRecord>().Any(m => m.InstitutionId == i.Id && m.Since <= now && (m.Until == null || m.Until > now)),
                cancellationToken);
    }
}
