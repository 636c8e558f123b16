namespace Sferum.Bot.Orders;

/// <summary>One point of one order for one institution.</summary>
public sealed record ReportLine(long InstitutionId, string Order, string Point)
{
    public LineKey Key => new(Order, Point);
}
