using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DbUp.Engine;

namespace Sferum.Bot.Storage.Upgrades;

/// <summary>
/// Takes what identifies people out of the entries of the journal that stand there, once: marks take its place, and the
/// chain is made anew over them. Where the chain was broken it stays broken at the same entry, so that nothing is covered up.
/// What the hashes were made of before and after stands here as it was then; it does not follow the stores.
/// </summary>
internal sealed partial class JournalSealing(StorageProvider provider) : IScript
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ProvideScript(Func<IDbCommand> dbCommandFactory)
    {
        var entries = Read(dbCommandFactory);
        if (entries.Count > 0 && entries[0].Hash != HashOf(entries[0], entries[0].Mark, entries[0].Data))
        {
            Seal(dbCommandFactory, entries);
        }

        return "select 1";
    }

    private static void Seal(Func<IDbCommand> command, List<Entry> entries)
    {
        var persons = new Dictionary<string, string>();
        var previous = "";
        var (before, sound) = ("", true);
        foreach (var entry in entries)
        {
            sound = sound && entry.Previous == before && entry.Hash == HashOf(entry, entry.Actor, entry.Data);
            before = entry.Hash;
            var mark = entry.Actor == "0" ? "" : MarkOfPerson(entry.Actor, entry);
            var data = JsonNode.Parse(entry.Data)!.AsObject(); // every entry holds an object
            foreach (var (name, value) in data.Select(m => (m.Key, m.Value?.ToString() ?? "")).ToArray())
            {
                if (PersonName().IsMatch(name) && PersonNumber().IsMatch(value))
                {
                    data[name] = $"sealed:{MarkOfPerson(value, entry)}";
                }
                else if (name == "address" || Attachment().IsMatch(value))
                {
                    data[name] = $"sealed:{Write(command, entry.Actor, "value", value, entry)}";
                }
            }

            var json = data.ToJsonString(Readable);
            var hash = sound ? HashOf(entry with { Previous = previous }, mark, json) : entry.Hash;
            UpgradeCommand.Execute(
                command,
                "update journal set actor = @actor, data = @data, previous_hash = @previous, hash = @hash where seq = @seq",
                ("actor", mark), ("data", json), ("previous", sound ? previous : entry.Previous), ("hash", hash), ("seq", entry.Seq));
            previous = hash;
        }

        string MarkOfPerson(string number, Entry entry) =>
            persons.TryGetValue(number, out var known) ? known : persons[number] = Write(command, number, "person", number, entry);
    }

    private static string Write(Func<IDbCommand> command, string person, string kind, string value, Entry entry)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{value}")))[..32];
        UpgradeCommand.Execute(
            command,
            "insert into journal_seal (mark, person_id, kind, value, salt, made_at) values (@mark, @person, @kind, @value, @salt, @at)",
            ("mark", mark), ("person", long.Parse(person, CultureInfo.InvariantCulture)), ("kind", kind), ("value", value), ("salt", salt), ("at", entry.At));
        return mark;
    }

    private List<Entry> Read(Func<IDbCommand> factory)
    {
        using var command = factory();
        command.CommandText = "select seq, at, actor_id, actor, institution_id, order_number, point, action, data, previous_hash, hash from journal order by seq";
        using var reader = command.ExecuteReader();
        var entries = new List<Entry>();
        while (reader.Read())
        {
            var at = reader.GetValue(1);
            var instant = provider == StorageProvider.Sqlite
                ? DateTimeOffset.Parse((string)at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : new DateTimeOffset(((DateTime)at).ToUniversalTime());
            entries.Add(new Entry(
                reader.GetInt64(0), at, instant.ToUnixTimeMilliseconds(), Text(2), Text(3), Text(4), Text(5), Text(6), Text(7), Text(8), Text(9), Text(10)));
        }

        return entries;

        string Text(int column) => reader.IsDBNull(column) ? "" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "";
    }

    private static string HashOf(Entry e, string actor, string data)
    {
        string[] parts =
        [
            e.Seq.ToString(CultureInfo.InvariantCulture), e.Milliseconds.ToString(CultureInfo.InvariantCulture), actor, e.Institution, e.Order, e.Point, e.Action, data, e.Previous,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}")))));
    }

    [GeneratedRegex(@"^(person|deputy|replaced\.\d+)$")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[1-9]\d*$")]
    private static partial Regex PersonNumber();

    [GeneratedRegex(@"^[a-z_]+-?\d+_\d+")]
    private static partial Regex Attachment();

    private sealed record Entry(
        long Seq, object At, long Milliseconds, string Actor, string Mark, string Institution, string Order, string Point, string Action, string Data, string Previous, string Hash);
}
