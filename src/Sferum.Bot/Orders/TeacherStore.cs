using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>
/// Teachers who said where they work and that their role in Sferum is confirmed. It is their own word, so it counts and gives
/// no right. The journal, which is kept for good, hears nothing of it.
/// </summary>
public sealed class TeacherStore(PersonStore people, JournalStore journal, TimeProvider clock)
{
    /// <summary>More teachers than this in one institution is a slip of the keyboard.</summary>
    public const int MostTeachers = 9_999;

    /// <summary>The person works there from now on; what he has said of the institution before is forgotten.</summary>
    public async Task<WriteResult> ChooseAsync(DataConnection db, long personId, long institutionId, CancellationToken cancellationToken)
    {
        if (!await HasConsentedAsync(db, personId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        if (!await db.GetTable<InstitutionRecord>().AnyAsync(i => i.Id == institutionId && !i.Archived, cancellationToken))
        {
            return WriteResult.NotFound;
        }

        var changed = await db.ExecuteAsync(
            """
            insert into teacher (person_id, institution_id) values (@person, @institution)
            on conflict (person_id) do update set institution_id = excluded.institution_id, confirmed_at = null
            where teacher.institution_id <> excluded.institution_id
            """,
            cancellationToken,
            new DataParameter("person", personId, DataType.Int64),
            new DataParameter("institution", institutionId, DataType.Int64));
        return changed > 0 ? WriteResult.Done : WriteResult.Unchanged;
    }

    /// <summary>The person no longer says where he works.</summary>
    public async Task<WriteResult> ForgetAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        await db.GetTable<TeacherRecord>().Where(t => t.PersonId == personId).DeleteAsync(cancellationToken) > 0 ? WriteResult.Done : WriteResult.Unchanged;

    /// <summary>The person's role is confirmed, or he takes that back.</summary>
    /// <param name="institutionId">Where he saw himself working; <see cref="WriteResult.Outdated"/> when he has named another one since.</param>
    public async Task<WriteResult> ConfirmAsync(DataConnection db, long personId, long institutionId, bool confirmed, CancellationToken cancellationToken)
    {
        if (confirmed && !await HasConsentedAsync(db, personId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        var his = db.GetTable<TeacherRecord>().Where(t => t.PersonId == personId && t.InstitutionId == institutionId);
        var changed = confirmed
            ? await his.Where(t => t.ConfirmedAt == null).Set(t => t.ConfirmedAt, clock.GetUtcNow()).UpdateAsync(cancellationToken)
            : await his.Where(t => t.ConfirmedAt != null).Set(t => t.ConfirmedAt, (DateTimeOffset?)null).UpdateAsync(cancellationToken);
        return changed > 0 ? WriteResult.Done
            : await his.AnyAsync(cancellationToken) ? WriteResult.Unchanged
            : WriteResult.Outdated;
    }

    /// <summary>Who acts for the institution says how many teachers it has.</summary>
    /// <returns><see cref="WriteResult.Incomplete"/> for a number that can't be.</returns>
    public async Task<WriteResult> CountAsync(DataConnection db, long personId, long institutionId, int teachers, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        if (!await people.ActsForAsync(db, personId, institutionId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        if (teachers is < 1 or > MostTeachers)
        {
            return WriteResult.Incomplete;
        }

        var changed = await db.GetTable<InstitutionRecord>()
            .Where(i => i.Id == institutionId && (i.Teachers == null || i.Teachers != teachers))
            .Set(i => i.Teachers, teachers)
            .UpdateAsync(cancellationToken);
        if (changed == 0)
        {
            return WriteResult.Unchanged;
        }

        await journal.AppendAsync(
            db, new JournalEntry(personId, "teachers_counted", OrdersJson.Write([("teachers", $"{teachers}")]), institutionId), cancellationToken);
        return WriteResult.Done;
    }

    /// <summary>Of the institutions in the roster.</summary>
    public async Task<StaffTotal> TotalAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var roster = db.GetTable<InstitutionRecord>().Where(i => !i.Archived);
        var confirmed =
            from t in db.GetTable<TeacherRecord>()
            join i in roster on t.InstitutionId equals i.Id
            where t.ConfirmedAt != null
            select i;
        return new StaffTotal(
            await confirmed.CountAsync(cancellationToken),
            await confirmed.CountAsync(i => i.Teachers != null, cancellationToken),
            await roster.SumAsync(i => i.Teachers ?? 0, cancellationToken));
    }

    private static Task<bool> HasConsentedAsync(DataConnection db, long personId, CancellationToken cancellationToken) =>
        db.GetTable<PersonRecord>().AnyAsync(p => p.PersonId == personId && p.ConsentVersion != null, cancellationToken);
}
