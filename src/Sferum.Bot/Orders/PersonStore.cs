using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>People who have written to the bot: what they agreed to and for whom they act.</summary>
public sealed class PersonStore(Database database, JournalStore journal, TimeProvider clock)
{
    /// <summary>Known persons among <paramref name="personIds"/> with the posts by which they act now.</summary>
    public async Task<IReadOnlyDictionary<long, Person>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = new IdSet(personIds);
        var people = await (
                from p in db.GetTable<PersonRecord>()
                from t in db.GetTable<TeacherRecord>().LeftJoin(t => t.PersonId == p.PersonId)
                from i in db.GetTable<InstitutionRecord>().LeftJoin(i => i.Id == t.InstitutionId && !i.Archived)
                where p.PersonId.IsIn(ids)
                select new
                {
                    Person = p,
                    t.ConfirmedAt,
                    InstitutionId = (long?)i.Id,
                    i.Name,
                    i.Type,
                    i.Teachers,
                    Confirmed = db.GetTable<TeacherRecord>().Count(c => c.InstitutionId == i.Id && c.ConfirmedAt != null),
                })
            .ToListAsync(cancellationToken);
        var posts = await (
                from m in Memberships.At(db, now)
                join i in db.GetTable<InstitutionRecord>() on m.InstitutionId equals i.Id
                where m.PersonId.IsIn(ids)
                orderby i.Name, m.Id
                select new
                {
                    m.PersonId,
                    Post = new Post(new Institution(i.Id, i.Name, i.Type), m.Role, m.Since, m.Until),
                    i.Teachers,
                    Confirmed = db.GetTable<TeacherRecord>().Count(c => c.InstitutionId == i.Id && c.ConfirmedAt != null),
                })
            .ToListAsync(cancellationToken);
        var byPerson = posts.ToLookup(m => m.PersonId, m => m.Post with { Staff = new Staff(m.Confirmed, m.Teachers) });
        return people.ToDictionary(
            p => p.Person.PersonId,
            p => new Person(p.Person.PersonId, p.Person.Teacher, p.Person.ConsentVersion, p.Person.Muted, p.Person.InstitutionId, [.. byPerson[p.Person.PersonId]])
            {
                Work = p.InstitutionId is { } id ? new Work(new Institution(id, p.Name, p.Type), new Staff(p.Confirmed, p.Teachers), p.ConfirmedAt) : null,
            });
    }

    /// <summary>Knows these people from now on; harmless for those already known.</summary>
    public Task MeetAsync(DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        // In one order everywhere, so that two workers can't wait for each other's rows.
        var rows = database.Rows("r", RowSet.Column.Of("person_id", personIds.Order()));
        return db.ExecuteAsync(
            $"insert into person (person_id, teacher, muted, met_at) select r.person_id, @no, @no, @now from {rows.Sql} where true on conflict (person_id) do nothing",
            cancellationToken,
            [new DataParameter("no", false, DataType.Boolean), database.Instant("now", clock.GetUtcNow()), .. rows.Parameters]);
    }

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
    public Task<bool> ActsForAsync(DataConnection db, long personId, long institutionId, CancellationToken cancellationToken) =>
        Memberships.At(db, clock.GetUtcNow()).AnyAsync(m => m.PersonId == personId && m.InstitutionId == institutionId, cancellationToken);

    private static WriteResult Changed(int rows) => rows > 0 ? WriteResult.Done : WriteResult.Unchanged;
}
