using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// messages.removeChatUser: the community leaves a chat, or as its administrator removes somebody (vk-platform.md §7.3).
/// Whether VK tells a community of its own leaving is not known, so no event is raised that a bot could come to rely on.
/// </summary>
internal static class MessagesRemoveChatUser
{
    private const int MostChats = 100_000_000;

    public static JsonNode Invoke(VkPlatform vk, Parameters parameters)
    {
        parameters.Required("chat_id");
        var peerId = GroupChat.PeerBase + parameters.Int("chat_id", 0, 0, MostChats);
        var memberId = parameters.Long("member_id") ?? parameters.Long("user_id") ?? throw Parameters.Wrong("member_id is undefined");
        var us = vk.World.CommunityId;
        if (!vk.World.Chats.TryGetValue(peerId, out var chat) || !chat.Members.ContainsKey(us))
            throw new VkRefusal(VkError.Of(935));
        if (memberId != us && chat.Bot != BotStanding.Administrator)
            throw new VkRefusal(VkError.Of(925));
        if (memberId == chat.OwnerId)
            throw new VkRefusal(VkError.Of(15));
        if (!chat.Members.Remove(memberId))
            throw new VkRefusal(VkError.Of(935));
        if (memberId == us)
            chat.Bot = BotStanding.Absent;
        vk.World.Append(chat.Dialog, us, new Draft("") { Action = new ServiceAction("chat_kick_user", memberId, null) });
        return JsonValue.Create(1);
    }
}
