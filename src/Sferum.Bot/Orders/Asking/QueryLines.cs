using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Asking;

/// <summary>The lines of the orders in force that a question is about: those it names, those below a heading it names, else all.</summary>
internal sealed class QueryLines
{
    private readonly FrozenDictionary<string, ImmutableArray<OrderLine>> _byType;
    private readonly FrozenDictionary<LineKey, OrderPoint> _points;
    private readonly ImmutableArray<string> _types;

    public QueryLines(OrderSet orders, ImmutableArray<LineKey> named)
    {
        _types = [.. orders.Types.Select(type => type.Code)];
        IsNamed = !named.IsDefaultOrEmpty;
        _byType = orders.Types.ToFrozenDictionary(
            type => type.Code,
            type => orders.LinesFor(type.Code).Where(line => !IsNamed || named.Any(key => Covers(key, line.Key))).ToImmutableArray(),
            StringComparer.Ordinal);
        _points = _byType.Values.SelectMany(lines => lines).DistinctBy(line => line.Key).ToFrozenDictionary(line => line.Key, line => line.Point);
    }

    /// <summary>Only some lines are asked about.</summary>
    public bool IsNamed { get; }

    /// <summary>Each once.</summary>
    public IEnumerable<LineKey> Keys => _points.Keys;

    public ImmutableArray<OrderLine> Of(string type) => _byType.TryGetValue(type, out var lines) ? lines : [];

    /// <summary>Types stand as the orders list them, those they don't know behind.</summary>
    public int PlaceOf(string type) => _types.IndexOf(type) is >= 0 and var place ? place : _types.Length;

    public bool Has(LineKey key) => _points.ContainsKey(key);

    /// <summary>Of a line that <see cref="Has"/>.</summary>
    public OrderPoint PointOf(LineKey key) => _points[key];

    private static bool Covers(LineKey named, LineKey line) =>
        named.Order == line.Order && (named.Point == line.Point || line.Point.StartsWith(named.Point + ".", StringComparison.Ordinal));
}
