using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Orders;

/// <summary>
/// Marks under which the journal names people, and what belongs to them: a mark is the SHA-256 of a salt and the value. The
/// entry, which nobody can change, holds the mark; what it stands for lies beside and can be deleted, and then no list of
/// numbers finds it again. As long as it lies there, the mark proves that nobody has exchanged it.
/// </summary>
internal sealed partial class JournalSeals
{
    private const string Prefix = "sealed:";

    private readonly Dictionary<long, string> _persons;
    private readonly List<JournalSealRecord> _fresh = [];
    private readonly DateTimeOffset _now;

    /// <param name="known">Marks of people as the database has them.</param>
    public JournalSeals(IEnumerable<(long PersonId, string Mark)> known, DateTimeOffset now)
    {
        _persons = known.ToDictionary(seal => seal.PersonId, seal => seal.Mark);
        _now = now;
    }

    /// <summary>The people whom these entries name.</summary>
    public static IReadOnlyCollection<long> PersonsOf(IEnumerable<JournalEntry> entries) =>
        [.. entries.SelectMany(entry => PersonsOf(OrdersJson.Read(entry.Data)).Append(entry.ActorId)).Where(person => person != 0).Distinct()];

    /// <summary>The mark of a person; the bot itself has none.</summary>
    public string Of(long personId)
    {
        if (personId == 0)
        {
            return "";
        }

        if (!_persons.TryGetValue(personId, out var mark))
        {
            mark = Seal(personId, JournalSealRecord.OfPerson, personId.ToString(CultureInfo.InvariantCulture));
            _persons.Add(personId, mark);
        }

        return mark;
    }

    /// <summary>What belongs to an entry of this person, with marks for what identifies anybody.</summary>
    public string Of(long personId, string data)
    {
        var members = OrdersJson.Read(data);
        var sealedOnes = members.SetItems(members.Where(m => IsPersonal(m.Key, m.Value)).Select(m => KeyValuePair.Create(
            m.Key, Prefix + (PersonIn(m.Key, m.Value) is { } person ? Of(person) : Seal(personId, JournalSealRecord.OfValue, m.Value)))).ToArray());
        return ReferenceEquals(sealedOnes, members) ? data : OrdersJson.Write(sealedOnes);
    }

    /// <summary>Marks that are new, to be written before the entries that hold them.</summary>
    public IReadOnlyList<JournalSealRecord> Fresh => _fresh;

    /// <summary>The marks that stand in what belongs to an entry.</summary>
    public static IEnumerable<string> MarksIn(ImmutableSortedDictionary<string, string> data) =>
        data.Values.Where(value => value.StartsWith(Prefix, StringComparison.Ordinal)).Select(value => value[Prefix.Length..]);

    /// <summary>What belongs to an entry in the words that its marks stand for; a mark stays where nothing lies beside it any more.</summary>
    public static ImmutableSortedDictionary<string, string> Reveal(ImmutableSortedDictionary<string, string> data, IReadOnlyDictionary<string, string> values) =>
        data.SetItems(data
            .Where(m => m.Value.StartsWith(Prefix, StringComparison.Ordinal) && values.ContainsKey(m.Value[Prefix.Length..]))
            .Select(m => KeyValuePair.Create(m.Key, values[m.Value[Prefix.Length..]]))
            .ToArray());

    /// <summary>Whether the mark was made of this value.</summary>
    public static bool Fits(string mark, string salt, string value) => MarkOf(salt, value) == mark;

    private static string MarkOf(string salt, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}:{value}")))[..32];

    private string Seal(long personId, string kind, string value)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var seal = new JournalSealRecord { Mark = MarkOf(salt, value), PersonId = personId, Kind = kind, Value = value, Salt = salt, MadeAt = _now };
        _fresh.Add(seal);
        return seal.Mark;
    }

    private static IEnumerable<long> PersonsOf(ImmutableSortedDictionary<string, string> data) => data.Select(m => PersonIn(m.Key, m.Value)).OfType<long>();

    /// <summary>Another person than the one who acts, the network address from which he came, and names that the messenger gives to files: those hold the number of their owner.</summary>
    private static bool IsPersonal(string name, string value) => PersonIn(name, value) is not null || name == "address" || Attachment().IsMatch(value);

    private static long? PersonIn(string name, string value) =>
        PersonName().IsMatch(name) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var person) && person > 0 ? person : null;

    [GeneratedRegex(@"^(person|deputy|replaced\.\d+)$")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[a-z_]+-?\d+_\d+")]
    private static partial Regex Attachment();
}
