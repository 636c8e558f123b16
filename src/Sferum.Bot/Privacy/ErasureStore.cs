using System.Globalization;
using System.Text.RegularExpressions;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Privacy;

/// <summary>
/// Deletes a person and leaves what is the institution's: rows that are his go, in all others a negative number takes the place
/// of his, as <see cref="StoredData"/> says of each column. The journal's chain holds: its entries have marks, and what a mark
/// stands for is deleted here (<see cref="JournalSeals"/>).
/// </summary>
public sealed class ErasureStore(JournalStore journal, SubstituteStore substitutes, RemovedContentStore contents, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>Of a person whom the office's settings hold nothing is deleted: they would bring him back.</summary>
    /// <param name="by">Why, for the journal: <c>chat</c>, <c>request</c> or <c>silence</c>.</param>
    public async Task<Erasure> EraseAsync(DataConnection db, long personId, string by, CancellationToken cancellationToken)
    {
        if (personId <= 0)
        {
            return new Erasure.Nothing();
        }

        if (substitutes.LastingOf(personId) != DeskRole.None)
        {
            return new Erasure.HeldBySettings();
        }

        await JournalStore.LockAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        var headless = await WithoutHeadAsync(db, personId, cancellationToken);
        var (alias, mark) = await AliasAsync(db, personId, now, cancellationToken);
        await EndRightsAsync(db, personId, now, cancellationToken);
        await contents.RemoveUnusedAsync(db, personId, now, cancellationToken);
        await RemoveMadeAsync(db, personId, now, cancellationToken);
        var changed = await WriteAsync(db, personId, alias, cancellationToken);
        if (changed == 0)
        {
            await ForgetAliasAsync(db, alias, cancellationToken);
            return new Erasure.Nothing();
        }

        await ForgetMentionsAsync(db, personId, cancellationToken);
        await journal.AppendAsync(
            db, new JournalEntry(0, JournalStore.Erased, OrdersJson.Write(mark is null ? [("by", by)] : [("by", by), (JournalStore.ErasedMark, mark)])), cancellationToken);
        return new Erasure.Done(headless);
    }

    /// <summary>Institutions that nobody heads any more without him.</summary>
    private async Task<IReadOnlyList<Institution>> WithoutHeadAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var orphans = trip.Ask(
            $"""
            select distinct i.id, i.name, i.type from membership m join institution i on i.id = m.institution_id
            where m.person_id = @person and m.role = @head and {Memberships.AtNow}
                and not exists (
                    select 1 from membership o
                    where o.institution_id = i.id and o.role = @head and o.person_id <> @person and o.since <= @now and (o.until is null or o.until > @now))
            """,
            row => new Institution(row.Long(0), row.Text(1), row.Text(2)),
            new DataParameter("person", personId),
            new DataParameter("head", PostRole.Head, DataType.NVarChar),
            trip.Instant("now", clock.GetUtcNow()));
        await trip.RunAsync(cancellationToken);
        return orphans.Rows;
    }

    /// <summary>The number that stands for him from now on, and the mark by which the journal names him, if it does.</summary>
    private static async Task<(long Alias, string? Mark)> AliasAsync(DataConnection db, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var alias = trip.Ask(
            $"""
            insert into erased_person (mark, erased_at)
            select (select s.mark from journal_seal s where s.person_id = @person and s.kind = '{JournalSealRecord.OfPerson}'), @now
            returning id, mark
            """,
            row => (-row.Long(0), row.TextOrNull(1)),
            new DataParameter("person", personId),
            trip.Instant("now", now));
        await trip.RunAsync(cancellationToken);
        return alias.Rows[0];
    }

    private static async Task ForgetAliasAsync(DataConnection db, long alias, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do("delete from erased_person where id = @id", [new DataParameter("id", -alias)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Codes that he made open no door any more, and he stands in for nobody.</summary>
    private async Task EndRightsAsync(DataConnection db, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        trip.Do(
            "update claim_code set revoked_at = @now where issued_by = @person and used_at is null and revoked_at is null",
            [trip.Instant("now", now), new DataParameter("person", personId)]);
        trip.Do(
            "update substitute set ended_at = @now where person_id = @person and ended_at is null and until >= @today",
            [trip.Instant("now", now), new DataParameter("person", personId), new DataParameter("today", office.Value.GetZone().DayOf(now), DataType.Date)]);
        await trip.RunAsync(cancellationToken);
    }

    /// <summary>Files that the bot made for him, as his own export is one.</summary>
    private static async Task RemoveMadeAsync(DataConnection db, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var sent = trip.Ask(
            """
            select m.content from outbox m where m.peer_id = @person and m.content like '%"Files":[{%'
            union all select m.content from outbox_done m where m.peer_id = @person and m.content like '%"Files":[{%'
            """,
            row => row.Text(0),
            new DataParameter("person", personId));
        await trip.RunAsync(cancellationToken);
        var files = sent.Rows.Select(MessagingJson.ReadOutgoing).OfType<Outgoing.Text>().SelectMany(text => text.Files).Select(file => file.Sha256);
        await RemovedContentStore.NoteAsync(db, [.. files], now, cancellationToken);
    }

    private static async Task<int> WriteAsync(DataConnection db, long personId, long alias, CancellationToken cancellationToken)
    {
        var changed = 0;
        var trip = RoundTrip.On(db);
        foreach (var table in StoredData.Tables)
        {
            foreach (var column in table.Numbers)
            {
                if (column.OnErasure == OnErasure.RowGoes)
                {
                    trip.Do($"delete from {table.Name} where {column.Name} = @person", [new DataParameter("person", personId)], rows => changed += rows);
                }
                else
                {
                    trip.Do(
                        $"update {table.Name} set {column.Name} = @alias where {column.Name} = @person",
                        [new DataParameter("alias", alias), new DataParameter("person", personId)],
                        rows => changed += rows);
                }
            }
        }

        await trip.RunAsync(cancellationToken);
        return changed;
    }

    /// <summary>Texts that stay and name his page (<c>vk.com/id1</c>) or a file of his (<c>photo1_2</c>).</summary>
    private static async Task ForgetMentionsAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var number = personId.ToString(CultureInfo.InvariantCulture);
        var mention = new Regex($"(?<=(?:\\bid|photo|doc|video|audio|audio_message|graffiti|wall|\")){number}(?!\\d)", RegexOptions.CultureInvariant);
        foreach (var (table, column) in StoredData.Tables.SelectMany(t => t.Columns.Where(c => c.OnErasure == OnErasure.MentionsGo).Select(c => (t.Name, c.Name))))
        {
            var ask = RoundTrip.On(db);
            var texts = ask.Ask($"select distinct {column} from {table} where {column} like @like", row => row.Text(0), new DataParameter("like", $"%{number}%", DataType.NVarChar));
            await ask.RunAsync(cancellationToken);
            var write = RoundTrip.On(db);
            foreach (var text in texts.Rows.Where(text => mention.IsMatch(text)))
            {
                write.Do(
                    $"update {table} set {column} = @new where {column} = @old",
                    [new DataParameter("new", mention.Replace(text, "0"), DataType.NVarChar), new DataParameter("old", text, DataType.NVarChar)]);
            }

            await write.RunAsync(cancellationToken);
        }
    }
}

/// <summary>What came of it. A closed list.</summary>
public abstract record Erasure
{
    private Erasure()
    {
    }

    /// <param name="WithoutHead">Institutions that nobody heads any more.</param>
    public sealed record Done(IReadOnlyList<Institution> WithoutHead) : Erasure;

    /// <summary>Nothing is held of him.</summary>
    public sealed record Nothing : Erasure;

    /// <summary>He is specialist, chief or administrator by the settings or runs the community.</summary>
    public sealed record HeldBySettings : Erasure;
}
