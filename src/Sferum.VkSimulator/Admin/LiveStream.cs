using System.Text;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Admin;

/// <summary><c>GET /admin/stream</c>: what changed, as Server-Sent Events, until the page goes.</summary>
internal sealed class LiveStream(LiveFeed feed, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var channel = feed.Subscribe();
        try
        {
            await http.Response.Body.WriteAsync(": open\n\n"u8.ToArray(), ending.Token);
            await http.Response.Body.FlushAsync(ending.Token);
            while (await channel.Reader.WaitToReadAsync(ending.Token))
            {
                var text = new StringBuilder();
                while (channel.Reader.TryRead(out var news))
                    text.Append("event: ").Append(news.Name).Append("\ndata: ").Append(news.Body).Append("\n\n");
                await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), ending.Token);
                await http.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The page was closed or the simulator stops.
        }
        finally
        {
            feed.Unsubscribe(channel);
        }
    }
}
