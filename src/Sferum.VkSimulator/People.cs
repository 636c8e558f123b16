using System.Text.Json;

namespace Sferum.VkSimulator;

/// <summary>What a person writes, in the words of the admin API.</summary>
public sealed record PersonMessage
{
    public string Text { get; init; } = "";

    /// <summary>JSON as a string; a person can forge any.</summary>
    public string? Payload { get; init; }

    public string? Ref { get; init; }

    public string? RefSource { get; init; }

    public IReadOnlyList<PersonAttachment> Attachments { get; init; } = [];

    /// <summary>Messages of the same dialog to forward, by cmid.</summary>
    public IReadOnlyList<int> Forwards { get; init; } = [];

    public int? ReplyTo { get; init; }

    /// <summary>Gives the event this id instead of a new one, as if VK delivered it once more.</summary>
    public string? RepeatEventId { get; init; }
}

/// <param name="Type">photo, doc, audio_message, sticker, link; any other is an attachment that no client knows.</param>
/// <param name="ContentBase64">Bytes; without them a sample is sent.</param>
public sealed record PersonAttachment(string Type, string? FileName = null, string? ContentBase64 = null, string? Title = null);

/// <param name="Typing">True while the community is shown as typing.</param>
/// <param name="Unread">Messages of the community that the person has not read.</param>
public sealed record PersonView(
    long Id,
    string FirstName,
    string LastName,
    string Caption,
    bool CanMessage,
    bool Typing,
    int Unread,
    string? Role,
    bool IsMember);

/// <summary>A chat as the person sees it.</summary>
/// <param name="Keyboard">The keyboard under the input field in VK's JSON form.</param>
public sealed record ChatView(IReadOnlyList<ChatMessageView> Messages, JsonElement? Keyboard, bool Typing, SnackbarView? Snackbar);

/// <param name="Out">True when the community wrote it.</param>
/// <param name="Keyboard">Inline keyboard of the message.</param>
/// <param name="Pressed">Buttons of it that were pressed.</param>
/// <param name="Template">Carousel of the message.</param>
/// <param name="Action">Type of a service message of a group chat.</param>
/// <param name="ActionMember">Whom it is about: a person, or the community as a negative number.</param>
/// <param name="ActionText">Title of the chat, where the service message tells one.</param>
public sealed record ChatMessageView(
    int Cmid,
    int Id,
    DateTimeOffset At,
    bool Out,
    long FromId,
    string Text,
    IReadOnlyList<AttachmentView> Attachments,
    JsonElement? Keyboard,
    IReadOnlyList<PressedView> Pressed,
    bool Edited,
    int? ReplyTo,
    IReadOnlyList<ChatMessageView> Forwards,
    string? Payload,
    bool Read,
    string? Ref,
    JsonElement? Template,
    string? Action,
    long? ActionMember,
    string? ActionText);

public sealed record AttachmentView(string Type, string Title, string? Url, string? PreviewUrl, long? Size, string? Ext);

public sealed record PressedView(int Row, int Column);

public sealed record SnackbarView(string Text);

/// <param name="Bot">What the community is there: absent, member, administrator, kicked.</param>
public sealed record GroupChatView(long PeerId, string Title, long OwnerId, int MembersCount, string Bot);

/// <param name="Id">A person, or the community as a negative number.</param>
/// <param name="IsExtra">True for a member made up to fill the chat.</param>
public sealed record GroupChatMemberView(long Id, string FirstName, string LastName, bool IsExtra, bool IsAdmin, bool IsOwner);

/// <param name="EventId">Outer id of the event that VK raised.</param>
public sealed record WrittenView(int Cmid, string EventId);

/// <param name="Kind">message, callback or link.</param>
/// <param name="EventId">Outer id of the event; null for links, which tell the bot nothing.</param>
public sealed record PressView(string Kind, string? EventId, int? Cmid, string? Url);
