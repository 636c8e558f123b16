using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using VkNet;
using VkNet.Model;
using VkNet.Utils;

namespace Sferum.Bot.VkNet.Api;

/// <summary>
/// VK's API over VkNet: its session, version, parameters and calls. Answers are read by the bot itself, from VK's own
/// text: VkNet's models are those of API 5.131, lose a whole poll to one unknown value, take a person's text that looks
/// like a date for a date, and of <c>execute</c> leave an exception (<c>vk-platform.md</c> §8.3).
/// </summary>
/// <param name="vk">The class disposes of it.</param>
/// <param name="token">With what it is signed in, anew when that was replaced; null: it is signed in already.</param>
internal sealed class VkNetApi(
    VkApi vk, VkToken? token, VkCalls calls, IOptions<VkOptions> options, ILogger<VkNetApi> log) : JsonVkApi(calls, options, log), IDisposable
{
    public void Dispose() => vk.Dispose();

    protected override Task<VkResult<VkHttp.Body>> CarryAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        // Not the generic Call, which sets JsonConvert.DefaultSettings for the whole process.
        AnswerAsync(VkHttp.Api, () => SignedIn().Call(method, Parameters(parameters)), cancellationToken);

    protected override Task<VkResult<VkHttp.Body>> CarryPollAsync(
        Uri server, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        AnswerAsync(VkHttp.Poll, () => vk.InvokeLongPollExtended(server.ToString(), Parameters(parameters)), cancellationToken);

    private VkApi SignedIn()
    {
        if (token?.Value is { } now && vk.Token != now)
            vk.Authorize(new ApiAuthParams { AccessToken = now });
        return vk;
    }

    private static VkParameters Parameters(IReadOnlyList<KeyValuePair<string, string>> parameters) => new(parameters.ToDictionary());

    private static async Task<VkResult<VkHttp.Body>> AnswerAsync(string client, Action call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var exchange = new VkNetExchange(client, cancellationToken);
        try
        {
            await exchange.RunAsync(call);
        }
        catch (Exception) when (exchange.Answer is not null)
        {
            // What VkNet makes of an answer: an exception for each refusal, and for what its own models do not know.
        }

        return exchange.Answer ?? throw new InvalidOperationException("VkNet sent no request.");
    }
}
