namespace Sferum.Bot.Orders;

/// <summary>The state of a report as the database and the facts name it. A closed list.</summary>
public static class ReportStatus
{
    public const string Reported = "reported";
    public const string Accepted = "accepted";
    public const string Returned = "returned";
    public const string Withdrawn = "withdrawn";
}
