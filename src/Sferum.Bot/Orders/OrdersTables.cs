using LinqToDB.Mapping;

namespace Sferum.Bot.Orders;

// The tables of this room as linq2db sees them; what they are for stands in the scripts 0002_orders.sql, 0003_roster.sql,
// 0004_heads_way.sql and 0006_teachers.sql.

[Table("institution")]
internal sealed class InstitutionRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("name")]
    public string Name { get; set; } = "";

    [Column("type")]
    public string Type { get; set; } = "";

    [Column("archived")]
    public bool Archived { get; set; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [Column("external_key")]
    public string? ExternalKey { get; set; }

    [Column("head_note")]
    public string? HeadNote { get; set; }

    [Column("teachers")]
    public int? Teachers { get; set; }
}

[Table("person")]
internal sealed class PersonRecord
{
    [Column("person_id"), PrimaryKey]
    public long PersonId { get; set; }

    [Column("teacher")]
    public bool Teacher { get; set; }

    [Column("consent_version")]
    public string? ConsentVersion { get; set; }

    [Column("consent_at")]
    public DateTimeOffset? ConsentAt { get; set; }

    [Column("muted")]
    public bool Muted { get; set; }

    [Column("news")]
    public bool News { get; set; }

    [Column("institution_id")]
    public long? InstitutionId { get; set; }

    [Column("met_at")]
    public DateTimeOffset MetAt { get; set; }
}

[Table("teacher")]
internal sealed class TeacherRecord
{
    [Column("person_id"), PrimaryKey]
    public long PersonId { get; set; }

    [Column("institution_id")]
    public long InstitutionId { get; set; }

    [Column("confirmed_at")]
    public DateTimeOffset? ConfirmedAt { get; set; }
}

[Table("membership")]
internal sealed class MembershipRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("institution_id")]
    public long InstitutionId { get; set; }

    [Column("role")]
    public string Role { get; set; } = "";

    [Column("since")]
    public DateTimeOffset Since { get; set; }

    [Column("until")]
    public DateTimeOffset? Until { get; set; }
}

[Table("claim_code")]
internal sealed class ClaimCodeRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("institution_id")]
    public long InstitutionId { get; set; }

    [Column("code_hash")]
    public string CodeHash { get; set; } = "";

    [Column("issued_at")]
    public DateTimeOffset IssuedAt { get; set; }

    [Column("expires_at")]
    public DateTimeOffset ExpiresAt { get; set; }

    [Column("used_at")]
    public DateTimeOffset? UsedAt { get; set; }

    [Column("used_by")]
    public long? UsedBy { get; set; }

    [Column("revoked_at")]
    public DateTimeOffset? RevokedAt { get; set; }

    [Column("role")]
    public string Role { get; set; } = "";

    [Column("member_since")]
    public DateTimeOffset? MemberSince { get; set; }

    [Column("member_until")]
    public DateTimeOffset? MemberUntil { get; set; }

    [Column("issued_by")]
    public long? IssuedBy { get; set; }
}

[Table("failed_claim")]
internal sealed class FailedClaimRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("failed_at")]
    public DateTimeOffset FailedAt { get; set; }
}

[Table("report")]
internal sealed class ReportRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("institution_id")]
    public long InstitutionId { get; set; }

    [Column("order_number")]
    public string OrderNumber { get; set; } = "";

    [Column("point")]
    public string Point { get; set; } = "";

    [Column("status")]
    public string Status { get; set; } = "";

    [Column("revision")]
    public int Revision { get; set; }

    [Column("answers")]
    public string Answers { get; set; } = "";

    [Column("late")]
    public bool Late { get; set; }

    [Column("reported_by")]
    public long ReportedBy { get; set; }

    [Column("received_at")]
    public DateTimeOffset ReceivedAt { get; set; }

    [Column("reviewed_by")]
    public long? ReviewedBy { get; set; }

    [Column("reviewed_at")]
    public DateTimeOffset? ReviewedAt { get; set; }

    [Column("return_reason")]
    public string? ReturnReason { get; set; }

    [Column("kind")]
    public string Kind { get; set; } = "";
}

[Table("report_file")]
internal sealed class ReportFileRecord
{
    [Column("report_id"), PrimaryKey(0)]
    public long ReportId { get; set; }

    [Column("revision"), PrimaryKey(1)]
    public int Revision { get; set; }

    [Column("file_id"), PrimaryKey(2)]
    public long FileId { get; set; }
}

[Table("promise")]
internal sealed class PromiseRecord
{
    [Column("institution_id"), PrimaryKey(0)]
    public long InstitutionId { get; set; }

    [Column("order_number"), PrimaryKey(1)]
    public string OrderNumber { get; set; } = "";

    [Column("point"), PrimaryKey(2)]
    public string Point { get; set; } = "";

    [Column("due")]
    public DateOnly Due { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("made_at")]
    public DateTimeOffset MadeAt { get; set; }

    [Column("reason")]
    public string? Reason { get; set; }
}

[Table("shown_chat")]
internal sealed class ShownChatRecord
{
    [Column("chat_peer_id"), PrimaryKey]
    public long ChatPeerId { get; set; }

    [Column("invited_by")]
    public long InvitedBy { get; set; }

    [Column("state")]
    public string State { get; set; } = "";

    [Column("title")]
    public string? Title { get; set; }

    [Column("people")]
    public int? People { get; set; }

    [Column("seen_at")]
    public DateTimeOffset? SeenAt { get; set; }

    [Column("looks")]
    public int Looks { get; set; }

    [Column("look_at")]
    public DateTimeOffset? LookAt { get; set; }

    [Column("institution_id")]
    public long? InstitutionId { get; set; }

    [Column("order_number")]
    public string? OrderNumber { get; set; }

    [Column("point")]
    public string? Point { get; set; }
}

[Table("evidence_file")]
internal sealed class EvidenceFileRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("attachment_id")]
    public string AttachmentId { get; set; } = "";

    [Column("kind")]
    public string Kind { get; set; } = "";

    [Column("name")]
    public string Name { get; set; } = "";

    [Column("size")]
    public long Size { get; set; }

    [Column("source_url")]
    public string? SourceUrl { get; set; }

    [Column("state")]
    public string State { get; set; } = "";

    [Column("attempts")]
    public int Attempts { get; set; }

    [Column("next_try_at")]
    public DateTimeOffset NextTryAt { get; set; }

    [Column("sha256")]
    public string? Sha256 { get; set; }

    [Column("fail_reason")]
    public string? FailReason { get; set; }

    [Column("received_at")]
    public DateTimeOffset ReceivedAt { get; set; }
}

[Table("journal")]
internal sealed class JournalRecord
{
    [Column("seq"), PrimaryKey]
    public long Seq { get; set; }

    [Column("at")]
    public DateTimeOffset At { get; set; }

    [Column("actor_id")]
    public long ActorId { get; set; }

    [Column("actor")]
    public string Actor { get; set; } = "";

    [Column("institution_id")]
    public long? InstitutionId { get; set; }

    [Column("order_number")]
    public string? OrderNumber { get; set; }

    [Column("point")]
    public string? Point { get; set; }

    [Column("action")]
    public string Action { get; set; } = "";

    [Column("data")]
    public string Data { get; set; } = "";

    [Column("previous_hash")]
    public string PreviousHash { get; set; } = "";

    [Column("hash")]
    public string Hash { get; set; } = "";
}
