using System.Buffers;
using System.Net.Sockets;

namespace Sferum.Bot.Vk.Api;

/// <summary>One exchange over HTTP with what the network may do as a value, and the names of the clients, one per role (§9, lesson 7).</summary>
internal static class VkHttp
{
    /// <summary>Calls of the API: short.</summary>
    public const string Api = "vk-api";

    /// <summary>Long poll: VK holds the answer back for a while.</summary>
    public const string Poll = "vk-poll";

    /// <summary>Uploads and downloads: long.</summary>
    public const string Files = "vk-files";

    /// <summary>Where it is not known how long an answer is, as of a packed one. In bytes.</summary>
    private const int FirstBuffer = 4 * 1024;

    /// <summary>Memory for longer answers is not kept. In bytes.</summary>
    private const int LongestKept = 1024 * 1024;

    /// <summary>The whole answer, or <see cref="VkResult{T}.Fault"/>. Cancellation by the caller is thrown on.</summary>
    public static async Task<VkResult<Body>> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The client's own clock stops at the headers when the body is read here.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(client.Timeout);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new VkResult<Body>.Ok(await ReadAsync(response, client.MaxResponseContentBufferSize, limit.Token));
        }
        catch (Exception exception) when (Fault(exception, cancellationToken) is { } fault)
        {
            return new VkResult<Body>.Fault(fault);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(broken.Message, broken, cancellationToken);
        }
    }

    /// <summary>
    /// As <see cref="HttpContent.ReadAsByteArrayAsync()"/>, which needs the memory twice, and anew for each answer: those of a poll
    /// under load belong to the large object heap, which is only looked through together with all others.
    /// </summary>
    private static async Task<Body> ReadAsync(HttpResponseMessage response, long most, CancellationToken cancellationToken)
    {
        var expected = response.Content.Headers.ContentLength;
        if (expected > most)
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded);

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);

        // One byte more than is expected, or there would be no room to see the end in; not more for a mere promise than is kept.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(expected ?? FirstBuffer, LongestKept - 1) + 1);
        var length = 0;
        while (await ReadAsync(stream, buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
            if (length > most)
                throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded);

            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                buffer.CopyTo(larger, 0);
                GiveBack(buffer);
                buffer = larger;
            }
        }

        return new Body((int)response.StatusCode, response.IsSuccessStatusCode, buffer.AsMemory(0, length), buffer);
    }

    private static async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What calls itself packed and is not: each of the runtime's decoders says so in its own way.
            throw new HttpRequestException(HttpRequestError.InvalidResponse, exception.Message, exception);
        }
    }

    private static void GiveBack(byte[] buffer)
    {
        if (buffer.Length <= LongestKept)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>A poll of the address that VK named (§4.3).</summary>
    public static HttpRequestMessage PollRequest(Uri server, IEnumerable<KeyValuePair<string, string>> parameters) => new(
        HttpMethod.Get,
        new UriBuilder(server) { Query = string.Join('&', parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}")) }.Uri);

    /// <summary>What an exception of <see cref="HttpClient"/> means, or null when it is not the network's.</summary>
    public static VkFault? Fault(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException => new VkFault("timeout", Uncertain: true),
        HttpRequestException http => new VkFault(Words(http), Uncertain: !NeverLeft(http.HttpRequestError)),
        HttpIOException broken => new VkFault(broken.HttpRequestError.ToString(), Uncertain: true),
        IOException => new VkFault("the connection broke", Uncertain: true),
        _ => null,
    };

    /// <summary>Names only: the exception's own text may hold an address.</summary>
    private static string Words(HttpRequestException exception) =>
        exception.InnerException is SocketException socket
            ? $"{exception.HttpRequestError}, {socket.SocketErrorCode}"
            : exception.HttpRequestError.ToString();

    private static bool NeverLeft(HttpRequestError error) => error is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    /// <summary>An answer, until it is disposed of: then its memory is used again.</summary>
    /// <param name="rented">The memory of <paramref name="bytes"/>; null: it is somebody else's.</param>
    internal sealed class Body(int status, bool isSuccess, ReadOnlyMemory<byte> bytes, byte[]? rented = null) : IDisposable
    {
        private byte[]? _rented = rented;

        public int Status => status;

        public bool IsSuccess => isSuccess;

        public ReadOnlyMemory<byte> Bytes { get; private set; } = bytes;

        public void Dispose()
        {
            if (_rented is not { } buffer)
                return;

            _rented = null;
            Bytes = default;
            GiveBack(buffer);
        }
    }
}
