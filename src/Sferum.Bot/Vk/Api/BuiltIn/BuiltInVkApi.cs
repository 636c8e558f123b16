using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk.Api.Calls;

namespace Sferum.Bot.Vk.Api.BuiltIn;

/// <summary>
/// VK's API over <see cref="HttpClient"/>: form-encoded POST, the token in the header so that it stands in no body or
/// address that gets logged.
/// </summary>
internal sealed class BuiltInVkApi(
    VkCalls calls, IHttpClientFactory clients, IOptions<VkOptions> options, VkToken token, ILogger<BuiltInVkApi> log) : JsonVkApi(calls, options, log)
{
    /// <summary>In characters.</summary>
    private const int LongestKeptScript = 128 * 1024;

    private static readonly KeyValuePair<string, string> Version = new("v", VkCalls.ApiVersion);

    /// <summary>Programs are long, and in the large object heap as one piece: they are written into the same memory again and again.</summary>
    private static readonly ObjectPool<StringBuilder> Scripts = ObjectPool.Create(new StringBuilderPooledObjectPolicy { MaximumRetainedCapacity = LongestKeptScript });

    protected override Task<VkResult<VkHttp.Body>> CarryAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        PostAsync(method, new FormContent([Version, .. parameters]), cancellationToken);

    protected override Task<VkResult<VkHttp.Body>> CarryScriptAsync(Action<StringBuilder> write, CancellationToken cancellationToken)
    {
        // Given back before the request is on its way: however many are, hardly ever two are written at once.
        var script = Scripts.Get();
        write(script);
        var form = new FormContent([Version]).Add("code", script);
        Scripts.Return(script);
        return PostAsync(VkMethods.Execute, form, cancellationToken);
    }

    protected override async Task<VkResult<VkHttp.Body>> CarryPollAsync(
        Uri server, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        using var request = VkHttp.PollRequest(server, parameters);
        return await VkHttp.SendAsync(clients.CreateClient(VkHttp.Poll), request, cancellationToken);
    }

    private async Task<VkResult<VkHttp.Body>> PostAsync(string method, FormContent content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Options.ApiBaseUrl, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return await VkHttp.SendAsync(clients.CreateClient(VkHttp.Api), request, cancellationToken);
    }
}
