using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>One API method; runs under the world's gate, throws <see cref="VkRefusal"/> to refuse.</summary>
internal delegate JsonNode VkMethod(VkPlatform vk, Parameters parameters);

/// <summary>The methods that the simulator knows, by their case-sensitive names; all others are error 3.</summary>
internal static class MethodTable
{
    public const string Execute = "execute";

    public static FrozenDictionary<string, VkMethod> All { get; } = new Dictionary<string, VkMethod>
    {
        ["docs.getMessagesUploadServer"] = Docs.GetMessagesUploadServer,
        ["docs.save"] = Docs.Save,
        ["groups.addCallbackServer"] = GroupsCallback.AddServer,
        ["groups.deleteCallbackServer"] = GroupsCallback.DeleteServer,
        ["groups.editCallbackServer"] = GroupsCallback.EditServer,
        ["groups.getById"] = Groups.GetById,
        ["groups.getCallbackConfirmationCode"] = GroupsCallback.GetConfirmationCode,
        ["groups.getCallbackServers"] = GroupsCallback.GetServers,
        ["groups.getLongPollServer"] = GroupsLongPoll.GetServer,
        ["groups.getLongPollSettings"] = GroupsLongPoll.GetSettings,
        ["groups.getMembers"] = Groups.GetMembers,
        ["groups.getTokenPermissions"] = Groups.GetTokenPermissions,
        ["groups.isMember"] = Groups.IsMember,
        ["groups.setCallbackSettings"] = GroupsCallback.SetSettings,
        ["groups.setLongPollSettings"] = GroupsLongPoll.SetSettings,
        ["messages.edit"] = MessagesEdit.Invoke,
        ["messages.getByConversationMessageId"] = MessagesGet.ByConversationMessageId,
        ["messages.getById"] = MessagesGet.ById,
        ["messages.getConversationMembers"] = MessagesConversations.GetMembers,
        ["messages.getConversations"] = MessagesConversations.Get,
        ["messages.getConversationsById"] = MessagesConversations.GetById,
        ["messages.getHistory"] = MessagesGet.History,
        ["messages.getInviteLink"] = MessagesConversations.GetInviteLink,
        ["messages.isMessagesFromGroupAllowed"] = MessagesState.IsMessagesFromGroupAllowed,
        ["messages.markAsRead"] = MessagesState.MarkAsRead,
        ["messages.removeChatUser"] = MessagesRemoveChatUser.Invoke,
        ["messages.send"] = MessagesSend.Invoke,
        ["messages.sendMessageEventAnswer"] = MessagesState.SendMessageEventAnswer,
        ["messages.setActivity"] = MessagesState.SetActivity,
        ["photos.getMessagesUploadServer"] = Photos.GetMessagesUploadServer,
        ["photos.saveMessagesPhoto"] = Photos.SaveMessagesPhoto,
        ["users.get"] = Users.Get,
        ["utils.getServerTime"] = ServerTime.Get,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
