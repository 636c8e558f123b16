using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Messaging;

/// <summary>What arrived from the messenger, freed of the messenger's own form. A closed list; stored as JSON in the inbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(Press), "press")]
[JsonDerivedType(typeof(Consent), "consent")]
[JsonDerivedType(typeof(Edit), "edit")]
[JsonDerivedType(typeof(ChatInvite), "chat_invite")]
[JsonDerivedType(typeof(ChatWord), "chat_word")]
[JsonDerivedType(typeof(ChatKick), "chat_kick")]
[JsonDerivedType(typeof(ByHand), "by_hand")]
[JsonDerivedType(typeof(TooMany), "too_many")]
[JsonDerivedType(typeof(Other), "other")]
[JsonDerivedType(typeof(Damaged), "damaged")]
public abstract record Incoming
{
    private Incoming()
    {
    }

    /// <summary>A person wrote, or pressed a text button (then <paramref name="Payload"/> is that button's).</summary>
    /// <param name="Text">His own words; where he wrote none, those of the people whose messages he forwarded or answered.</param>
    public sealed record Message(
        string Text,
        string? Payload,
        string? Ref,
        ImmutableArray<IncomingAttachment> Attachments,
        long MessageId,
        long ConversationMessageId) : Incoming;

    /// <summary>A callback button; to be answered within a minute (<c>vk-platform.md</c> §2.3) by <paramref name="AnswerId"/>.</summary>
    public sealed record Press(string Payload, string AnswerId) : Incoming;

    /// <summary>Messages were allowed or forbidden by the person.</summary>
    public sealed record Consent(bool Allowed) : Incoming;

    /// <summary>A message was changed after it had been sent.</summary>
    public sealed record Edit(string Text, long ConversationMessageId) : Incoming;

    /// <summary>
    /// The community was added to a group chat. The event belongs to the private dialog of the person who added it, so that
    /// it comes in the order of what else he does; he need not ever have written to the bot.
    /// </summary>
    public sealed record ChatInvite(long ChatPeerId) : Incoming;

    /// <summary>Somebody in a group chat spoke to the community. Nothing else that is said there is kept.</summary>
    /// <param name="Text">What he said without the community's name; may be empty.</param>
    public sealed record ChatWord(string Text) : Incoming;

    /// <summary>The community was removed from a group chat; by a person, unless the event's person is negative.</summary>
    public sealed record ChatKick : Incoming;

    /// <summary>
    /// Somebody of the office wrote to the dialog's person by hand, in the community's name. The event's person is who
    /// wrote; what was written is not kept.
    /// </summary>
    /// <param name="At">When, where the event comes long after it; null: just now.</param>
    public sealed record ByHand(long ConversationMessageId, DateTimeOffset? At) : Incoming;

    /// <summary>The person wrote so much at once that part of it was not kept (<see cref="InboxStore"/>); he is to be told.</summary>
    public sealed record TooMany : Incoming;

    /// <summary>A kind of event that the bot has no use for; logged, marked as handled.</summary>
    public sealed record Other(string Type) : Incoming;

    /// <summary>An event that could not be read; kept as a dead letter with its reason, never lost.</summary>
    public sealed record Damaged(string Raw, string Reason) : Incoming;
}

/// <summary>A file or something else attached. <paramref name="Id"/> is the messenger's own name of it (<c>photo1_22_key</c>).</summary>
/// <param name="Kind"><c>photo</c>, <c>doc</c>, <c>audio_message</c>, <c>sticker</c>, <c>link</c> … as VK names it (§6.3).</param>
/// <param name="Url">Signed address from which it can be fetched for a while; null when there is none.</param>
/// <param name="Size">Bytes; 0 when unknown.</param>
public sealed record IncomingAttachment(string Kind, string Id, string Name, string? Url, long Size);

/// <summary>An event with what the inbox needs to keep it once and in order.</summary>
/// <param name="EventId">The messenger's id of the event; a repeated one is dropped.</param>
/// <param name="PeerId">Whose dialog it belongs to: a person, or a chat (≥ 2,000,000,000). 0 when unknown.</param>
/// <param name="PersonId">Who caused it. 0 when unknown.</param>
public sealed record IncomingEvent(string EventId, long PeerId, long PersonId, Incoming Content)
{
    /// <summary>The message that it tells of; null for what is none.</summary>
    public MessageKey? Message => Content switch
    {
        Incoming.Message { ConversationMessageId: > 0 and var place } => new MessageKey(PeerId, place),
        Incoming.ByHand { ConversationMessageId: > 0 and var place } => new MessageKey(PeerId, place),
        _ => null,
    };
}

/// <summary>A message by its place in a dialog.</summary>
public readonly record struct MessageKey(long PeerId, long ConversationMessageId);
