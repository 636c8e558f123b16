using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.SignIn;

/// <summary>Nothing to set.</summary>
internal sealed class PanelSchemeOptions : AuthenticationSchemeOptions;

/// <summary>Knows by the session's cookie who asks, and by settings and substitutes of this moment as what.</summary>
internal sealed class SessionHandler(
    Database database,
    PanelAccessStore access,
    SubstituteStore substitutes,
    PanelCookies cookies,
    IOptionsMonitor<PanelSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder) : AuthenticationHandler<PanelSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "panel";

    /// <summary>Pages that look for news by themselves send it: that is no sign that somebody is there.</summary>
    public const string BackgroundHeader = "X-Panel-Background";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Path.StartsWithSegments(PanelRegistration.Root) || cookies.SessionOf(Context) is not { Length: > 0 } secret)
        {
            return AuthenticateResult.NoResult();
        }

        var (session, roles) = await database.ReadAsync(
            async (db, token) => await access.FindSessionAsync(db, secret, token) is { } found
                ? (found, await substitutes.RolesOfAsync(db, found.PersonId, token))
                : (null, (IReadOnlyList<DeskRole>)[]),
            Context.RequestAborted);
        if (session is null || roles.Count == 0)
        {
            return AuthenticateResult.Fail("no session");
        }

        if (session.IsStale && !Request.Headers.ContainsKey(BackgroundHeader))
        {
            await database.InTransactionAsync((db, token) => access.TouchAsync(db, secret, token), Context.RequestAborted);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PanelUser.Of(session.PersonId, roles, Scheme), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => FaultPages.SignedOut.ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => FaultPages.Forbidden.ExecuteAsync(Context);
}
