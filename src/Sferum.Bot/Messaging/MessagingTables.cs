using LinqToDB;
using LinqToDB.Mapping;

namespace Sferum.Bot.Messaging;

// The tables of this room as linq2db sees them; what they are for stands in the scripts 0001_messaging.sql,
// 0005_pipeline.sql, 0007_questions.sql and 0010_broadcasts.sql.

[Table("stream_cursor")]
internal sealed class CursorRecord
{
    [Column("channel"), PrimaryKey]
    public string Channel { get; set; } = "";

    [Column("position")]
    public string Position { get; set; } = "";

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; set; }
}

[Table("peer")]
internal sealed class PeerRecord
{
    [Column("peer_id"), PrimaryKey]
    public long PeerId { get; set; }

    [Column("can_message")]
    public bool CanMessage { get; set; }

    [Column("muted")]
    public bool Muted { get; set; }

    [Column("unreachable_code")]
    public int? UnreachableCode { get; set; }

    [Column("since")]
    public DateTimeOffset Since { get; set; }
}

[Table("talk")]
internal sealed class TalkRecord
{
    [Column("peer_id"), PrimaryKey]
    public long PeerId { get; set; }

    [Column("until")]
    public DateTimeOffset Until { get; set; }

    [Column("opened_by")]
    public long OpenedBy { get; set; }

    [Column("opened_at")]
    public DateTimeOffset OpenedAt { get; set; }
}

[Table("inbox")]
internal sealed class InboxRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("event_id")]
    public string EventId { get; set; } = "";

    [Column("peer_id")]
    public long PeerId { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("content")]
    public string Content { get; set; } = "";

    [Column("received_at")]
    public DateTimeOffset ReceivedAt { get; set; }

    [Column("attempts")]
    public int Attempts { get; set; }

    [Column("next_try_at")]
    public DateTimeOffset NextTryAt { get; set; }
}

[Table("seen_event")]
internal sealed class SeenEventRecord
{
    [Column("event_id"), PrimaryKey]
    public string EventId { get; set; } = "";

    [Column("seen_at")]
    public DateTimeOffset SeenAt { get; set; }

    [Column("peer_id")]
    public long PeerId { get; set; }

    [Column("conversation_message_id")]
    public long? ConversationMessageId { get; set; }
}

[Table("dead_letter")]
internal sealed class DeadLetterRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("event_id")]
    public string EventId { get; set; } = "";

    [Column("peer_id")]
    public long PeerId { get; set; }

    [Column("person_id")]
    public long PersonId { get; set; }

    [Column("content")]
    public string Content { get; set; } = "";

    [Column("reason")]
    public string Reason { get; set; } = "";

    [Column("received_at")]
    public DateTimeOffset ReceivedAt { get; set; }

    [Column("failed_at")]
    public DateTimeOffset FailedAt { get; set; }

    [Column("replayed_at")]
    public DateTimeOffset? ReplayedAt { get; set; }
}

[Table("conversation")]
internal sealed class ConversationRecord
{
    [Column("peer_id"), PrimaryKey]
    public long PeerId { get; set; }

    [Column("state")]
    public string State { get; set; } = "";

    [Column("slots")]
    public string Slots { get; set; } = "";

    [Column("version")]
    public string Version { get; set; } = "";

    [Column("updated_at")]
    public DateTimeOffset UpdatedAt { get; set; }
}

[Table("outbox")]
internal sealed class OutboxRecord
{
    [Column("id"), PrimaryKey, Identity]
    public long Id { get; set; }

    [Column("peer_id")]
    public long PeerId { get; set; }

    [Column("purpose", DataType = DataType.Int32)]
    public SendPurpose Purpose { get; set; }

    [Column("content")]
    public string Content { get; set; } = "";

    [Column("random_id")]
    public int? RandomId { get; set; }

    [Column("broadcast_id")]
    public long? BroadcastId { get; set; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [Column("next_try_at")]
    public DateTimeOffset NextTryAt { get; set; }

    [Column("first_try_at")]
    public DateTimeOffset? FirstTryAt { get; set; }

    [Column("attempts")]
    public int Attempts { get; set; }

    [Column("faults")]
    public int Faults { get; set; }

    [Column("uncertain")]
    public bool Uncertain { get; set; }

    [Column("without_keyboard")]
    public bool WithoutKeyboard { get; set; }

    [Column("code")]
    public int? Code { get; set; }

    [Column("reason")]
    public string? Reason { get; set; }
}

[Table("outbox_done")]
internal sealed class OutboxDoneRecord
{
    [Column("id"), PrimaryKey]
    public long Id { get; set; }

    [Column("peer_id")]
    public long PeerId { get; set; }

    [Column("purpose", DataType = DataType.Int32)]
    public SendPurpose Purpose { get; set; }

    [Column("content")]
    public string Content { get; set; } = "";

    [Column("broadcast_id")]
    public long? BroadcastId { get; set; }

    [Column("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [Column("attempts")]
    public int Attempts { get; set; }

    [Column("fate", DataType = DataType.Int32)]
    public Fate Fate { get; set; }

    [Column("code")]
    public int? Code { get; set; }

    [Column("reason")]
    public string? Reason { get; set; }

    [Column("message_id")]
    public long? MessageId { get; set; }

    [Column("conversation_message_id")]
    public long? ConversationMessageId { get; set; }

    [Column("finished_at")]
    public DateTimeOffset FinishedAt { get; set; }
}
