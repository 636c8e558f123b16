using System.Text;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Transcripts.Office;

/// <summary>What VK would show of files, group chats and sent messages, as a script tells it.</summary>
internal sealed class ShownVk : IFileSource, IChatSource, ISentMessages
{
    public Dictionary<long, ChatLook> Chats { get; } = [];

    /// <summary>Address of a file → what fetching it comes to; all others can be had.</summary>
    public Dictionary<string, FileFetch> Files { get; } = [];

    /// <summary>Who takes no messages, with VK's code.</summary>
    public Dictionary<long, int> Refusing { get; } = [];

    /// <summary>Up to which message people have read.</summary>
    public Dictionary<long, long> ReadUpTo { get; } = [];

    /// <summary>Messages that were edited since the last question, as they read now.</summary>
    public List<(long Peer, Outgoing.Text Content)> Edited { get; } = [];

    public Task<bool> EditAsync(long peerId, long messageId, Outgoing.Text content, CancellationToken cancellationToken)
    {
        Edited.Add((peerId, content));
        return Task.FromResult(true);
    }

    public Task<IReadOnlyDictionary<long, long>?> ReadUpToAsync(IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, long>?>(peerIds.Where(ReadUpTo.ContainsKey).ToDictionary(peer => peer, peer => ReadUpTo[peer]));

    public async Task<FileFetch> FetchAsync(string address, Stream sink, long maxBytes, CancellationToken cancellationToken)
    {
        if (Files.TryGetValue(address, out var other))
        {
            return other;
        }

        await sink.WriteAsync(Encoding.UTF8.GetBytes(address), cancellationToken);
        return new FileFetch.Whole();
    }

    public Task<ChatLook> LookAsync(long chatPeerId, CancellationToken cancellationToken) =>
        Task.FromResult(Chats.GetValueOrDefault(chatPeerId, new ChatLook.Gone()));
}
