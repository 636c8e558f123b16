using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>All orders in force, by date and number.</summary>
public sealed class OrderBook
{
    private readonly ImmutableDictionary<LineKey, OrderPoint> _points;

    public OrderBook(IEnumerable<Order> orders)
    {
        Orders = [.. orders.OrderBy(order => order.Head.Date).ThenBy(order => order.Number, StringComparer.Ordinal)];
        Types = [.. Orders.SelectMany(order => order.Types).DistinctBy(type => type.Code)];
        _points = Orders
            .SelectMany(order => order.Points.Select(point => KeyValuePair.Create(new LineKey(order.Number, point.Id), point)))
            .ToImmutableDictionary();
    }

    public ImmutableArray<Order> Orders { get; }

    /// <summary>Every institution type that some order knows: what the roster may hold.</summary>
    public ImmutableArray<InstitutionType> Types { get; }

    /// <summary>The lines of all orders for a type of institution.</summary>
    public ImmutableArray<OrderLine> LinesFor(string type) => [.. Orders.SelectMany(order => order.LinesFor(type))];

    /// <summary>The line as it concerns that type; null when the order, the point or its application does not exist.</summary>
    public OrderLine? FindLine(LineKey key, string type) =>
        _points.ContainsKey(key) ? LinesFor(type).FirstOrDefault(line => line.Key == key) : null;
}
