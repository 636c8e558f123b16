using System.Globalization;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Admin;

/// <summary>What a person does in the dialog with the community, and the events that follow (vk-platform.md §3.3, §4.2).</summary>
internal sealed class PersonActions(VkPlatform vk)
{
    /// <summary>Payload of «Начать» (vk-platform.md §7.4).</summary>
    private const string StartPayload = """{"command":"start"}""";

    public Person Find(long id) => vk.World.Persons.GetValueOrDefault(id) ?? throw AdminRefusal.Unknown($"no person {id}");

    public WrittenView Write(long id, PersonMessage written)
    {
        lock (vk.World.Gate)
        {
            var person = Find(id);
            var messages = person.Dialog.Messages;
            var draft = new Draft(written.Text)
            {
                Payload = written.Payload,
                Ref = written.Ref,
                RefSource = written.RefSource,
                Attachments = [.. written.Attachments.Select(attachment => Attach(person, attachment))],
                ReplyTo = written.ReplyTo is { } reply ? Own(messages, reply) : null,
                Forwards = [.. written.Forwards.Select(cmid => Own(messages, cmid))],
            };
            return Say(person, draft, written.RepeatEventId);
        }
    }

    public WrittenView Start(long id, string? reference, string? refSource) => Write(
        id, new PersonMessage { Text = "Начать", Payload = StartPayload, Ref = reference, RefSource = refSource });

    /// <summary>Presses a button of the keyboard under the field, or of the inline keyboard of message <paramref name="cmid"/>.</summary>
    public PressView Press(long id, int row, int column, int? cmid)
    {
        lock (vk.World.Gate)
        {
            var person = Find(id);
            var message = cmid is { } number ? Own(person.Dialog.Messages, number) : null;
            var keyboard = message is null ? person.Dialog.Keyboard : message.Keyboard is { Inline: true } inline ? inline : null;
            var button = (keyboard ?? throw AdminRefusal.Unknown("no keyboard there")).ButtonAt(row, column)
                ?? throw AdminRefusal.Unknown($"no button in row {row}, column {column}");
            message?.Pressed.Add(new ButtonPlace(row, column));
            if (keyboard.OneTime && button.Type is "text" or "location")
                person.Dialog.Keyboard = null;
            return Press(person, button, message);
        }
    }

    /// <summary>
    /// An administrator answers by hand from the community's messages: what the person reads is the community's, and
    /// message_reply tells who wrote it (vk-platform.md §4.2).
    /// </summary>
    public WrittenView AnswerByHand(long id, long administratorId, string text)
    {
        lock (vk.World.Gate)
        {
            var person = Find(id);
            if (!person.CanMessage)
                throw AdminRefusal.Wrong($"person {id} has not allowed messages");
            var message = vk.World.Append(person.Dialog, vk.World.CommunityId, new Draft(text) { AdminAuthorId = administratorId });
            return new WrittenView(message.Cmid, vk.Events.Emit("message_reply", MessageJson.Of(message, vk.World)));
        }
    }

    public void Allow(long id, string key)
    {
        lock (vk.World.Gate)
        {
            var person = Find(id);
            person.CanMessage = true;
            vk.Events.Emit("message_allow", new JsonObject { ["user_id"] = id, ["key"] = key });
            vk.World.Feed.Publish("persons", new object());
        }
    }

    public void Deny(long id)
    {
        lock (vk.World.Gate)
        {
            var person = Find(id);
            person.CanMessage = false;
            vk.Events.Emit("message_deny", new JsonObject { ["user_id"] = id });
            vk.World.Feed.Publish("persons", new object());
        }
    }

    public void Type(long id)
    {
        lock (vk.World.Gate)
        {
            Find(id);
            vk.Events.Emit(
                "message_typing_state", new JsonObject { ["from_id"] = id, ["to_id"] = vk.World.CommunityId, ["state"] = "typing" });
        }
    }

    public void Read(long id)
    {
        lock (vk.World.Gate)
        {
            var dialog = Find(id).Dialog;
            if (dialog.Newest is not { } newest || dialog.UnreadByPerson == 0)
                return;
            dialog.OutRead = newest.Cmid;
            dialog.UnreadByPerson = 0;
            vk.Events.Emit(
                "message_read",
                new JsonObject
                {
                    ["from_id"] = id,
                    ["peer_id"] = id,
                    ["read_message_id"] = newest.Id,
                    ["conversation_message_id"] = newest.Cmid,
                });
            vk.World.Feed.Publish("chat", new { personId = id });
        }
    }

