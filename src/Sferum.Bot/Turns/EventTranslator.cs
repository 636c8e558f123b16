using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>From what arrived to what the dialog core understands.</summary>
internal static class EventTranslator
{
    /// <summary>Null for what changes no dialog: unknown kinds, edits, a person who forbids messages, group chats, words of the office.</summary>
    public static DialogEvent? ToDialogEvent(Incoming incoming) => incoming switch
    {
        Incoming.Message message => OfMessage(message),
        Incoming.Press press => OfPayload(press.Payload) ?? new DialogEvent.Pressed("", ImmutableSortedDictionary<string, string>.Empty),
        Incoming.Consent { Allowed: true } => new DialogEvent.Allowed(),
        Incoming.Consent or Incoming.Edit or Incoming.Other or Incoming.Damaged => null,
        Incoming.ChatInvite or Incoming.ChatWord or Incoming.ChatKick or Incoming.ByHand or Incoming.TooMany => null,
        _ => throw new ArgumentOutOfRangeException(nameof(incoming), incoming.GetType().Name, "unknown kind of incoming event"),
    };

    private static DialogEvent OfMessage(Incoming.Message message) => OfPayload(message.Payload) switch
    {
        // «Начать» in a dialog opened by a link: the hint of the link must not be lost with the press.
        { Command: "start" } start when message.Ref is { } hint => start with { Args = start.Args.SetItem("ref", hint) },
        { } press => press,
        null => new DialogEvent.Wrote(message.Text, [.. message.Attachments.Select(ToAttachment)], message.Ref),
    };

    private static DialogEvent.Pressed? OfPayload(string? payload) =>
        ButtonPayload.Read(payload) is { } button ? new DialogEvent.Pressed(button.Command, button.Args) : null;

    private static Attachment ToAttachment(IncomingAttachment attachment) =>
        new(KindOf(attachment.Kind), attachment.Id, attachment.Name, attachment.Size);

    private static AttachmentKind KindOf(string kind) => kind switch
    {
        "photo" => AttachmentKind.Photo,
        "doc" => AttachmentKind.Document,
        "audio_message" => AttachmentKind.Voice,
        "sticker" => AttachmentKind.Sticker,
        "link" => AttachmentKind.Link,
        _ => AttachmentKind.Other,
    };
}
