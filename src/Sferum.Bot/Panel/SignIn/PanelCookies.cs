using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Panel.SignIn;

/// <summary>
/// The two cookies of the panel. Over TLS their names begin with <c>__Host-</c>: no other host and no path can set them.
/// </summary>
internal sealed class PanelCookies(IOptions<PanelOptions> options)
{
    private const string Session = "sferum-panel";
    private const string Seed = "sferum-panel-enter";

    public string? SessionOf(HttpContext http) => http.Request.Cookies[Name(Session)];

    /// <summary>Lax: a link in the chat may lead into the panel; what changes anything is posted with a token.</summary>
    public void SetSession(HttpContext http, string secret) => http.Response.Cookies.Append(Name(Session), secret, Like(SameSiteMode.Lax));

    public void RemoveSession(HttpContext http) => http.Response.Cookies.Delete(Name(Session), Like(SameSiteMode.Lax));

    /// <summary>What forms are bound to before there is a session.</summary>
    public string? SeedOf(HttpContext http) => http.Request.Cookies[Name(Seed)];

    public void SetSeed(HttpContext http, string seed) => http.Response.Cookies.Append(Name(Seed), seed, Like(SameSiteMode.Strict));

    public void RemoveSeed(HttpContext http) => http.Response.Cookies.Delete(Name(Seed), Like(SameSiteMode.Strict));

    private string Name(string name) => options.Value.IsSecure ? $"__Host-{name}" : name;

    private CookieOptions Like(SameSiteMode sameSite) =>
        new() { HttpOnly = true, Secure = options.Value.IsSecure, SameSite = sameSite, Path = "/", IsEssential = true };
}
