using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Chats;

/// <summary>Title and people of a chat, as VK shows them to the chat's administrators (<c>vk-platform.md</c> §7.3).</summary>
internal sealed class VkChatSource(IVkApi api) : IChatSource
{
    private const int PageSize = 1000;

    /// <summary>Beyond so many pages a chat is counted no further.</summary>
    private const int MostPages = 20;

    public async Task<ChatLook> LookAsync(long chatPeerId, CancellationToken cancellationToken) =>
        await api.GetConversationsAsync([chatPeerId], cancellationToken) switch
        {
            VkResult<ImmutableArray<VkConversation>>.Ok { Value: [{ State: "kicked" or "left" or "out" }, ..] } => new ChatLook.Gone(),
            VkResult<ImmutableArray<VkConversation>>.Ok { Value: [{ Title: { } title }, ..] } => await CountAsync(chatPeerId, title, cancellationToken),

            // VK leaves out what it does not show.
            VkResult<ImmutableArray<VkConversation>>.Ok => new ChatLook.NoRights(),
            var failed => Unseen(failed),
        };

    private async Task<ChatLook> CountAsync(long chatPeerId, string title, CancellationToken cancellationToken)
    {
        // Told apart by id: somebody who joins between two pages moves the others on.
        var people = new HashSet<long>();
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.GetConversationMembersAsync(chatPeerId, page * PageSize, cancellationToken);
            if (answer is not VkResult<ImmutableArray<VkChatMember>>.Ok { Value: var members })
                return Unseen(answer);

            people.UnionWith(members.Select(member => member.MemberId).Where(id => id > 0));
            if (members.Length < PageSize)
                break;
        }

        return new ChatLook.Seen(title, people.Count);
    }

    private static ChatLook Unseen<T>(VkResult<T> result) => result switch
    {
        VkResult<T>.Error { Problem: var error } => Unseen(error),
        VkResult<T>.Fault { Problem: var fault } => new ChatLook.Later(fault.Reason),
        _ => throw new InvalidOperationException($"Unexpected {result.GetType().Name}."),
    };

    /// <summary>Only what VK says of this very chat counts; every other refusal may pass, and its words are for the log.</summary>
    private static ChatLook Unseen(VkError error) => error.Code switch
    {
        917 or 925 => new ChatLook.NoRights(),
        922 or 927 or 932 or VkErrorPolicy.NotInChat or 945 or 946 or 1017 => new ChatLook.Gone(),
        _ => new ChatLook.Later($"error {error.Code}: {error.Message}"),
    };
}
