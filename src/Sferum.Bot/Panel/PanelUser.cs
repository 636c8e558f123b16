using System.Globalization;
using System.Security.Claims;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Panel;

/// <summary>Who asks, as the session tells.</summary>
internal static class PanelUser
{
    public static ClaimsPrincipal Of(long personId, DeskRole role, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, personId.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Role, role.ToString())], scheme));

    public static long Id(this ClaimsPrincipal user) =>
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("nobody is signed in"), CultureInfo.InvariantCulture);

    public static DeskRole DeskRole(this ClaimsPrincipal user) =>
        Enum.TryParse<DeskRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : Orders.Desk.DeskRole.None;

    public static bool MayDecide(this ClaimsPrincipal user) => user.DeskRole() is Orders.Desk.DeskRole.Specialist or Orders.Desk.DeskRole.Substitute;

    public static bool MayGrant(this ClaimsPrincipal user) => user.DeskRole() is Orders.Desk.DeskRole.Specialist or Orders.Desk.DeskRole.Administrator;
}
