using System.Globalization;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Vk.Files;

/// <summary>Attachments of VK messages as files.</summary>
internal sealed class VkFileSource(VkFiles files) : IFileSource
{
    public async Task<FileFetch> FetchAsync(string address, Stream sink, long maxBytes, CancellationToken cancellationToken) =>
        await files.DownloadAsync(address, sink, maxBytes, cancellationToken) switch
        {
            // Where a picture or document should be, a page means that access was lost (vk-platform.md §6.3).
            FileDownload.Done { ContentType: "text/html" } => new FileFetch.Never("a page came instead of a file"),
            FileDownload.Done => new FileFetch.Whole(),
            FileDownload.NotAllowed refused => new FileFetch.Never($"host {refused.Host} is not in Vk__FileHosts"),
            FileDownload.TooLarge large => new FileFetch.TooLarge(large.MaxBytes),
            FileDownload.Gone gone => new FileFetch.Never($"status {gone.Status.ToString(CultureInfo.InvariantCulture)}"),
            FileDownload.Fault fault => new FileFetch.Later(fault.Reason),
            var other => throw new InvalidOperationException($"unknown download {other.GetType().Name}"),
        };
}
