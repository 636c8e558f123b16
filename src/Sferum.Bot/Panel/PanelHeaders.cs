using Microsoft.Net.Http.Headers;

namespace Sferum.Bot.Panel;

/// <summary>What every answer of the panel tells the browser, refusals too.</summary>
internal static class PanelHeaders
{
    /// <summary>Everything comes from here; nothing inline is run, nobody frames it, forms go nowhere else.</summary>
    private const string ContentPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments(PanelRegistration.Root))
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            headers[HeaderNames.CacheControl] = "no-store";
        }

        return next(http);
    }
}
