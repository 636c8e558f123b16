using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Sferum.Bot.Panel.Faults;

namespace Sferum.Bot.Panel.SignIn;

/// <summary>
/// The proof that a form came from a page of ours: derived from the session's secret, so that it needs no keys of its own,
/// which several processes would have to share, and ends with the session. Before there is a session, a cookie of the
/// sign-in page takes its place.
/// </summary>
internal static class CsrfToken
{
    public const string Field = "csrf";

    private const string Purpose = "sferum-bot.panel.form:";

    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Purpose + secret)));

    public static string Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<PanelCookies>().SessionOf(http) is { } secret ? Of(secret) : "";

    /// <summary>Refuses everything that may change something and was not sent by a page of ours.</summary>
    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || await IsOursAsync(http)
            ? await next(context)
            : FaultPages.Outdated;
    }

    private static async Task<bool> IsOursAsync(HttpContext http)
    {
        // Browsers that tell from where a request comes are believed when they say: from elsewhere.
        if (http.Request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin")
        {
            return false;
        }

        if (!http.Request.HasFormContentType)
        {
            return false;
        }

        StringValues sent;
        try
        {
            sent = (await http.Request.ReadFormAsync(http.RequestAborted))[Field];
        }
        catch (InvalidDataException)
        {
            return false; // no form at all, whatever it says it is
        }

        var cookies = http.RequestServices.GetRequiredService<PanelCookies>();
        return new[] { cookies.SessionOf(http), cookies.SeedOf(http) }.OfType<string>().Any(secret => IsEqual(Of(secret), sent.ToString()));
    }

    private static bool IsEqual(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));
}
