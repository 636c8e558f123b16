using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Sferum.Bot.Orders;

/// <summary>Orders that are in force together, by date and number.</summary>
public sealed class OrderSet
{
    private readonly FrozenDictionary<string, ImmutableArray<OrderLine>> _lines;

    public OrderSet(IEnumerable<Order> orders)
    {
        Orders = [.. orders.OrderBy(order => order.Head.Date).ThenBy(order => order.Number, StringComparer.Ordinal)];
        Types = [.. Orders.SelectMany(order => order.Types).DistinctBy(type => type.Code)];
        _lines = Types.ToFrozenDictionary(
            type => type.Code, type => Orders.SelectMany(order => order.LinesFor(type.Code)).ToImmutableArray(), StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Orders.Select(order => order.File)))))[..8];
    }

    public ImmutableArray<Order> Orders { get; }

    /// <summary>Every institution type that some order knows: what the roster may hold.</summary>
    public ImmutableArray<InstitutionType> Types { get; }

    /// <summary>Equal for equal files, in whatever process.</summary>
    public string Version { get; }

    /// <summary>The lines of all orders for a type of institution.</summary>
    public ImmutableArray<OrderLine> LinesFor(string type) => _lines.TryGetValue(type, out var lines) ? lines : [];

    /// <summary>The line as it concerns that type; null when the order, the point or its application does not exist.</summary>
    public OrderLine? FindLine(LineKey key, string type) => LinesFor(type).FirstOrDefault(line => line.Key == key);

    /// <summary>Null when no order of this number is in force.</summary>
    public Order? Find(string number) => Orders.FirstOrDefault(order => order.Number == number);
}
