using System.Text.Json;

namespace Sferum.VkSimulator.World;

/// <summary>Row and column of a button, from 0.</summary>
internal readonly record struct ButtonPlace(int Row, int Column);

internal sealed record GeoPoint(double Latitude, double Longitude);

/// <summary>Service message of a chat (vk-platform.md §4.6).</summary>
internal sealed record ServiceAction(string Type, long? MemberId, string? Text);

/// <summary>What somebody says, before it has a place in a dialog.</summary>
internal sealed record Draft(string Text)
{
    public string? Payload { get; init; }

    public string? Ref { get; init; }

    public string? RefSource { get; init; }

    public int RandomId { get; init; }

    public long? AdminAuthorId { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public Keyboard? Keyboard { get; init; }

    public JsonElement? Template { get; init; }

    public GeoPoint? Geo { get; init; }

    public Message? ReplyTo { get; init; }

    public IReadOnlyList<Message> Forwards { get; init; } = [];

    public ServiceAction? Action { get; init; }
}
