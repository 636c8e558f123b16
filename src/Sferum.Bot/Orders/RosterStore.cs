using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>The institutions of the district.</summary>
public sealed class RosterStore(JournalStore journal, ClaimStore claims, TimeProvider clock)
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
        DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var numbers = trip.Numbers("ids", ids);
        var found = trip.Ask(
            $"select i.id, i.name, i.type from institution i where {numbers.Has("i.id")}", row => new Institution(row.Long(0), row.Text(1), row.Text(2)), numbers.Parameter);
        await trip.RunAsync(cancellationToken);
        return found.Rows.ToDictionary(institution => institution.Id);
    }

    /// <summary>The whole roster, by name.</summary>
    public async Task<IReadOnlyList<Institution>> AllAsync(DataConnection db, CancellationToken cancellationToken) =>
        await db.GetTable<InstitutionRecord>()
            .Where(i => !i.Archived)
            .OrderBy(i => i.Name)
            .Select(i => new Institution(i.Id, i.Name, i.Type))
            .ToListAsync(cancellationToken);

    /// <summary>How many institutions of the roster have a head who has claimed his code.</summary>
    public Task<int> CountJoinedAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Memberships.At(db, now).Where(m => m.Role == PostRole.Head).Select(m => m.InstitutionId).Distinct().CountAsync(cancellationToken);
    }

    /// <summary>Every institution, archived ones too, as a roster file is compared with it.</summary>
    internal async Task<IReadOnlyList<KnownInstitution>> KnownAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var headed = (await db.GetTable<MembershipRecord>()
            .Where(m => m.Role == PostRole.Head && m.Since <= now && (m.Until == null || m.Until > now))
            .Select(m => m.InstitutionId)
            .Distinct()
            .ToListAsync(cancellationToken)).ToHashSet();
        var codes = (await db.GetTable<ClaimCodeRecord>()
            .Where(c => c.Role == PostRole.Head && c.UsedAt == null && c.RevokedAt == null && c.ExpiresAt > now)
            .GroupBy(c => c.InstitutionId)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken)).ToDictionary(g => g.Id, g => g.Count);
        var institutions = await db.GetTable<InstitutionRecord>().OrderBy(i => i.Id).ToListAsync(cancellationToken);
        return
        [
            .. institutions.Select(i => new KnownInstitution(
                i.Id, i.Name, i.Type, i.ExternalKey, i.HeadNote ?? "", i.Archived, headed.Contains(i.Id), codes.GetValueOrDefault(i.Id))),
        ];
    }

    /// <summary>
    /// Does what the plan says, each change with its entry in the journal. The plan must have been made within the same
    /// transaction, after <see cref="JournalStore.LockAsync"/>.
    /// </summary>
    internal async Task ApplyAsync(DataConnection db, long actorId, RosterPlan plan, CancellationToken cancellationToken)
    {
        await SetNamesAsideAsync(db, plan, cancellationToken);
        foreach (var change in plan.Changes.OrderBy(change => change is RosterChange.Add))
        {
            switch (change)
            {
                case RosterChange.Add add:
                    await AddAsync(db, actorId, add.After, cancellationToken);
                    break;
                case RosterChange.Update update:
                    await WriteAsync(db, update.After, cancellationToken);
                    await journal.AppendAsync(
                        db, new JournalEntry(actorId, "institution_changed", OrdersJson.Write(Differences(update.Before, update.After)), update.After.Id), cancellationToken);
                    break;
                case RosterChange.Archive archive:
                    await WriteAsync(db, archive.After, cancellationToken);
                    await journal.AppendAsync(db, new JournalEntry(actorId, "institution_archived", InstitutionId: archive.After.Id), cancellationToken);
                    await claims.RevokeAsync(db, actorId, archive.After.Id, cancellationToken);
                    break;
                case RosterChange.Keep or RosterChange.Missing:
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(plan), change, "unknown change");
            }
        }
    }

    private async Task AddAsync(DataConnection db, long actorId, KnownInstitution added, CancellationToken cancellationToken)
    {
        var id = await db.InsertWithInt64IdentityAsync(
            new InstitutionRecord { Name = added.Name, Type = added.Type, ExternalKey = added.Key, HeadNote = NoteOf(added), CreatedAt = clock.GetUtcNow() },
            token: cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(actorId, "institution_added", OrdersJson.Write([("name", added.Name), ("type", added.Type)]), id), cancellationToken);
    }

    /// <summary>Institutions may swap their names; names are unique at every moment.</summary>
    private static async Task SetNamesAsideAsync(DataConnection db, RosterPlan plan, CancellationToken cancellationToken)
    {
        var renamed = plan.Changes.OfType<RosterChange.Update>().Where(update => update.Before.Name != update.After.Name).ToList();
        var given = renamed.Select(update => update.After.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var id in renamed.Where(update => given.Contains(update.Before.Name)).Select(update => update.Before.Id))
        {
            await db.GetTable<InstitutionRecord>().Where(i => i.Id == id).Set(i => i.Name, $"#{id}").UpdateAsync(cancellationToken);
        }
    }

    private static Task<int> WriteAsync(DataConnection db, KnownInstitution after, CancellationToken cancellationToken) =>
        db.GetTable<InstitutionRecord>()
            .Where(i => i.Id == after.Id)
            .Set(i => i.Name, after.Name)
            .Set(i => i.Type, after.Type)
            .Set(i => i.ExternalKey, after.Key)
            .Set(i => i.HeadNote, NoteOf(after))
            .Set(i => i.Archived, after.Archived)
            .UpdateAsync(cancellationToken);

    private static string? NoteOf(KnownInstitution institution) => institution.Head.Length > 0 ? institution.Head : null;

    /// <summary>The head's name stays out: the journal is kept for good, a note about a person is not.</summary>
    private static IEnumerable<(string Name, string Value)> Differences(KnownInstitution before, KnownInstitution after)
    {
        if (before.Name != after.Name)
        {
            yield return ("name", $"{before.Name} → {after.Name}");
        }

        if (before.Type != after.Type)
        {
            yield return ("type", $"{before.Type} → {after.Type}");
        }

        if (before.Key != after.Key)
        {
            yield return ("key", $"{before.Key} → {after.Key}");
        }

        if (before.Head != after.Head)
        {
            yield return ("head_note", "changed");
        }

        if (before.Archived)
        {
            yield return ("archived", "restored");
        }
    }
}
