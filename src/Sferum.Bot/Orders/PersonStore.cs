using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>People who have written to the bot: what they agreed to and for whom they act.</summary>
public sealed class PersonStore(Database database, JournalStore journal, TimeProvider clock)
{
    /// <summary>How many teachers of institution i have said that their role is confirmed.</summary>
    private const string Confirmed = "(select count(*) from teacher c where c.institution_id = i.id and c.confirmed_at is not null)";

    /// <summary>Known persons among <paramref name="personIds"/> with the posts by which they act now.</summary>
    public async Task<IReadOnlyDictionary<long, Person>> LoadAsync(
        DataConnection db, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var known = Ask(trip, personIds);
        await trip.RunAsync(cancellationToken);
        return known();
    }

    /// <inheritdoc cref="LoadAsync"/>
    internal Func<IReadOnlyDictionary<long, Person>> Ask(RoundTrip trip, IReadOnlyCollection<long> personIds)
    {
        var ids = trip.Numbers("persons", personIds);
        var people = trip.Ask(
            $"""
            select p.person_id, p.teacher, p.consent_version, p.muted, p.institution_id, t.confirmed_at, i.id, i.name, i.type, i.teachers, {Confirmed}, p.news
            from person p
            left join teacher t on t.person_id = p.person_id
            left join institution i on i.id = t.institution_id and not i.archived
            where {ids.Has("p.person_id")}
            """,
            row => new Person(row.Long(0), row.Flag(1), row.TextOrNull(2), row.Flag(3), row.LongOrNull(4), [])
            {
                News = row.Flag(11),
                Work = row.LongOrNull(6) is { } id
                    ? new Work(new Institution(id, row.Text(7), row.Text(8)), new Staff(row.Int(10), row.IntOrNull(9)), row.InstantOrNull(5))
                    : null,
            },
            ids.Parameter);
        var posts = trip.Ask(
            $"""
            select m.person_id, i.id, i.name, i.type, m.role, m.since, m.until, i.teachers, {Confirmed}
            from membership m join institution i on i.id = m.institution_id
            where {ids.Has("m.person_id")} and {Memberships.AtNow}
            order by i.name, m.id
            """,
            row => (PersonId: row.Long(0), Post: new Post(new Institution(row.Long(1), row.Text(2), row.Text(3)), row.Text(4), row.Instant(5), row.InstantOrNull(6))
            {
                Staff = new Staff(row.Int(8), row.IntOrNull(7)),
            }),
            ids.Parameter,
            database.Instant("now", clock.GetUtcNow()));
        return () =>
        {
            var byPerson = posts.Rows.ToLookup(m => m.PersonId, m => m.Post);
            return people.Rows.ToDictionary(p => p.Id, p => p with { Posts = [.. byPerson[p.Id]] });
        };
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

    /// <param name="textVersion">Of the words that the person was shown.</param>
    /// <param name="text">The words, kept once for each version; null: they are known already.</param>
    public async Task<WriteResult> ConsentAsync(
        DataConnection db, long personId, string textVersion, CancellationToken cancellationToken, string? text = null)
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

        if (text is not null)
        {
            var trip = RoundTrip.On(db);
            trip.Do(
                "insert into consent_text (version, body, first_agreed_at) values (@version, @body, @now) on conflict (version) do nothing",
                [new DataParameter("version", textVersion, DataType.NVarChar), new DataParameter("body", text, DataType.NVarChar), trip.Instant("now", clock.GetUtcNow())]);
            await trip.RunAsync(cancellationToken);
        }

        await journal.AppendAsync(db, new JournalEntry(personId, "consented", OrdersJson.Write([("text", textVersion)])), cancellationToken);
        return WriteResult.Done;
    }

    public async Task<WriteResult> MuteAsync(DataConnection db, long personId, bool muted, CancellationToken cancellationToken) =>
        Changed(await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId && p.Muted != muted).Set(p => p.Muted, muted).UpdateAsync(cancellationToken));

    /// <summary>The person wants to hear what is new, or no more.</summary>
    public async Task<WriteResult> AskForNewsAsync(DataConnection db, long personId, bool wanted, CancellationToken cancellationToken) =>
        Changed(await db.GetTable<PersonRecord>().Where(p => p.PersonId == personId && p.News != wanted).Set(p => p.News, wanted).UpdateAsync(cancellationToken));

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
