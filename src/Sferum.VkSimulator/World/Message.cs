using System.Text.Json;

namespace Sferum.VkSimulator.World;

/// <summary>One message of a dialog. Text, attachments and keyboard change by editing only.</summary>
internal sealed class Message
{
    /// <summary>Number in the community's mailbox; 0 in chats, as bots see it (vk-platform.md §4.2).</summary>
    public required int Id { get; init; }

    public required int Cmid { get; init; }

    public required long PeerId { get; init; }

    public required long FromId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; set; }

    public required long Version { get; set; }

    /// <summary>True when the community wrote it.</summary>
    public bool Out => FromId < 0;

    public int RandomId { get; init; }

    /// <summary>The administrator who wrote it by hand in the community's name; null for what programs and people wrote.</summary>
    public long? AdminAuthorId { get; init; }

    public string? Payload { get; init; }

    public string? Ref { get; init; }

    public string? RefSource { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; set; } = [];

    public Keyboard? Keyboard { get; set; }

    public JsonElement? Template { get; set; }

    public GeoPoint? Geo { get; init; }

    public Message? ReplyTo { get; init; }

    public IReadOnlyList<Message> Forwards { get; init; } = [];

    public ServiceAction? Action { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Buttons of the inline keyboard that a person pressed.</summary>
    public List<ButtonPlace> Pressed { get; } = [];
}
