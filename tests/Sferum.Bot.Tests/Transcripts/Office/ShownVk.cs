using System.Text;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Transcripts.Office;

/// <summary>What VK would show of files and group chats, as a script tells it.</summary>
internal sealed class ShownVk : IFileSource, IChatSource
{
    public Dictionary<long, ChatLook> Chats { get; } = [];

    /// <summary>Address of a file → what fetching it comes to; all others can be had.</summary>
    public Dictionary<string, FileFetch> Files { get; } = [];

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
