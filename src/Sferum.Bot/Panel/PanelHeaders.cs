using Microsoft.Net.Http.Headers;

namespace Sferum.Bot.Panel;

/// <summary>What every answer of the panel tells the browser, refusals and faults too.</summary>
internal static class PanelHeaders
{
    /// <summary>Everything comes from here; nothing inline is run, nobody frames it, forms go nowhere else.</summary>
    private const string PagePolicy =
        "default-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Of a file nothing is run. Browsers show a PDF as a plugin and a picture with styles of their own.</summary>
    private const string FilePolicy =
        "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /// <summary>
    /// Added at the last moment: what clears the answer before, as after a crash, does not clear these. What an address
    /// has set itself stands.
    /// </summary>
    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(PanelRegistration.Root))
        {
            http.Response.OnStarting(Complete, http.Response.Headers);
        }

        return next(http);
    }

    /// <summary>For evidence to look at, which pages of ours may frame.</summary>
    public static void AllowFile(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = FilePolicy;
        http.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    private static Task Complete(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, PagePolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd(HeaderNames.XFrameOptions, "DENY");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("X-Robots-Tag", "noindex, nofollow");
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
        return Task.CompletedTask;
    }
}
