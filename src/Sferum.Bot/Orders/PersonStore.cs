using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>People who have written to the bot: what they agreed to and for whom they act.</summary>
public sealed class PersonStore(JournalStore journal, TimeProvider clock)
{
    /// <summary>Known persons among <paramref name="personIds"/> with the institutions for which they act now.</summary>
    public async Task<IReadOnlyDictionary<long, Person>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = await db.GetTable<PersonRecord>().Where(p => personIds.Contains(p.PersonId)).ToListAsync(cancellationToken);
        var memberships = await (
                from m in db.GetTable<MembershipRecord>()
                join i in db.GetTable<InstitutionRecord>() on m.InstitutionId equals i.Id
                where personIds.Contains(m.PersonId) && m.Since <= now && (m.Until == null || m.Until > now) && !i.Archived
                orderby i.Name
                select new { m.PersonId, Institution = new Institution(i.Id, i.Name, i.Type) })
            .ToListAsync(cancellationToken);
        var byPerson = memberships.ToLookup(m => m.PersonId, m => m.Institution);
        return people.ToDictionary(
            p => p.PersonId,
            p => new Person(p.PersonId, p.Teacher, p.ConsentVersion, p.Muted, p.InstitutionId, [.. byPerson[p.PersonId]]));
    }

    /// <summary>Knows the person from now on; harmless when already known.</summary>
    public Task MeetAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        db.ExecuteAsync(
            """
            insert into person (person_id, teacher, muted, met_at) values (@person, @no, @no, @now)
            on conflict (person_id) do nothing
            """,
            new { person = personId, no = false, now = clock.GetUtcNow() },
            cancellationToken);

    public async Task<WriteResult> ConsentAsync(DataConnection db, long personId, string textVersion, CancellationToken cancellationToken)
    {
        var updated = await db.GetTable<PersonRecord>()
            .Where(p => p.PersonId == personId && (p.ConsentVersion == null || p.ConsentVersion != textVersion))
            .Set(p => p.ConsentVersion, textVersion)
            .Set(p => p.ConsentAt, clock.GetUtcNow())
            .UpdateAsync(cancellationToken);
        if (updated == 0)
        {
            return WriteResult.Unchanged;
        }

        await journal.AppendAsync(db, new JournalEntry(personId, "consented", OrdersJson.Write([("text", textVersion)])), cancellationToken);
        return WriteResult.Done;
    }

    public async Task<WriteResult> MuteAsync(DataConnection db, long personId, bool muted, CancellationToken cancellationToken) =>
        Changed(await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId && p.Muted != muted).Set(p => p.Muted, muted).UpdateAsync(cancellationToken));

    public async Task<WriteResult> BecomeTeacherAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        Changed(await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId && !p.Teacher).Set(p => p.Teacher, true).UpdateAsync(cancellationToken));

    /// <summary>Acts for this institution from now on; only for one that is the person's.</summary>
    public async Task<WriteResult> ChooseInstitutionAsync(DataConnection db, long personId, long institutionId, CancellationToken cancellationToken)
    {
        if (!await ActsForAsync(db, personId, institutionId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId).Set(p => p.InstitutionId, institutionId).UpdateAsync(cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Whether the person may report for the institution now; for an archived one nobody may.</summary>
    public Task<bool> ActsForAsync(DataConnection db, long personId, long institutionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (
                from m in db.GetTable<MembershipRecord>()
                join i in db.GetTable<InstitutionRecord>() on m.InstitutionId equals i.Id
                where m.PersonId == personId && m.InstitutionId == institutionId && !i.Archived
                    && m.Since <= now && (m.Until == null || m.Until > now)
                select m.Id)
            .AnyAsync(cancellationToken);
    }

    private static WriteResult Changed(int rows) => rows > 0 ? WriteResult.Done : WriteResult.Unchanged;
}

/// <param name="InstitutionId">The institution last chosen, if there are several.</param>
/// <param name="Institutions">Those the person acts for now, by name.</param>
public sealed record Person(
    long Id, bool Teacher, string? ConsentVersion, bool Muted, long? InstitutionId, IReadOnlyList<Institution> Institutions)
{
    /// <summary>The institution the person acts for: the chosen one, else the only or first one.</summary>
    public Institution? Current => Institutions.FirstOrDefault(i => i.Id == InstitutionId) ?? (Institutions.Count > 0 ? Institutions[0] : null);
}

/// <param name="Type">МОУ, МДОУ, УДО: as the orders spell it.</param>
public sealed record Institution(long Id, string Name, string Type);
