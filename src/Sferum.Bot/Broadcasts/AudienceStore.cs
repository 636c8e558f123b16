using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Broadcasts;

/// <summary>Whom an audience means now, and audiences kept under a name.</summary>
public sealed class AudienceStore(DistrictStore district, TimeProvider clock)
{
    /// <summary>Everybody whom it concerns, each person once, by the names of the institutions; who can't be written to with the reason.</summary>
    public Task<ImmutableArray<Addressee>> ResolveAsync(DataConnection db, Audience audience, CancellationToken cancellationToken) => audience switch
    {
        Audience.Everybody everybody => ActingAsync(db, i => everybody.Types.IsDefaultOrEmpty || everybody.Types.Contains(i.Type), cancellationToken),
        Audience.Asked { Query: var query } => ActingAsync(db, query, cancellationToken),
        Audience.Picked picked => ActingAsync(db, i => picked.Institutions.Contains(i.Id), cancellationToken),
        Audience.Teachers => TeachersAsync(db, cancellationToken),
        Audience.Unreached unreached => UnreachedAsync(db, unreached.BroadcastId, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience.GetType().Name, "unknown audience"),
    };

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedAudience>> SavedAsync(DataConnection db, int most, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var saved = trip.Ask(
            "select a.id, a.name, a.audience from saved_audience a order by a.name limit @most",
            row => new SavedAudience(row.Long(0), row.Text(1), row.Text(2)),
            new DataParameter("most", most));
        await trip.RunAsync(cancellationToken);
        return saved.Rows;
    }

    /// <summary>Under a name that is taken already the new one takes the place of the old.</summary>
    /// <param name="audience">In the words in which the dialogs ask for it.</param>
    public async Task SaveAsync(DataConnection db, long personId, string name, string audience, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do(
            """
            insert into saved_audience (name, audience, saved_by, saved_at) values (@name, @audience, @person, @now)
            on conflict (name) do update set audience = excluded.audience, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """,
            [new DataParameter("name", name, DataType.NVarChar), new DataParameter("audience", audience, DataType.NVarChar), new DataParameter("person", personId), trip.Instant("now", clock.GetUtcNow())]);
        await trip.RunAsync(cancellationToken);
    }

    public async Task<WriteResult> ForgetAsync(DataConnection db, long id, CancellationToken cancellationToken)
    {
        var removed = 0;
        var trip = RoundTrip.On(db);
        trip.Do("delete from saved_audience where id = @id", [new DataParameter("id", id)], rows => removed = rows);
        await trip.RunAsync(cancellationToken);
        return removed > 0 ? WriteResult.Done : WriteResult.Unchanged;
    }

