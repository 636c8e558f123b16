using Microsoft.AspNetCore.Authorization;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Panel;

/// <summary>What one may do in the panel; every address names one of these, or says that it is open to everybody.</summary>
internal static class PanelPolicies
{
    public const string See = "panel.see";

    /// <summary>What changes how institutions stand.</summary>
    public const string Decide = "panel.decide";

    /// <summary>Saying who stands in for the specialist.</summary>
    public const string Grant = "panel.grant";

    public static void Add(AuthorizationOptions options)
    {
        Allow(options, See, DeskRole.Chief, DeskRole.Administrator, DeskRole.Substitute, DeskRole.Specialist);
        Allow(options, Decide, DeskRole.Substitute, DeskRole.Specialist);
        Allow(options, Grant, DeskRole.Administrator, DeskRole.Specialist);
    }

    private static void Allow(AuthorizationOptions options, string policy, params IEnumerable<DeskRole> roles) =>
        options.AddPolicy(policy, rules => rules.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
}
