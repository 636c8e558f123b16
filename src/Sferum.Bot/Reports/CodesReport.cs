using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>Institutions that nobody heads yet, and what became of their codes.</summary>
public sealed class CodesReport(TimeProvider clock)
{
    /// <summary>By name.</summary>
    public async Task<CodesState> OfAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var open = trip.Ask(
            $"""
            select i.id, i.name, i.type, (select max(c.expires_at) from claim_code c
                where c.institution_id = i.id and c.role = 'head' and c.used_at is null and c.revoked_at is null)
            from institution i
            where not i.archived and not exists (
                select 1 from membership m where m.institution_id = i.id and m.role = 'head' and {Memberships.AtNow})
            order by i.name, i.id
            """,
            row => new UnclaimedInstitution(new Institution(row.Long(0), row.Text(1), row.Text(2)), row.InstantOrNull(3)),
            trip.Instant("now", clock.GetUtcNow()));
        var last = trip.Ask("select coalesce(max(c.id), 0) from claim_code c", row => row.Long(0));
        await trip.RunAsync(cancellationToken);
        return new CodesState(open.Rows, last.Rows[0]);
    }
}

/// <param name="Last">Number of the last code there is: another one when codes were issued meanwhile.</param>
public sealed record CodesState(IReadOnlyList<UnclaimedInstitution> Institutions, long Last);

/// <param name="CodeUntil">Until when its code is, or was, good; null when it has none.</param>
public sealed record UnclaimedInstitution(Institution Institution, DateTimeOffset? CodeUntil);
