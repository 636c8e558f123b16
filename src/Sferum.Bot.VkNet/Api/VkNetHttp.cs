using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Sferum.Bot.Vk.Api;
using VkNet.Abstractions.Utils;
using VkNet.Utils;

namespace Sferum.Bot.VkNet.Api;

/// <summary>
/// VkNet's HTTP, in the place of its own: which goes to the old host, writes the token into logs and bodies, sets headers
/// for all requests at once and knows no timeout (<c>vk-platform.md</c> §8.2, §8.3).
/// </summary>
/// <param name="http">By the names of <see cref="VkHttp"/>; those of a factory, which keeps them.</param>
/// <param name="address">Where a request goes that VkNet addresses so.</param>
internal sealed class VkNetHttp(Func<string, HttpClient> http, Func<Uri, Uri> address) : IRestClient
{
    private const string Token = "access_token";

    public async Task<HttpResponse<string>> GetAsync(
        Uri uri, IEnumerable<KeyValuePair<string, string>> parameters, Encoding encoding, CancellationToken token = default)
    {
        using var request = VkHttp.PollRequest(uri, parameters);
        return await SendAsync(request, uri, token);
    }

    public async Task<HttpResponse<string>> PostAsync(
        Uri uri,
        IEnumerable<KeyValuePair<string, string>> parameters,
        Encoding encoding,
        IEnumerable<KeyValuePair<string, string>>? headers = null,
        CancellationToken token = default)
    {
        if (VkNetExchange.Current is { Client: VkHttp.Poll })
            return await GetAsync(uri, parameters, encoding, token);

        var all = parameters.ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, address(uri))
        {
            Content = new FormUrlEncodedContent(all.Where(parameter => parameter.Key != Token)),
        };
        foreach (var (name, value) in headers ?? [])
            request.Headers.TryAddWithoutValidation(name, value);
        if (all.Find(parameter => parameter.Key == Token).Value is { Length: > 0 } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return await SendAsync(request, uri, token);
    }

    public void Dispose()
    {
        // The clients are their factory's.
    }

    private async Task<HttpResponse<string>> SendAsync(HttpRequestMessage request, Uri asked, CancellationToken token)
    {
        var exchange = VkNetExchange.Current;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(token, exchange?.CancellationToken ?? CancellationToken.None);
        var answer = await VkHttp.SendAsync(http(exchange?.Client ?? VkHttp.Api), request, cancel.Token);
        if (exchange is not null)
            exchange.Answer = answer;
        switch (answer)
        {
            case VkResult<VkHttp.Body>.Ok { Value: var body }:
                var text = Encoding.UTF8.GetString(body.Bytes.Span);
                return body.IsSuccess
                    ? HttpResponse<string>.Success((HttpStatusCode)body.Status, text, asked)
                    : HttpResponse<string>.Fail((HttpStatusCode)body.Status, text, asked);
            case VkResult<VkHttp.Body>.Fault { Problem: var fault }:
                // VkNet knows a network's fault only as an exception.
                throw new HttpRequestException(fault.Reason);
            default:
                throw new InvalidOperationException($"Unexpected {answer.GetType()}.");
        }
    }
}
