using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders.InForce;

/// <summary>Orders that the specialist has uploaded, and from when they are in force. Nothing is ever deleted; every change is journaled.</summary>
public sealed class OrderVersionStore(JournalStore journal, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>So many days ahead may be decided.</summary>
    public const int FurthestDays = 366;

    private const string Columns = "v.id, v.number, v.body, v.sha256, v.uploaded_by, v.uploaded_at";

    private DateOnly Today => office.Value.GetZone().DayOf(clock.GetUtcNow());

    /// <param name="order">Compiled without faults.</param>
    /// <returns>The version; when the newest one of this number has the same text, that one and <see cref="WriteResult.Unchanged"/>.</returns>
    public async Task<(WriteResult Result, long Id)> AddAsync(DataConnection db, long actorId, Order order, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, actorId, cancellationToken))
        {
            return (WriteResult.NotAllowed, 0);
        }

        await JournalStore.LockAsync(db, cancellationToken);
        var hash = HashOf(order.File);
        var before = RoundTrip.On(db);
        var newest = before.Ask(
            "select v.id, v.sha256 from order_version v where v.number = @number order by v.id desc limit 1",
            row => (Id: row.Long(0), Hash: row.Text(1)),
            Number(order.Number));
        await before.RunAsync(cancellationToken);
        if (newest.Rows is [var (known, same)] && same == hash)
        {
            return (WriteResult.Unchanged, known);
        }

        var trip = RoundTrip.On(db);
        var added = trip.Ask(
            """
            insert into order_version (number, body, sha256, uploaded_by, uploaded_at) values (@number, @body, @hash, @by, @now) returning id
            """,
            row => row.Long(0),
            Number(order.Number),
            new DataParameter("body", order.File, DataType.NVarChar),
            new DataParameter("hash", hash, DataType.NVarChar),
            new DataParameter("by", actorId),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, actorId, "order_uploaded", order.Number, [("version", Text(added.Rows[0])), ("sha256", hash)], cancellationToken);
        return (WriteResult.Done, added.Rows[0]);
    }

    /// <summary>Puts a version in force from a day on.</summary>
    /// <param name="seen">The last term of this number that the person has seen; 0: none.</param>
    public async Task<WriteResult> PutInForceAsync(
        DataConnection db, long actorId, long versionId, DateOnly since, long seen, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, actorId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        await JournalStore.LockAsync(db, cancellationToken);
        return await FindAsync(db, versionId, cancellationToken) is { } version
            ? await DecideAsync(db, actorId, version.Number, version, since, seen, cancellationToken)
            : WriteResult.NotFound;
    }

    /// <summary>From that day on no order of this number is in force.</summary>
    /// <param name="seen">As in <see cref="PutInForceAsync"/>.</param>
    public async Task<WriteResult> EndAsync(DataConnection db, long actorId, string number, DateOnly since, long seen, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, actorId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        await JournalStore.LockAsync(db, cancellationToken);
        return await DecideAsync(db, actorId, number, null, since, seen, cancellationToken);
    }

    /// <summary>Takes back what was decided for a day that has not come yet.</summary>
    public async Task<WriteResult> RevokeAsync(DataConnection db, long actorId, long termId, CancellationToken cancellationToken)
    {
        if (!await SubstituteStore.IsSpecialistAsync(db, office.Value, clock, actorId, cancellationToken))
        {
            return WriteResult.NotAllowed;
        }

        await JournalStore.LockAsync(db, cancellationToken);
        if ((await TermsAsync(db, cancellationToken)).FirstOrDefault(known => known.Id == termId) is not { } term)
        {
            return WriteResult.NotFound;
        }

        if (!term.IsAhead(Today))
        {
            return WriteResult.Unchanged;
        }

        var trip = RoundTrip.On(db);
        trip.Do(
            "update order_term set revoked_by = @by, revoked_at = @now where id = @id",
            [new DataParameter("by", actorId), trip.Instant("now", clock.GetUtcNow()), new DataParameter("id", termId)]);
        await trip.RunAsync(cancellationToken);
        await AppendAsync(db, actorId, "order_plan_revoked", term.Number, [("term", Text(term.Id)), ("since", Text(term.Since))], cancellationToken);
        return WriteResult.Done;
    }

    /// <returns>Null when there is no such version.</returns>
    public async Task<OrderVersion?> FindAsync(DataConnection db, long id, CancellationToken cancellationToken) =>
        (await FindAsync(db, [id], cancellationToken)).SingleOrDefault();

    public async Task<IReadOnlyList<OrderVersion>> FindAsync(DataConnection db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var wanted = trip.Numbers("ids", ids);
        var found = trip.Ask($"select {Columns} from order_version v where {wanted.Has("v.id")} order by v.id", Read, wanted.Parameter);
        await trip.RunAsync(cancellationToken);
        return found.Rows;
    }

    /// <summary>The newest version of each number, the newest first.</summary>
    public async Task<IReadOnlyList<OrderVersion>> NewestAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var newest = trip.Ask(
            $"""
            select {Columns} from order_version v
            where v.id in (select max(o.id) from order_version o group by o.number)
            order by v.id desc
            """,
            Read);
        await trip.RunAsync(cancellationToken);
        return newest.Rows;
    }

    /// <summary>All that was ever decided, the oldest first.</summary>
    public async Task<IReadOnlyList<OrderTerm>> TermsAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var terms = trip.Ask(
            "select t.id, t.number, t.version_id, t.since, t.decided_by, t.decided_at, t.revoked_at from order_term t order by t.id",
            row => new OrderTerm(row.Long(0), row.Text(1), row.LongOrNull(2), row.Day(3), row.Long(4), row.Instant(5), row.InstantOrNull(6)));
        await trip.RunAsync(cancellationToken);
        return terms.Rows;
    }

    /// <summary>Another one whenever something was decided by whatever process; one short query, good to be asked every second or two.</summary>
    public async Task<string> VersionAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var version = trip.Ask("select coalesce(max(t.id), 0), count(t.revoked_at) from order_term t", row => $"{Text(row.Long(0))}-{Text(row.Long(1))}");
        await trip.RunAsync(cancellationToken);
        return version.Rows[0];
    }

    /// <summary>How many institutions of which type have something reported for which point of this order.</summary>
    public async Task<IReadOnlyList<ReportedPoint>> ReportedAsync(DataConnection db, string number, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var reported = trip.Ask(
            """
            select r.point, i.type, count(*) from report r join institution i on i.id = r.institution_id
            where r.order_number = @number and r.status <> 'withdrawn' and not i.archived
            group by r.point, i.type order by r.point, i.type
            """,
            row => new ReportedPoint(row.Text(0), row.Text(1), (int)row.Long(2)),
            Number(number));
        await trip.RunAsync(cancellationToken);
        return reported.Rows;
    }

    private async Task<WriteResult> DecideAsync(
        DataConnection db, long actorId, string number, OrderVersion? version, DateOnly since, long seen, CancellationToken cancellationToken)
    {
        if (since < Today || since > Today.AddDays(FurthestDays))
        {
            return WriteResult.Incomplete;
        }

        var ofNumber = (await TermsAsync(db, cancellationToken)).Where(term => term.Number == number).ToList();
        if ((ofNumber.Count > 0 ? ofNumber[^1].Id : 0) != seen)
        {
            return WriteResult.Outdated;
        }

        var trip = RoundTrip.On(db);
        var term = trip.Ask(
            """
            insert into order_term (number, version_id, since, decided_by, decided_at) values (@number, @version, @since, @by, @now) returning id
            """,
            row => row.Long(0),
            Number(number),
            new DataParameter("version", version?.Id, DataType.Int64),
            new DataParameter("since", since, DataType.Date),
            new DataParameter("by", actorId),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        (string, string)[] data = [("term", Text(term.Rows[0])), ("since", Text(since))];
        await (version is null
            ? AppendAsync(db, actorId, "order_ended", number, data, cancellationToken)
            : AppendAsync(db, actorId, "order_in_force", number, [.. data, ("version", Text(version.Id)), ("sha256", version.Sha256)], cancellationToken));
        return WriteResult.Done;
    }

    private Task<long> AppendAsync(
        DataConnection db, long actorId, string action, string number, IEnumerable<(string, string)> data, CancellationToken cancellationToken) =>
        journal.AppendAsync(db, new JournalEntry(actorId, action, OrdersJson.Write(data), Order: number), cancellationToken);

    private static OrderVersion Read(Row row) => new(row.Long(0), row.Text(1), row.Text(2), row.Text(3), row.Long(4), row.Instant(5));

    private static DataParameter Number(string number) => new("number", number, DataType.NVarChar);

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record ReportedPoint(string Point, string Type, int Institutions);
