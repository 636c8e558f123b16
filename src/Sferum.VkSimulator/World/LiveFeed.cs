using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;

namespace Sferum.VkSimulator.World;

/// <summary>What just changed, for the open pages (Server-Sent Events). A slow reader loses the oldest news, never slows a sender.</summary>
internal sealed class LiveFeed
{
    private const int Backlog = 1_000;

    private ImmutableArray<Channel<News>> _readers = [];

    /// <summary>Raised for the same news inside the process.</summary>
    public event Action<string>? Published;

    public void Publish(string name, object body)
    {
        Published?.Invoke(name);
        var readers = _readers;
        if (readers.IsEmpty)
            return;
        var news = new News(name, JsonSerializer.Serialize(body, Json.Admin));
        foreach (var reader in readers)
            reader.Writer.TryWrite(news);
    }

    public Channel<News> Subscribe()
    {
        var channel = Channel.CreateBounded<News>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
        ImmutableInterlocked.Update(ref _readers, readers => readers.Add(channel));
        return channel;
    }

    public void Unsubscribe(Channel<News> channel) => ImmutableInterlocked.Update(ref _readers, readers => readers.Remove(channel));
}

/// <param name="Body">JSON of one line.</param>
internal sealed record News(string Name, string Body);
