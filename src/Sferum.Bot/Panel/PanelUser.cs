using System.Globalization;
using System.Security.Claims;
using Sferum.Bot.Orders.Desk;

namespace Sferum.Bot.Panel;

/// <summary>Who asks, as the session tells.</summary>
internal static class PanelUser
{
    public static ClaimsPrincipal Of(long personId, IEnumerable<DeskRole> roles, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, personId.ToString(CultureInfo.InvariantCulture)), .. roles.Select(role => new Claim(ClaimTypes.Role, role.ToString()))], scheme));

    public static long Id(this ClaimsPrincipal user) =>
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("nobody is signed in"), CultureInfo.InvariantCulture);

    /// <summary>The role that may do most.</summary>
    public static DeskRole DeskRole(this ClaimsPrincipal user) =>
        user.FindAll(ClaimTypes.Role).Select(claim => Enum.Parse<DeskRole>(claim.Value)).DefaultIfEmpty(Orders.Desk.DeskRole.None).Max();

    public static bool MayDecide(this ClaimsPrincipal user) => user.Is(Orders.Desk.DeskRole.Specialist) || user.Is(Orders.Desk.DeskRole.Substitute);

    public static bool MayGrant(this ClaimsPrincipal user) => user.Is(Orders.Desk.DeskRole.Specialist) || user.Is(Orders.Desk.DeskRole.Administrator);

    private static bool Is(this ClaimsPrincipal user, DeskRole role) => user.IsInRole(role.ToString());
}
