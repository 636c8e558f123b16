using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.VkNet.Api;
using VkNet;
using VkNet.AudioBypassService.Abstractions;
using VkNet.AudioBypassService.Exceptions;
using VkNet.AudioBypassService.Extensions;
using VkNet.AudioBypassService.Utils;
using VkNet.Exception;
using VkNet.Model;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>What a sign-in came to. A closed list.</summary>
internal abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <param name="Api">With the account's own token, which lives as long as this object; whoever gets it disposes of it.</param>
    public sealed record In(VkNetApi Api, long AccountId) : SignInResult;

    /// <param name="Why">A sentence for the person at the terminal.</param>
    public sealed record Refused(string Why) : SignInResult;
}

/// <summary>
/// Signs a service account in by <c>VkNet.AudioBypassService</c>, which plays VK's own application (<c>vk-platform.md</c>
/// §8.4). The token is never written down: nothing runs unattended with it, so keeping it would be a risk without a use.
/// </summary>
/// <param name="receipts">Null: Google's, as the package asks for it.</param>
internal sealed class SignIn(
    IHttpClientFactory clients,
    IOptions<VkOptions> vk,
    IOptions<ServiceAccountOptions> options,
    VkMetrics metrics,
    TimeProvider time,
    ILoggerFactory logs,
    IReceiptParser? receipts = null)
{
    /// <summary>A user's token has 3 requests a second (<c>vk-platform.md</c> §2.1).</summary>
    private const int RequestsPerSecond = 3;

    public async Task<SignInResult> RunAsync(Credentials credentials, Terminal terminal, CancellationToken cancellationToken)
    {
        var session = Open();
        var exchange = new VkNetExchange(VkHttp.Api, cancellationToken);
        try
        {
            await exchange.RunAsync(() => session.Authorize(new ApiAuthParams
            {
                Login = credentials.Login,
                Password = credentials.Password,
                TwoFactorSupported = true,
                TwoFactorAuthorization = () => terminal.Ask("Код подтверждения из СМС или приложения:", false) is { Length: > 0 } code
                    ? code
                    : throw new NoCodeException(),
            }));
        }
        catch (Exception exception) when (Explain(exception, exchange) is { } why)
        {
            session.Dispose();
            return new SignInResult.Refused(why);
        }
        catch
        {
            session.Dispose();
            throw;
        }

        var rate = new VkRequestRate(RequestsPerSecond, time);
        var api = new VkNetApi(session, token: null, new VkCalls(rate, metrics, time, logs.CreateLogger<VkCalls>()), vk, logs.CreateLogger<VkNetApi>());
        return new SignInResult.In(api, session.UserId ?? 0);
    }

    private VkApi Open()
    {
        var http = clients.CreateClient(VkHttp.Api);

        // Made only for the headers of VK's application, which it puts on the client; its own requests are logged with their secrets.
        _ = new RestClientWithUserAgent(http, NullLogger.Instance);
        return VkNetSession.Open(
            new VkNetHttp(_ => http, Address),
            parts =>
            {
                if (receipts is not null)
                    parts.TryAddSingleton(receipts);
                parts.AddAudioBypass();
            });
    }

    /// <summary>The package has the old host of sign-in, or the new one, by its version.</summary>
    private Uri Address(Uri asked) => asked.Host is "oauth.vk.com" or "oauth.vk.ru"
        ? options.Value.SignInUrl
        : VkNetSession.Moved(asked, vk.Value.ApiBaseUrl);

    /// <summary>Null for what is a bug or a cancellation. Words of the package are not passed on: some hold what was sent.</summary>
    private static string? Explain(Exception exception, VkNetExchange exchange) => exception switch
    {
        _ when exchange.CancellationToken.IsCancellationRequested => null,
        NoCodeException => "Код подтверждения не введён: вход не выполнен.",
        VkAuthException { AuthError.Error: "invalid_client" } => "ВКонтакте не принял телефон или пароль.",
        VkAuthException { AuthError.Error: var error } => $"ВКонтакте не пустил в учётную запись ({error}). Войдите в неё с обычного устройства и посмотрите, чего ВКонтакте хочет.",
        CaptchaNeededException => "ВКонтакте просит ввести код с картинки. Войдите в эту учётную запись с обычного устройства и попробуйте снова через час.",
        VkApiMethodInvokeException { ErrorCode: var code } => string.Create(CultureInfo.InvariantCulture, $"ВКонтакте отказал во входе (ошибка {code})."),
        HttpRequestException => "Нет связи с ВКонтакте или с Google, без которых такой вход не выполнить. Проверьте доступ в интернет.",
        OperationCanceledException => "Google не ответил вовремя, а без него такой вход не выполнить. Попробуйте позже.",
        VkApiException or InvalidOperationException => "Вход не выполнен: ответ ВКонтакте или Google не такой, как ждёт VkNet.AudioBypassService. Возможно, нужна новая версия пакета.",
        _ => null,
    };

    private sealed class NoCodeException : Exception;
}
