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

    internal sealed record Body(int Status, bool IsSuccess, byte[] Bytes);

    /// <summary>The whole answer, or <see cref="VkResult{T}.Fault"/>. Cancellation by the caller is thrown on.</summary>
    public static async Task<VkResult<Body>> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new VkResult<Body>.Ok(new Body((int)response.StatusCode, response.IsSuccessStatusCode, bytes));
        }
        catch (Exception exception) when (Fault(exception, cancellationToken) is { } fault)
        {
            return new VkResult<Body>.Fault(fault);
        }
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
}
