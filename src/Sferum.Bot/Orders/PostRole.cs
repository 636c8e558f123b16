namespace Sferum.Bot.Orders;

/// <summary>As what somebody acts for an institution, as the database and the facts name it. A closed list.</summary>
public static class PostRole
{
    public const string Head = "head";

    /// <summary>Reports like a head, for a time, but lets nobody else in.</summary>
    public const string Deputy = "deputy";
}
