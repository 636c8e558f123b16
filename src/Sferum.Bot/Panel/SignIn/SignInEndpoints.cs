using System.Security.Cryptography;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.SignIn;

/// <summary>In by a link from the chat, and out.</summary>
internal static class SignInEndpoints
{
    private const string EnterRoute = "/enter/{token}";

    public static void MapSignIn(this RouteGroupBuilder panel)
    {
        panel.MapGet(EnterRoute, ShowAsync).AllowAnonymous().RequireRateLimiting(PanelRegistration.EnterLimit);
        panel.MapPost(EnterRoute, EnterAsync).AllowAnonymous().RequireRateLimiting(PanelRegistration.EnterLimit);
        panel.MapPost("/leave", LeaveAsync);
        panel.MapGet("/left", () => FaultPages.Left).AllowAnonymous();
    }

    /// <summary>A page with a button: what only looks at links, as VK does for its previews, uses none up.</summary>
    private static async Task<IResult> ShowAsync(
        string token, HttpContext http, Database database, PanelAccessStore access, PanelCookies cookies, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync((db, stop) => access.PersonOfLinkAsync(db, token, stop), cancellationToken) is null)
        {
            return FaultPages.DeadLink;
        }

        var seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        cookies.SetSeed(http, seed);
        return PanelPage.Of<EnterPage>(new { Csrf = CsrfToken.Of(seed), Token = token });
    }

    private static async Task<IResult> EnterAsync(
        string token, HttpContext http, Database database, PanelAccessStore access, PanelCookies cookies, CancellationToken cancellationToken)
    {
        var before = cookies.SessionOf(http);
        var secret = await database.InTransactionAsync(
            async (db, stop) =>
            {
                if (await access.SignInAsync(db, token, http.Connection.RemoteIpAddress?.ToString(), stop) is not { } begun)
                {
                    return null;
                }

                // Whoever sat at this browser before is out.
                if (before is not null)
                {
                    await access.SignOutAsync(db, before, stop);
                }

                return begun;
            },
            cancellationToken);
        if (secret is null)
        {
            return FaultPages.DeadLink;
        }

        cookies.RemoveSeed(http);
        cookies.SetSession(http, secret);
        return PanelPage.SeeOther(PanelRegistration.Root);
    }

    private static async Task<IResult> LeaveAsync(
        HttpContext http, Database database, PanelAccessStore access, PanelCookies cookies, CancellationToken cancellationToken)
    {
        if (cookies.SessionOf(http) is { } secret)
        {
            await database.InTransactionAsync((db, stop) => access.SignOutAsync(db, secret, stop), cancellationToken);
        }

        cookies.RemoveSession(http);
        return PanelPage.SeeOther($"{PanelRegistration.Root}/left");
    }
}
