using System.Collections.Immutable;

namespace Sferum.Bot.Orders.InForce;

/// <summary>What is allowed, and better known before an order is put in force. A closed list.</summary>
public abstract record OrderWarning
{
    private OrderWarning()
    {
    }

    /// <summary>Institutions of this type have reported what they don't have to any more; their reports are kept and seen no more.</summary>
    public sealed record ReportedPointGone(string Point, string Type, int Institutions) : OrderWarning;

    /// <summary>The roster holds no institution of this type.</summary>
    public sealed record NobodyOfType(string Type) : OrderWarning;

    /// <summary>The order does not know the type of so many institutions.</summary>
    public sealed record TypeLeftOut(string Type, int Institutions) : OrderWarning;

    /// <summary>The deadline of this point is over on the first day.</summary>
    public sealed record DeadlineOver(OrderPoint Point, DateOnly Deadline) : OrderWarning;

    /// <param name="institutions">Of the roster, by type.</param>
    /// <param name="firstDay">From which it is in force.</param>
    public static ImmutableArray<OrderWarning> Of(
        Order order, IReadOnlyCollection<ReportedPoint> reported, IReadOnlyDictionary<string, int> institutions, DateOnly firstDay) =>
    [
        .. reported
            .Where(known => order.LinesFor(known.Type).All(line => line.Point.Id != known.Point))
            .Select(known => new ReportedPointGone(known.Point, known.Type, known.Institutions)),
        .. order.Types.Where(type => !institutions.ContainsKey(type.Code)).Select(type => new NobodyOfType(type.Code)),
        .. institutions.Where(known => order.Types.All(type => type.Code != known.Key)).OrderBy(known => known.Key, StringComparer.Ordinal)
            .Select(known => new TypeLeftOut(known.Key, known.Value)),
        .. order.Points
            .Where(point => point.Kind == PointKind.DirectorTask && point.Deadline < firstDay)
            .Select(point => new DeadlineOver(point, point.Deadline ?? firstDay)),
    ];
}
