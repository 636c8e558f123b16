using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Files;

/// <summary>Files from and to VK (<c>vk-platform.md</c> §6). Addresses hold keys and never come into a log.</summary>
internal sealed class VkFiles(IVkApi api, IHttpClientFactory clients, IOptions<VkOptions> options, TimeProvider time)
{
    private const int MostRedirects = 5;
    private const int UploadFailed = 22;

    /// <summary>Signed addresses of VK have some hundreds of characters; <see cref="Uri"/> takes long over very long ones.</summary>
    private const int LongestAddress = 4_096;

    /// <summary>Fetches a file into <paramref name="sink"/>, at most <paramref name="maxBytes"/> of it.</summary>
    public async Task<FileDownload> DownloadAsync(string url, Stream sink, long maxBytes, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.FileTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FollowAsync(url, sink, maxBytes, either.Token);
        }
        catch (Exception exception) when (VkHttp.Fault(exception, cancellationToken) is { } fault)
        {
            return new FileDownload.Fault(fault.Reason);
        }
    }

    /// <summary>Uploads a document that only this dialog is to see.</summary>
    /// <param name="title">The name shown, with its extension.</param>
    /// <returns>An attachment's name: <c>doc111_777_key</c>.</returns>
    public Task<VkResult<string>> UploadDocumentAsync(long peerId, string title, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TwiceAsync(async () => await api.GetDocumentUploadAddressAsync(peerId, cancellationToken) switch
        {
            VkResult<Uri>.Ok { Value: var address } => await PostAsync(address, "file", title, content, cancellationToken) switch
            {
                VkResult<Uploaded>.Ok { Value.File: { Length: > 0 } file } => await api.SaveDocumentAsync(file, title, cancellationToken),
                VkResult<Uploaded>.Ok => Refused<string>(),
                var failed => failed.Select(_ => ""),
            },
            var failed => failed.Select(_ => ""),
        });

    /// <summary>Uploads a picture for this dialog.</summary>
    /// <returns>An attachment's name: <c>photo111_777_key</c>.</returns>
    public Task<VkResult<string>> UploadPhotoAsync(long peerId, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        TwiceAsync(async () => await api.GetPhotoUploadAddressAsync(peerId, cancellationToken) switch
        {
            VkResult<Uri>.Ok { Value: var address } => await PostAsync(address, "photo", name, content, cancellationToken) switch
            {
                VkResult<Uploaded>.Ok { Value.Photo: { Photo.Length: > 2 } photo } => await api.SavePhotoAsync(photo, cancellationToken),
                VkResult<Uploaded>.Ok => Refused<string>(),
                var failed => failed.Select(_ => ""),
            },
            var failed => failed.Select(_ => ""),
        });

    /// <summary>The chain of an upload is begun once more where the policy says so: its address and tickets are good for one use.</summary>
    private static async Task<VkResult<string>> TwiceAsync(Func<Task<VkResult<string>>> upload) => await upload() switch
    {
        VkResult<string>.Error { Problem: var error } when VkErrorPolicy.Of(error).Policy is VkPolicy.RetryOnce or VkPolicy.Retry => await upload(),
        VkResult<string>.Fault => await upload(),
        var result => result,
    };

    private static VkResult<T> Refused<T>() => new VkResult<T>.Error(new VkError(UploadFailed, "the upload server did not take the file"));

    private async Task<FileDownload> FollowAsync(string url, Stream sink, long maxBytes, CancellationToken cancellationToken)
    {
        if (url.Length > LongestAddress || !Uri.TryCreate(url, UriKind.Absolute, out var address))
            return new FileDownload.NotAllowed("");

        var client = clients.CreateClient(VkHttp.Files);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (!FileHosts.Allow(options.Value.FileHosts, address))
                return new FileDownload.NotAllowed(address.Host);

            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is >= 300 and < 400 && PlaceOf(response) is { } location)
            {
                if (location.Length > LongestAddress || !Uri.TryCreate(address, location, out var next))
                    return new FileDownload.NotAllowed("");
                address = next;
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.OK => await CopyAsync(response.Content, sink, maxBytes, cancellationToken),
                HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => new FileDownload.Gone((int)response.StatusCode),
                var status => new FileDownload.Fault($"HTTP {(int)status}"),
            };
        }

        return new FileDownload.Fault("too many redirects");
    }

    /// <summary>As it came: the parsed header throws for some.</summary>
    private static string? PlaceOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.FirstOrDefault() : null;

    private static async Task<FileDownload> CopyAsync(HttpContent content, Stream sink, long maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes)
            return new FileDownload.TooLarge(maxBytes);

        await using var source = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[64 * 1024];
        var total = 0L;
        for (var read = await source.ReadAsync(buffer, cancellationToken); read > 0; read = await source.ReadAsync(buffer, cancellationToken))
        {
            total += read;
            if (total > maxBytes)
                return new FileDownload.TooLarge(maxBytes);
            await sink.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new FileDownload.Done(total, content.Headers.ContentType?.MediaType ?? "");
    }

    /// <summary>The multipart step. The address comes from VK's own answer.</summary>
    private async Task<VkResult<Uploaded>> PostAsync(
        Uri address, string field, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var file = new ReadOnlyMemoryContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");

        // Quotes as browsers write them; an ASCII name, since how VK reads filename* is not known (§6.1). VK takes the type from its end.
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{field}{Extension(name)}\"" };
        using var form = new MultipartFormDataContent { file };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        return await VkHttp.SendAsync(clients.CreateClient(VkHttp.Files), request, cancellationToken) switch
        {
            VkResult<VkHttp.Body>.Ok { Value: var body } => Parse(body),
            var failed => failed.Select(_ => new Uploaded("", new UploadedPhoto("", "", ""))),
        };
    }

    private static VkResult<Uploaded> Parse(VkHttp.Body answer)
    {
        using var body = answer;
        if (!body.IsSuccess)
            return new VkResult<Uploaded>.Fault(new VkFault($"HTTP {body.Status}", Uncertain: false));

        try
        {
            using var document = JsonDocument.Parse(body.Bytes);
            var json = document.RootElement;
            return new VkResult<Uploaded>.Ok(new Uploaded(json.Text("file"), new UploadedPhoto(json.Text("server"), json.Text("photo"), json.Text("hash"))));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or JSON by its form with names in it that are no text.
            return new VkResult<Uploaded>.Fault(new VkFault("the upload server's answer is not JSON", Uncertain: false));
        }
    }

    private static string Extension(string name) =>
        Path.GetExtension(name) is { Length: > 1 and <= 9 } extension && Ascii.IsValid(extension) && extension[1..].All(char.IsAsciiLetterOrDigit)
            ? extension
            : ".bin";

    /// <summary>What an upload server answers, of either kind of file; empty where it says nothing.</summary>
    private sealed record Uploaded(string File, UploadedPhoto Photo);
}
