using System.Text.Json;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Admin;

/// <summary>What the admin API shows of people and chats; used under the world's gate.</summary>
internal sealed class Views(VkPlatform vk)
{
    public PersonView Of(Person person) => new(
        person.Id,
        person.FirstName,
        person.LastName,
        person.Caption,
        person.CanMessage,
        person.Dialog.IsTyping(vk.Clock.GetUtcNow()),
        person.Dialog.UnreadByPerson,
        person.Role,
        person.IsMember);

    public static GroupChatView Of(GroupChat chat) => new(
        chat.PeerId,
        chat.Title,
        chat.OwnerId,
        chat.Members.Count,
        JsonNamingPolicy.CamelCase.ConvertName($"{chat.Bot}"));

    public GroupChatMemberView Of(ChatMember member, GroupChat chat)
    {
        var person = vk.World.Persons.GetValueOrDefault(member.Id);
        return new GroupChatMemberView(
            member.Id,
            person?.FirstName ?? "",
            person?.LastName ?? vk.Options.GroupName,
            person?.IsExtra ?? false,
            member.IsAdmin,
            member.Id == chat.OwnerId);
    }

    public ChatView Of(Dialog dialog) => new(
        [.. dialog.Messages.After(0).Select(message => Of(message, dialog))],
        dialog.Keyboard?.Json,
        dialog.IsTyping(vk.Clock.GetUtcNow()),
        dialog.Snackbar is { } text ? new SnackbarView(text) : null);

    private ChatMessageView Of(Message message, Dialog dialog) => new(
        message.Cmid,
        message.Id,
        TimeZoneInfo.ConvertTime(message.At, vk.Clock.LocalTimeZone),
        message.Out,
        message.FromId,
        message.Text,
        [.. message.Attachments.Select(Of)],
        message.Keyboard is { Inline: true } keyboard ? keyboard.Json : null,
        [.. message.Pressed.Select(place => new PressedView(place.Row, place.Column))],
        message.EditedAt is not null,
        message.ReplyTo?.Cmid,
        [.. message.Forwards.Select(forward => Of(forward, dialog))],
        message.Payload,
        message.Cmid <= (message.Out ? dialog.OutRead : dialog.InRead),
        message.Ref,
        message.Template,
        message.Action?.Type,
        message.Action?.MemberId,
        message.Action?.Text);

    private AttachmentView Of(Attachment attachment) => attachment switch
    {
        Attachment.Photo(var file) => Of("photo", file) with { PreviewUrl = FileJson.Address(file, vk.World.Address) },
        Attachment.Document(var file) => Of("doc", file),
        Attachment.Voice(var file) => Of("audio_message", file),
        Attachment.Graffiti(var file) => Of("graffiti", file),
        Attachment.Sticker(var id) => new AttachmentView("sticker", $"{id}", null, null, null, null),
        Attachment.Link(var url, var title) => new AttachmentView("link", title, url, null, null, null),
        Attachment.Unknown(var type, var title) => new AttachmentView(type, title, null, null, null, null),
        _ => throw new InvalidOperationException($"Unknown attachment {attachment}."),
    };

    private AttachmentView Of(string type, StoredFile file) =>
        new(type, file.Title, FileJson.Address(file, vk.World.Address), null, file.Content.Length, file.Extension);
}
