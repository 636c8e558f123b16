using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>
/// All orders in force. What that is may change while the program runs, and always as a whole: who asks twice for what
/// has to fit together asks <see cref="Now"/> once.
/// </summary>
public sealed class OrderBook
{
    private OrderSet _now;

    /// <param name="files">Those of the files, in force until something else is said of their numbers.</param>
    public OrderBook(IEnumerable<Order> files)
    {
        _now = new OrderSet(files);
        Files = _now.Orders;
    }

    /// <summary>What the program has brought along.</summary>
    public ImmutableArray<Order> Files { get; }

    /// <summary>What is in force at this moment.</summary>
    public OrderSet Now => Volatile.Read(ref _now);

    /// <inheritdoc cref="OrderSet.Orders"/>
    public ImmutableArray<Order> Orders => Now.Orders;

    /// <inheritdoc cref="OrderSet.Types"/>
    public ImmutableArray<InstitutionType> Types => Now.Types;

    /// <inheritdoc cref="OrderSet.LinesFor"/>
    public ImmutableArray<OrderLine> LinesFor(string type) => Now.LinesFor(type);

    /// <inheritdoc cref="OrderSet.FindLine"/>
    public OrderLine? FindLine(LineKey key, string type) => Now.FindLine(key, type);

    /// <summary>From now on these are in force.</summary>
    public void Use(IEnumerable<Order> orders) => Volatile.Write(ref _now, new OrderSet(orders));
}
