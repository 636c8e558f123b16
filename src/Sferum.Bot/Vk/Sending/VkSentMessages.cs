using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Sending;

/// <summary>Messages that VK has taken: edited within 24 hours (<c>vk-platform.md</c> §3.4), read up to <c>out_read</c>.</summary>
internal sealed class VkSentMessages(IVkApi api) : ISentMessages
{
    public async Task<bool> EditAsync(long peerId, long messageId, Outgoing.Text content, CancellationToken cancellationToken)
    {
        // Keyboard and attachments that are not given again are dropped.
        var keyboard = content.Keyboard is { } rows ? VkKeyboard.Write(rows, out _) : null;
        return await api.EditAsync(peerId, messageId, new VkContent(content.Body, keyboard, content.Attachments), cancellationToken) is VkResult<bool>.Ok;
    }

    public async Task<IReadOnlyDictionary<long, long>?> ReadUpToAsync(IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken)
    {
        var read = new Dictionary<long, long>(peerIds.Count);
        foreach (var some in peerIds.Chunk(VkMethods.PeersPerSend))
        {
            if (await api.GetConversationsAsync([.. some], cancellationToken) is not VkResult<ImmutableArray<VkConversation>>.Ok { Value: var conversations })
                return null;

            foreach (var conversation in conversations)
                read[conversation.PeerId] = conversation.OutRead;
        }

        return read;
    }
}
