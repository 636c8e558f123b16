using System.Collections.Immutable;

namespace Sferum.Bot.Vk.Api;

/// <summary>
/// The one seam to VK's API (5.199): what the bot needs and no more. Two implementations, of which <see cref="VkClients"/>
/// tells: the built-in client and the one over VkNet. The community's own token is used throughout.
/// </summary>
internal interface IVkApi
{
    /// <summary>The community that the token belongs to (<c>groups.getById</c> without parameters).</summary>
    Task<VkResult<VkGroup>> GetOwnGroupAsync(CancellationToken cancellationToken);

    /// <summary><c>groups.getTokenPermissions</c>: names of the rights that the token has.</summary>
    Task<VkResult<ImmutableArray<string>>> GetTokenPermissionsAsync(CancellationToken cancellationToken);

    Task<VkResult<LongPollSettings>> GetLongPollSettingsAsync(long groupId, CancellationToken cancellationToken);

    /// <summary>Switches on the events named and off the others that the bot knows. Needs the right <c>manage</c>.</summary>
    Task<VkResult<bool>> SetLongPollSettingsAsync(long groupId, LongPollSettings settings, CancellationToken cancellationToken);

    /// <summary>A key for polling. Not oftener than once in some seconds, else error 29 (§2.1).</summary>
    Task<VkResult<LongPollServer>> GetLongPollServerAsync(long groupId, CancellationToken cancellationToken);

    /// <summary>One poll; comes back after <paramref name="wait"/> at the latest. Not counted by the request limit.</summary>
    Task<VkResult<LongPollAnswer>> PollAsync(LongPollServer server, string ts, TimeSpan wait, CancellationToken cancellationToken);

    Task<VkResult<bool>> IsMemberAsync(long groupId, long userId, CancellationToken cancellationToken);

    /// <summary><c>groups.getMembers(filter=managers)</c>: who runs the community, at most 1,000.</summary>
    Task<VkResult<ImmutableArray<VkManager>>> GetManagersAsync(long groupId, CancellationToken cancellationToken);

    /// <summary>At most 1,000 ids. Names are what people wrote about themselves, not proof of anything (§7.1).</summary>
    Task<VkResult<ImmutableArray<VkUser>>> GetUsersAsync(ImmutableArray<long> ids, CancellationToken cancellationToken);

    /// <summary>One message to one dialog.</summary>
    Task<VkResult<VkSent>> SendAsync(VkCall.Send message, CancellationToken cancellationToken);

    /// <summary>One message to at most 100 dialogs; a result of its own for each, under its peer (§1.4).</summary>
    Task<VkResult<ImmutableDictionary<long, VkResult<VkSent>>>> SendToManyAsync(
        ImmutableArray<long> peerIds, int randomId, VkContent content, CancellationToken cancellationToken);

    /// <summary>At most 25 calls in one <c>execute</c>; a result for each, in the order of the calls (§1.5).</summary>
    Task<VkResult<ImmutableArray<VkResult<VkSent>>>> ExecuteAsync(ImmutableArray<VkCall> calls, CancellationToken cancellationToken);

    /// <summary>Ends the waiting of a callback button; within a minute of the press (§2.3).</summary>
    Task<VkResult<VkSent>> AnswerPressAsync(VkCall.AnswerPress answer, CancellationToken cancellationToken);

    /// <summary>Within 24 hours; keyboard and attachments that are not given again are dropped (§3.4).</summary>
    Task<VkResult<bool>> EditAsync(long peerId, long messageId, VkContent content, CancellationToken cancellationToken);

    /// <summary>«печатает…» for ten seconds.</summary>
    Task<VkResult<bool>> SetTypingAsync(long peerId, CancellationToken cancellationToken);

    Task<VkResult<bool>> MarkAsReadAsync(long peerId, CancellationToken cancellationToken);

    /// <summary>The newest messages of a dialog, newest first; <paramref name="count"/> at most 200.</summary>
    Task<VkResult<ImmutableArray<VkHistoryMessage>>> GetHistoryAsync(long peerId, int offset, int count, CancellationToken cancellationToken);

    /// <summary>
    /// The newest messages of at most 25 dialogs in one request (<c>execute</c>), newest first, under their peers;
    /// <paramref name="count"/> at most 200 of each.
    /// </summary>
    Task<VkResult<ImmutableDictionary<long, ImmutableArray<VkHistoryMessage>>>> GetHistoriesAsync(
        ImmutableArray<long> peerIds, int count, CancellationToken cancellationToken);

    /// <summary>Dialogs with the latest message first (pinned ones before them); <paramref name="count"/> at most 200.</summary>
    Task<VkResult<ImmutableArray<VkConversation>>> GetRecentAsync(int offset, int count, CancellationToken cancellationToken);

    /// <summary>At most 100 peers. Chats in which the bot is not an administrator are left out by VK (§7.3).</summary>
    Task<VkResult<ImmutableArray<VkConversation>>> GetConversationsAsync(ImmutableArray<long> peerIds, CancellationToken cancellationToken);

    /// <summary>Members of a chat, at most 1,000 from <paramref name="offset"/>. Errors 917 and 927 without administrator's rights.</summary>
    Task<VkResult<ImmutableArray<VkChatMember>>> GetConversationMembersAsync(long peerId, int offset, CancellationToken cancellationToken);

    /// <summary>The community leaves a chat (<c>messages.removeChatUser</c> of itself). Error 935 when it is not there.</summary>
    Task<VkResult<bool>> LeaveChatAsync(long chatPeerId, CancellationToken cancellationToken);

    Task<VkResult<bool>> IsAllowedToWriteAsync(long groupId, long userId, CancellationToken cancellationToken);

    /// <summary>Where a document for this dialog is to be posted; the address is a secret. May be refused with 901.</summary>
    Task<VkResult<Uri>> GetDocumentUploadAddressAsync(long peerId, CancellationToken cancellationToken);

    /// <summary>Makes an attachment of what the upload server answered: <c>doc111_777_key</c> (§6.1).</summary>
    Task<VkResult<string>> SaveDocumentAsync(string file, string title, CancellationToken cancellationToken);

    Task<VkResult<Uri>> GetPhotoUploadAddressAsync(long peerId, CancellationToken cancellationToken);

    /// <summary>Makes an attachment of what the upload server answered: <c>photo111_777_key</c> (§6.2).</summary>
    Task<VkResult<string>> SavePhotoAsync(UploadedPhoto photo, CancellationToken cancellationToken);

    /// <summary>VK's clock, whole seconds.</summary>
    Task<VkResult<DateTimeOffset>> GetServerTimeAsync(CancellationToken cancellationToken);
}
