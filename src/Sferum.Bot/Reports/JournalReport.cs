using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Reports;

/// <summary>Who did what, when and from where, the newest first.</summary>
public sealed class JournalReport(OrderBook orders, IOptions<OfficeOptions> office)
{
    /// <summary>More does not go into one file.</summary>
    public const int MostRows = 100_000;

    /// <param name="most">So many entries at most.</param>
    public async Task<IReadOnlyList<JournalLine>> OfAsync(DataConnection db, JournalQuery query, int most, CancellationToken cancellationToken)
    {
        var zone = office.Value.GetZone();
        var trip = RoundTrip.On(db);
        var (conditions, parameters) = (new List<string>(), new List<DataParameter> { new("most", most) });
        Where(query.Institution, "institution", "j.institution_id = @institution");
        Where(query.Person, "person", "j.actor_id = @person");
        Where(query.Before, "before", "j.seq < @before");
        if (query.Since is { } since)
        {
            conditions.Add("j.at >= @since");
            parameters.Add(trip.Instant("since", zone.At(since, TimeOnly.MinValue)));
        }

        if (query.Until is { } until)
        {
            conditions.Add("j.at < @until");
            parameters.Add(trip.Instant("until", zone.At(until.AddDays(1), TimeOnly.MinValue)));
        }

        if (query.Topic is { } topic)
        {
            conditions.Add($"j.action in ({string.Join(", ", JournalWords.ActionsOf(topic).Select(action => $"'{action}'"))})");
        }

        var entries = trip.Ask(
            $"""
            select j.seq, j.at, j.actor_id, j.actor, j.institution_id, i.name, j.order_number, j.point, j.action, j.data, j.previous_hash, j.hash
            from journal j left join institution i on i.id = j.institution_id
            {(conditions.Count == 0 ? "" : $"where {string.Join(" and ", conditions)}")}
            order by j.seq desc limit @most
            """,
            row => LineOf(
                row.Long(0), row.Instant(1), row.Long(2), row.Text(3), row.LongOrNull(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.Text(8), row.Text(9), row.Text(10), row.Text(11)),
            [.. parameters]);
        await trip.RunAsync(cancellationToken);
        var values = await JournalStore.ValuesOfAsync(db, [.. entries.Rows.SelectMany(line => JournalSeals.MarksIn(line.Data))], cancellationToken);
        return values.Count == 0 ? entries.Rows : [.. entries.Rows.Select(line => line with { Data = JournalSeals.Reveal(line.Data, values) })];

        void Where(long? value, string name, string condition)
        {
            if (value is { } number)
            {
                conditions.Add(condition);
                parameters.Add(new DataParameter(name, number));
            }
        }
    }

    /// <summary>With everything that the hashes were made of, so that the chain can be checked elsewhere.</summary>
    public Table ToTable(IReadOnlyList<JournalLine> lines)
    {
        var zone = office.Value.GetZone();
        return new Table(
            "Журнал",
            ["Запись", "Когда", "Время, мс UTC", "Кто", "Метка", "Откуда", "Что", "Действие", "Учреждение", "Номер учреждения", "Приказ", "Пункт", "Подробности", "Хэш предыдущей", "Хэш"],
            [
                .. lines.Select(line => (ImmutableArray<Cell>)
                [
                    new Cell.Number(line.Number),
                    Cell.Of(line.At, zone),
                    Cell.Of(line.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
                    Cell.Of(line.ActorId.ToString(CultureInfo.InvariantCulture)),
                    Cell.Of(line.Actor),
                    Cell.Of(JournalWords.OfOrigin(line)),
                    Cell.Of(JournalWords.OfAction(line.Action)),
                    Cell.Of(line.Action),
                    Cell.Of(line.Institution),
                    Cell.Of(line.InstitutionId?.ToString(CultureInfo.InvariantCulture)),
                    Cell.Of(line.Order),
                    Cell.Of(line.Point),
                    Cell.Of(line.Json),
                    Cell.Of(line.PreviousHash),
                    Cell.Of(line.Hash),
                ]),
            ]);
    }

    private JournalLine LineOf(
        long number, DateTimeOffset at, long actor, string mark, long? institutionId, string? institution, string? order, string? point, string action, string json, string previousHash, string hash)
    {
        var data = OrdersJson.Read(json);
        return new JournalLine(
            number,
            at,
            actor,
            mark,
            institutionId,
            institution,
            order,
            point,
            orders.Orders.FirstOrDefault(o => o.Number == order)?.Points.FirstOrDefault(p => p.Id == point)?.Label ?? point,
            action,
            JournalOrigin.Without(data),
            data.GetValueOrDefault(JournalOrigin.Name),
            json,
            previousHash,
            hash);
    }
}

/// <summary>Which entries are asked for; what is null does not matter.</summary>
/// <param name="Topic">One of <see cref="JournalWords.Topics"/>.</param>
/// <param name="Since">By the office's calendar.</param>
/// <param name="Until">This day included.</param>
/// <param name="Before">Entries older than this one.</param>
public sealed record JournalQuery(long? Institution, long? Person, string? Topic, DateOnly? Since, DateOnly? Until, long? Before)
{
    public static JournalQuery All { get; } = new(null, null, null, null, null, null);
}

/// <param name="ActorId">VK number of the person; 0 for the bot itself; negative for one who had his data deleted.</param>
/// <param name="Actor">The mark that stands for him in the chain.</param>
/// <param name="Institution">Its name now.</param>
/// <param name="Label">The point as the order calls it.</param>
/// <param name="Data">What belongs to the entry.</param>
/// <param name="Origin">See <see cref="JournalOrigin"/>; null: the chat, or the bot by itself.</param>
/// <param name="Json">As it stands in the chain.</param>
public sealed record JournalLine(
    long Number,
    DateTimeOffset At,
    long ActorId,
    string Actor,
    long? InstitutionId,
    string? Institution,
    string? Order,
    string? Point,
    string? Label,
    string Action,
    ImmutableSortedDictionary<string, string> Data,
    string? Origin,
    string Json,
    string PreviousHash,
    string Hash);
