using System.Collections.Immutable;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>Reads the chats to which an account was invited: titles and members, no message.</summary>
internal static class AccountChats
{
    private const int ConversationsPerPage = 200;
    private const int MembersPerPage = 1000;

    /// <summary>Beyond so many pages nothing more is read: of chats, and of each chat's members.</summary>
    private const int MostPages = 20;

    /// <returns>A fault or refusal of any part ends it: half a list would look like missing chats.</returns>
    public static async Task<VkResult<ImmutableArray<SeenChat>>> ReadAsync(IVkApi api, long accountId, CancellationToken cancellationToken)
    {
        var chats = ImmutableArray.CreateBuilder<SeenChat>();
        var known = new HashSet<long>();
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.GetRecentAsync(page * ConversationsPerPage, ConversationsPerPage, cancellationToken);
            if (answer is not VkResult<ImmutableArray<VkConversation>>.Ok { Value: var conversations })
                return answer.Select(_ => ImmutableArray<SeenChat>.Empty);

            // A message that comes meanwhile moves the others on to the next page.
            foreach (var chat in conversations.Where(one => one is { PeerId: > VkMethods.FirstChatPeer, State: "in", Title: not null } && known.Add(one.PeerId)))
            {
                switch (await PeopleAsync(api, chat.PeerId, cancellationToken))
                {
                    case VkResult<ImmutableHashSet<long>>.Ok { Value: var people }:
                        chats.Add(new SeenChat(chat.Title ?? "", people.Remove(accountId)));
                        break;
                    case var failed:
                        return failed.Select(_ => ImmutableArray<SeenChat>.Empty);
                }
            }

            if (conversations.Length < ConversationsPerPage)
                break;
        }

        return new VkResult<ImmutableArray<SeenChat>>.Ok(chats.ToImmutable());
    }

    private static async Task<VkResult<ImmutableHashSet<long>>> PeopleAsync(IVkApi api, long peerId, CancellationToken cancellationToken)
    {
        var people = ImmutableHashSet.CreateBuilder<long>();
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await api.GetConversationMembersAsync(peerId, page * MembersPerPage, cancellationToken);
            if (answer is not VkResult<ImmutableArray<VkChatMember>>.Ok { Value: var members })
                return answer.Select(_ => ImmutableHashSet<long>.Empty);

            people.UnionWith(members.Select(member => member.MemberId).Where(id => id > 0));
            if (members.Length < MembersPerPage)
                break;
        }

        return new VkResult<ImmutableHashSet<long>>.Ok(people.ToImmutable());
    }
}
