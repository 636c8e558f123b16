using LinqToDB.Mapping;

namespace Sferum.Bot.Orders;

// Questions and saved answers as linq2db sees them; what they are for stands in the script 0007_questions.sql.

[Table("question")]
internal sealed class QuestionRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("body")]
    public string Body { get; set; } = "";

    [Column("asked_at")]
    public DateTimeOffset AskedAt { get; set; }

    [Column("answer")]
    public string? Answer { get; set; }

    [Column("answered_by")]
    public long? AnsweredBy { get; set; }

    [Column("answered_at")]
    public DateTimeOffset? AnsweredAt { get; set; }

    [Column("outcome")]
    public string Outcome { get; set; } = "";

    [Column("group_id")]
    public long? GroupId { get; set; }

    [Column("role")]
    public string Role { get; set; } = "";

    [Column("org_type")]
    public string? OrgType { get; set; }

    [Column("institution_id")]
    public long? InstitutionId { get; set; }

    [Column("line")]
    public string? Line { get; set; }

    [Column("topic")]
    public string? Topic { get; set; }

    [Column("said")]
    public string? Said { get; set; }
}

[Table("saved_answer")]
internal sealed class SavedAnswerRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("group_id")]
    public long GroupId { get; set; }

    [Column("questions")]
    public string Questions { get; set; } = "";

    [Column("body")]
    public string Body { get; set; } = "";

    [Column("saved_by")]
    public long SavedBy { get; set; }

    [Column("saved_at")]
    public DateTimeOffset SavedAt { get; set; }

    [Column("revoked_at")]
    public DateTimeOffset? RevokedAt { get; set; }
}
