using LinqToDB;
using LinqToDB.Data;

namespace Sferum.Bot.Orders;

/// <summary>Which rows of the table give a right now: the one place that knows.</summary>
internal static class Memberships
{
    /// <summary><see cref="At"/> as a condition of hand-written SQL, of membership m and institution i at the instant @now.</summary>
    public const string AtNow = "not i.archived and m.since <= @now and (m.until is null or m.until > @now)";

    /// <summary>The same of those that are in force at @now or begin up to the instant @then.</summary>
    public const string FromNowOn = "not i.archived and m.since <= @then and (m.until is null or m.until > @now)";

    /// <summary>Those in force at this instant; for an archived institution nobody acts.</summary>
    public static IQueryable<MembershipRecord> At(DataConnection db, DateTimeOffset now) =>
        from m in db.GetTable<MembershipRecord>()
        join i in db.GetTable<InstitutionRecord>() on m.InstitutionId equals i.Id
        where !i.Archived && m.Since <= now && (m.Until == null || m.Until > now)
        select m;

    /// <summary>That of a head of this institution.</summary>
    public static IQueryable<MembershipRecord> OfHead(DataConnection db, long personId, long institutionId, DateTimeOffset now) =>
        At(db, now).Where(m => m.PersonId == personId && m.InstitutionId == institutionId && m.Role == PostRole.Head);
}
