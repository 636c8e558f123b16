using LinqToDB.Mapping;

namespace Sferum.Bot.Orders;

/// <summary>What a mark of the journal stands for; deleted when the person has his data deleted.</summary>
[Table("journal_seal")]
internal sealed class JournalSealRecord
{
    public const string OfPerson = "person";
    public const string OfValue = "value";

    [Column("mark"), PrimaryKey]
    public string Mark { get; set; } = "";

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("kind")]
    public string Kind { get; set; } = "";

    [Column("value")]
    public string Value { get; set; } = "";

    [Column("salt")]
    public string Salt { get; set; } = "";

    [Column("made_at")]
    public DateTimeOffset MadeAt { get; set; }
}