    public void Edit(long id, int cmid, string text)
    {
        lock (vk.World.Gate)
        {
            var message = Own(Find(id).Dialog.Messages, cmid);
            if (message.FromId != id)
                throw AdminRefusal.Wrong($"message {cmid} is not the person's own");
            message.Text = text;
            vk.World.Touch(message);
            vk.Events.Emit("message_edit", MessageJson.Of(message, vk.World));
        }
    }

    public void Join(long id, bool member)
    {
        lock (vk.World.Gate)
        {
            Find(id).IsMember = member;
            if (member)
                vk.Events.Emit("group_join", new JsonObject { ["user_id"] = id, ["join_type"] = "join" });
            else
                vk.Events.Emit("group_leave", new JsonObject { ["user_id"] = id, ["self"] = 1 });
            vk.World.Feed.Publish("persons", new object());
        }
    }

    private static Message Own(BoundedHistory<Message> messages, int cmid) =>
        messages.Find(cmid) ?? throw AdminRefusal.Unknown($"no message {cmid} in this chat");

    private PressView Press(Person person, Button button, Message? message)
    {
        switch (button.Type)
        {
            case "text":
                var said = Say(person, new Draft(button.Label) { Payload = button.Payload });
                return new PressView("message", said.EventId, said.Cmid, null);
            case "location":
                var sent = Say(person, new Draft("") { Payload = button.Payload, Geo = new GeoPoint(55.75, 37.62) });
                return new PressView("message", sent.EventId, sent.Cmid, null);
            case "callback":
                return new PressView("callback", PressCallback(person, button, message), message?.Cmid, null);
            default:
                return new PressView("link", null, message?.Cmid, button.Link);
        }
    }

    private string PressCallback(Person person, Button button, Message? message)
    {
        var eventId = Tokens.Hex(6);
        vk.World.Callbacks.Add(eventId, person.Id, person.Dialog.PeerId, vk.Clock.GetUtcNow());
        var body = new JsonObject
        {
            ["user_id"] = person.Id,
            ["peer_id"] = person.Dialog.PeerId,
            ["event_id"] = eventId,
            ["payload"] = button.Payload is { Length: > 0 } payload ? Json.Parse(payload) : null,
        };
        // Absent when the button sat on a keyboard under the field (§4.2).
        if (message is not null)
            body["conversation_message_id"] = message.Cmid;
        vk.World.Feed.Publish("chat", new { personId = person.Id });
        return vk.Events.Emit("message_event", body);
    }

    /// <summary>Who writes allows to be answered (§3.3).</summary>
    private WrittenView Say(Person person, Draft draft, string? repeatedId = null)
    {
        if (!person.CanMessage)
            Allow(person.Id, "");
        var message = vk.World.Append(person.Dialog, person.Id, draft);
        var body = new JsonObject { ["message"] = MessageJson.Of(message, vk.World), ["client_info"] = MessageJson.ClientInfo() };
        return new WrittenView(message.Cmid, vk.Events.Emit("message_new", body, repeatedId));
    }

    private Attachment Attach(Person person, PersonAttachment attachment)
    {
        var title = attachment.Title ?? attachment.FileName ?? attachment.Type;
        switch (attachment.Type)
        {
            case "photo":
                var photo = File(person, FileKind.Photo, attachment, "photo.png", Picture.Sample);
                return photo.Width > 0 ? new Attachment.Photo(photo) : throw AdminRefusal.Wrong("the photo is no PNG, JPEG or GIF");
            case "doc":
                return new Attachment.Document(File(person, FileKind.Document, attachment, "document.txt", "Образец документа"u8.ToArray()));
            case "audio_message":
                return new Attachment.Voice(File(person, FileKind.Voice, attachment, "voice.ogg", "OggS"u8.ToArray()));
            case "sticker":
                return new Attachment.Sticker(int.TryParse(title, NumberStyles.None, CultureInfo.InvariantCulture, out var sticker) ? sticker : 9008);
            case "link":
                return new Attachment.Link(attachment.FileName ?? "https://example.org/", title);
            default:
                return new Attachment.Unknown(attachment.Type, title);
        }
    }

    private StoredFile File(Person person, FileKind kind, PersonAttachment attachment, string sampleName, byte[] sample)
    {
        byte[] content;
        try
        {
            content = attachment.ContentBase64 is { } base64 ? Convert.FromBase64String(base64) : sample;
        }
        catch (FormatException)
        {
            throw AdminRefusal.Wrong("contentBase64 is not base64");
        }

        var name = attachment.FileName ?? sampleName;
        return vk.World.Files.Add(person.Id, kind, attachment.Title ?? name, ContentTypes.ExtensionOf(name), content);
    }
}
