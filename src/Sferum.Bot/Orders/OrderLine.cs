namespace Sferum.Bot.Orders;

/// <summary>One point of one order as it concerns one type of institution.</summary>
/// <param name="Mandatory">False for «по усмотрению».</param>
/// <param name="Unsettled">What the order leaves open here for this type; null when it is clear.</param>
public sealed record OrderLine(Order Order, OrderPoint Point, bool Mandatory, string? Unsettled)
{
    public LineKey Key => new(Order.Number, Point.Id);

    /// <summary>Words by which people name the point: its own and those of headings that name it.</summary>
    public IEnumerable<string> Mentions =>
        Order.Points.SelectMany(point => point.Mentions).Where(mention => mention.Points.Contains(Point.Id)).Select(mention => mention.Words);
}

/// <summary>Order and point: <c>223-09/1.1.a</c>. What buttons, slots and tables name; a point's id holds no slash.</summary>
public readonly record struct LineKey(string Order, string Point)
{
    public override string ToString() => $"{Order}/{Point}";

    /// <summary>Null for anything that is not of this form; that such a line exists is another question.</summary>
    public static LineKey? Parse(string text) =>
        text.LastIndexOf('/') is > 0 and var slash && slash < text.Length - 1 ? new LineKey(text[..slash], text[(slash + 1)..]) : null;
}
