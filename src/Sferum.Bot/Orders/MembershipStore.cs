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
        var trip = RoundTrip.On(db);
        var institutions = trip.Numbers("institutions", institutionIds);
        var deputies = Ask(trip, institutions.Has("d.institution_id"), institutions.Parameter);
        await trip.RunAsync(cancellationToken);
        return deputies.Rows.ToLookup(d => d.InstitutionId);
    }

    /// <summary>Those of the institutions for which these persons act, or have acted.</summary>
    internal RoundTrip.Answer<Deputy> AskOfPersons(RoundTrip trip, IReadOnlyCollection<long> personIds)
    {
        var persons = trip.Numbers("persons", personIds);
        return Ask(trip, IsOf("d.institution_id", persons), persons.Parameter);
    }

    /// <summary>The condition that a column holds an institution for which one of these persons acts, or has acted.</summary>
    internal static string IsOf(string column, NumberSet persons) => $"{column} in (select m.institution_id from membership m where {persons.Has("m.person_id")})";

    private RoundTrip.Answer<Deputy> Ask(RoundTrip trip, string which, DataParameter parameter) => trip.Ask(
        $"""
        select d.id, d.institution_id, d.person_id, d.since, d.until from membership d
        where d.role = @deputy and (d.until is null or d.until > @now) and {which}
        order by d.since, d.id
        """,
        row => new Deputy(row.Long(0), row.Long(1), row.Long(2), row.Instant(3), row.InstantOrNull(4)),
        parameter,
        new DataParameter("deputy", PostRole.Deputy, DataType.NVarChar),
        trip.Instant("now", clock.GetUtcNow()));

    /// <summary>Who heads the institution now.</summary>
    public async Task<IReadOnlyList<long>> HeadsAsync(DataConnection db, long institutionId, CancellationToken cancellationToken) =>
        await Memberships.At(db, clock.GetUtcNow())
            .Where(m => m.InstitutionId == institutionId && m.Role == PostRole.Head)
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);

    /// <summary>Who acts for the institution now, heads and deputies.</summary>
    public async Task<IReadOnlyList<long>> ActingAsync(DataConnection db, long institutionId, CancellationToken cancellationToken) =>
        await Memberships.At(db, clock.GetUtcNow()).Where(m => m.InstitutionId == institutionId).Select(m => m.PersonId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);

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
public sealed record Deputy(long MembershipId, long InstitutionId, long PersonId, DateTimeOffset Since, DateTimeOffset? Until);
