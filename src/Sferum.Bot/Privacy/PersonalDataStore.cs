using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Privacy;

/// <summary>What is held of one person: every row of every table that names him, as <see cref="StoredData"/> tells of it.</summary>
public sealed class PersonalDataStore(IOptions<PrivacyOptions> options, IOptions<OfficeOptions> office, TimeProvider clock)
{
    /// <summary>More rows of one table are counted and not written out.</summary>
    internal const int MostRows = 2_000;

    private static readonly HashSet<string> Flags = ["teacher", "muted", "news", "can_message", "read", "answered"];

    public async Task<HeldData> OfAsync(DataConnection db, long personId, CancellationToken cancellationToken)
    {
        var zone = office.Value.GetZone();
        var trip = RoundTrip.On(db);
        var institutions = trip.Ask("select i.id, i.name from institution i", row => KeyValuePair.Create(row.Long(0), row.Text(1)));
        await trip.RunAsync(cancellationToken);
        var names = institutions.Rows.ToDictionary();
        var held = new List<HeldTable>();
        foreach (var table in StoredData.Tables)
        {
            string[] numbers = [.. table.Columns.Where(c => c.OnErasure is OnErasure.RowGoes or OnErasure.AliasTakesPlace || (c.OnErasure == OnErasure.GoesBySchedule && c.Name.EndsWith("_id", StringComparison.Ordinal))).Select(c => c.Name)];
            if (numbers.Length == 0)
            {
                continue;
            }

            var ask = RoundTrip.On(db);
            var where = string.Join(" or ", numbers.Select(number => $"{number} = @person"));
            var count = ask.Ask($"select count(*) from {table.Name} where {where}", row => row.Int(0), new DataParameter("person", personId));
            var rows = ask.Ask(
                $"select {string.Join(", ", table.Columns.Select(c => c.Name))} from {table.Name} where {where} limit {MostRows}",
                row => (IReadOnlyList<(string Words, string Value)>)
                [
                    .. table.Columns
                        .Select((column, at) => (column.Words, Value: numbers.Contains(column.Name) ? OfNumber(row.Value(at), personId) : ToText(column.Name, row.Value(at), names, zone)))
                        .Where(cell => cell.Value.Length > 0),
                ],
                new DataParameter("person", personId));
            await ask.RunAsync(cancellationToken);
            if (count.Rows[0] > 0)
            {
                held.Add(new HeldTable(table, count.Rows[0], rows.Rows));
            }
        }

        return new HeldData(personId, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone), held, options.Value);
    }

    private static string OfNumber(object? value, long personId) => value is null ? "" : Convert.ToInt64(value, CultureInfo.InvariantCulture) == personId ? "вы" : "другой человек";

    private static string ToText(string column, object? value, Dictionary<long, string> institutions, TimeZoneInfo zone) => value switch
    {
        null => "",
        bool flag => flag ? "да" : "нет",
        long number when Flags.Contains(column) => number != 0 ? "да" : "нет",
        long number when column == "institution_id" => institutions.GetValueOrDefault(number, $"№ {number}"),
        DateTime at => Text(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), zone),
        string text when IsInstant(text, out var at) => Text(at, zone),
        string text when column == "content" => WordsOf(text),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Text(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);

    private static bool IsInstant(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at);

    /// <summary>Of a stored message the words alone.</summary>
    private static string WordsOf(string content)
    {
        try
        {
            return MessagingJson.ReadOutgoing(content) is Outgoing.Text text ? text.Body : "";
        }
        catch (JsonException)
        {
            return content;
        }
    }
}

/// <param name="Rows">What stands in it, by the words of its columns.</param>
public sealed record HeldTable(StoredTable Table, int Count, IReadOnlyList<IReadOnlyList<(string Words, string Value)>> Rows);

/// <param name="At">When it was read, by the office's clock.</param>
public sealed record HeldData(long PersonId, DateTimeOffset At, IReadOnlyList<HeldTable> Tables, PrivacyOptions Options)
{
    /// <summary>The name of the file of <see cref="ToFile"/>.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"Мои данные {At:dd.MM.yyyy}.txt");

    /// <summary>One line of each: what, how much, how long. What is gone within seconds or only guards the rest stands in the file alone.</summary>
    public IEnumerable<string> Lines() => Tables.Where(held => !held.Table.IsPassing).Select(held =>
        $"{held.Table.What.Split(':')[0]} ({held.Count}): {held.Table.Keeping.Words(Options).Split(':', ';')[0]}");

    /// <summary>All of it as a text that any telephone opens; with a mark of its encoding, since some ask for it.</summary>
    public byte[] ToFile() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ToText())];

    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Что хранит бот о человеке vk.com/id{PersonId}\nСобрано {At:dd.MM.yyyy HH:mm}\n");
        foreach (var held in Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{held.Table.What[..1].ToUpperInvariant()}{held.Table.What[1..]}\n");
            text.Append(CultureInfo.InvariantCulture, $"Зачем: {held.Table.Purpose}. Основание: {held.Table.Ground}. Видит: {held.Table.SeenBy}.\nСколько хранится: {held.Table.Keeping.Words(Options)}.\n");
            foreach (var row in held.Rows)
            {
                text.Append("• ").AppendJoin("; ", row.Select(cell => $"{cell.Words}: {cell.Value}")).Append('\n');
            }

            if (held.Count > held.Rows.Count)
            {
                text.Append(CultureInfo.InvariantCulture, $"… и ещё {held.Count - held.Rows.Count}\n");
            }
        }

        if (Tables.Count == 0)
        {
            text.Append("\nНичего.\n");
        }

        return text.ToString();
    }
}
