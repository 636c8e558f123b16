namespace Sferum.Bot.Orders;

/// <summary>That somebody acts for an institution.</summary>
/// <param name="Role">One of <see cref="PostRole"/>.</param>
/// <param name="Until">The first instant at which he does so no more; null for a head, who stays until he is replaced.</param>
public sealed record Post(Institution Institution, string Role, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>Known where posts are read with their person.</summary>
    public Staff Staff { get; init; } = Staff.Unknown;
}