    private async Task<ImmutableArray<Addressee>> ActingAsync(DataConnection db, DistrictQuery query, CancellationToken cancellationToken)
    {
        HashSet<long> meant = query switch
        {
            DistrictQuery.Standing standing => [.. (await district.AskAsync(db, standing, cancellationToken)).Found.Select(e => e.Institution.Id)],
            DistrictQuery.Changes changes => [.. (await district.AskAsync(db, changes, cancellationToken)).Changed.Select(c => c.Institution.Id)],
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "unknown query"),
        };
        return await ActingAsync(db, i => meant.Contains(i.Id), cancellationToken);
    }

    private async Task<ImmutableArray<Addressee>> ActingAsync(DataConnection db, Func<Institution, bool> isMeant, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var institutions = trip.Ask(
            "select i.id, i.name, i.type from institution i where not i.archived order by i.name, i.id", row => new Institution(row.Long(0), row.Text(1), row.Text(2)));
        var acting = trip.Ask(
            $"""
            select m.institution_id, m.person_id, p.muted, coalesce(pe.can_message, @yes), pe.unreachable_code
            from membership m
            join institution i on i.id = m.institution_id
            join person p on p.person_id = m.person_id
            left join peer pe on pe.peer_id = m.person_id
            where {Memberships.AtNow}
            order by m.id
            """,
            row => (Institution: row.Long(0), Person: row.Long(1), Obstacle: ObstacleOf(row.Flag(2), row.Flag(3), row.IntOrNull(4))),
            trip.Instant("now", clock.GetUtcNow()),
            new DataParameter("yes", true, DataType.Boolean));
        await trip.RunAsync(cancellationToken);

        var byInstitution = acting.Rows.ToLookup(a => a.Institution);
        var meant = institutions.Rows.Where(isMeant).ToList();
        var found = meant
            .SelectMany(i => byInstitution[i.Id].Select(a => (InstitutionId: i.Id, Acting: a)))
            .GroupBy(a => a.Acting.Person)
            .Select(person => new Addressee(
                person.Key, [.. person.Select(p => p.InstitutionId).Distinct()], person.First().Acting.Obstacle.Reason, person.First().Acting.Obstacle.Code))
            .Concat(meant.Where(i => !byInstitution[i.Id].Any()).Select(i => new Addressee(null, [i.Id], RecipientState.Absent, null)));
        var places = meant.Index().ToDictionary(i => i.Item.Id, i => i.Index);
        return [.. found.OrderBy(a => places[a.Institutions[0]])];
    }

    private static async Task<ImmutableArray<Addressee>> TeachersAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var teachers = trip.Ask(
            """
            select p.person_id, p.muted, coalesce(pe.can_message, @yes), pe.unreachable_code
            from person p left join peer pe on pe.peer_id = p.person_id
            where p.news order by p.person_id
            """,
            row => (Person: row.Long(0), Obstacle: ObstacleOf(row.Flag(1), row.Flag(2), row.IntOrNull(3))),
            new DataParameter("yes", true, DataType.Boolean));
        await trip.RunAsync(cancellationToken);
        return [.. teachers.Rows.Select(t => new Addressee(t.Person, [], t.Obstacle.Reason, t.Obstacle.Code))];
    }

    /// <summary>
    /// Who acts now for the institutions that it should have reached and did not, without those who have it, from it or from
    /// an earlier attempt to make up for it.
    /// </summary>
    private async Task<ImmutableArray<Addressee>> UnreachedAsync(DataConnection db, long broadcastId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var rows = trip.Ask(
            """
            select r.person_id, r.institutions, r.state, r.broadcast_id from broadcast_recipient r
            where r.broadcast_id = @id or r.broadcast_id in (select b.id from broadcast b where b.audience = @again)
            """,
            row => (Person: row.LongOrNull(0), Institutions: BroadcastStore.NumbersOf(row.Text(1)), State: row.Text(2), IsFirst: row.Long(3) == broadcastId),
            new DataParameter("id", broadcastId),
            new DataParameter("again", new Audience.Unreached(broadcastId).ToJson(), DataType.NVarChar));
        await trip.RunAsync(cancellationToken);

        var missed = rows.Rows.Where(r => r.IsFirst && RecipientState.Retryable.Contains(r.State)).ToList();
        var having = rows.Rows.Where(r => r.State is RecipientState.Sent or RecipientState.Queued or RecipientState.Waiting).Select(r => r.Person).OfType<long>().ToHashSet();
        var institutions = missed.SelectMany(m => m.Institutions).ToHashSet();
        var people = missed.Select(m => m.Person).OfType<long>().ToHashSet();
        var acting = institutions.Count == 0 ? [] : await ActingAsync(db, i => institutions.Contains(i.Id), cancellationToken);
        var teachers = missed.Exists(m => m.Institutions.Length == 0) ? await TeachersAsync(db, cancellationToken) : [];
        return
        [
            .. acting.Where(a => a.PersonId is not { } person || !having.Contains(person)),
            .. teachers.Where(t => t.PersonId is { } person && people.Contains(person) && !having.Contains(person)),
        ];
    }

    private static (string? Reason, int? Code) ObstacleOf(bool muted, bool canMessage, int? code) =>
        muted ? (RecipientState.Muted, null) : canMessage ? (null, null) : (RecipientState.Forbidden, code);
}
