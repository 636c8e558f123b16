using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Wire;

/// <summary>People, the community and conversations of API 5.199.</summary>
internal static class PeerJson
{
    public static JsonObject Person(Person person) => new()
    {
        ["id"] = person.Id,
        ["first_name"] = person.FirstName,
        ["last_name"] = person.LastName,
        ["can_access_closed"] = true,
        ["is_closed"] = false,
    };

    public static JsonObject Community(VkWorld world) => new()
    {
        ["id"] = world.Options.GroupId,
        ["name"] = world.Options.GroupName,
        ["screen_name"] = world.Options.GroupScreenName,
        ["is_closed"] = 0,
        ["type"] = "page",
    };

    public static JsonObject Conversation(Dialog dialog, VkWorld world)
    {
        var isChat = dialog.PeerId > GroupChat.PeerBase;
        var json = new JsonObject
        {
            ["peer"] = new JsonObject
            {
                ["id"] = dialog.PeerId,
                ["type"] = isChat ? "chat" : "user",
                ["local_id"] = isChat ? dialog.PeerId - GroupChat.PeerBase : dialog.PeerId,
            },
            ["version"] = dialog.Newest?.Version ?? 0,
            ["last_message_id"] = dialog.Newest?.Id ?? 0,
            ["last_conversation_message_id"] = dialog.Newest?.Cmid ?? 0,
            ["in_read"] = dialog.Messages.Find(dialog.InRead)?.Id ?? 0,
            ["out_read"] = dialog.Messages.Find(dialog.OutRead)?.Id ?? 0,
            ["unread_count"] = dialog.UnreadByCommunity,
            ["unanswered"] = dialog.Unanswered,
        };
        if (dialog.Keyboard is { } keyboard)
        {
            var shown = JsonObject.Create(keyboard.Json)!; // an object by its parser
            shown["author_id"] = world.CommunityId;
            json["current_keyboard"] = shown;
        }

        json["can_write"] = isChat ? new JsonObject { ["allowed"] = true } : CanWrite(world.Persons[dialog.PeerId]);
        if (isChat)
            json["chat_settings"] = ChatSettings(world.Chats[dialog.PeerId]);
        return json;
    }

    public static JsonObject Member(ChatMember member, long ownerId)
    {
        var json = new JsonObject
        {
            ["member_id"] = member.Id,
            ["invited_by"] = member.InvitedBy,
            ["join_date"] = member.JoinedAt.ToUnixTimeSeconds(),
            ["is_admin"] = member.IsAdmin,
            ["can_kick"] = member.Id != ownerId,
        };
        if (member.Id == ownerId)
            json["is_owner"] = true;
        return json;
    }

    private static JsonObject CanWrite(Person person) =>
        person.CanMessage ? new JsonObject { ["allowed"] = true } : new JsonObject { ["allowed"] = false, ["reason"] = 901 };

    private static JsonObject ChatSettings(GroupChat chat) => new()
    {
        ["title"] = chat.Title,
        ["owner_id"] = chat.OwnerId,
        ["members_count"] = chat.Members.Count,
        ["state"] = "in",
        ["admin_ids"] = new JsonArray([.. chat.Members.Values.Where(member => member.IsAdmin).Select(member => JsonValue.Create(member.Id))]),
        ["active_ids"] = new JsonArray([.. chat.Members.Keys.Take(4).Select(id => JsonValue.Create(id))]),
        ["is_group_channel"] = false,
        ["is_service"] = false,
        ["acl"] = new JsonObject
        {
            ["can_change_info"] = true,
            ["can_change_invite_link"] = true,
            ["can_change_pin"] = true,
            ["can_invite"] = false,
            ["can_promote_users"] = false,
            ["can_see_invite_link"] = true,
            ["can_moderate"] = true,
            ["can_copy_chat"] = false,
            ["can_call"] = false,
            ["can_use_mass_mentions"] = true,
        },
    };
}
