namespace Sferum.Bot.Orders;

/// <summary>What a report says, as the database and the facts name it. A closed list.</summary>
public static class ReportKind
{
    /// <summary>The point is done; the answers are its evidence.</summary>
    public const string Done = "done";

    /// <summary>The point does not concern the institution; the answers hold the reason.</summary>
    public const string NotApplicable = "not_applicable";

    /// <summary>The specialist was told by telephone and has written it down; the answers hold who said what and when.</summary>
    public const string ByPhone = "by_phone";
}
