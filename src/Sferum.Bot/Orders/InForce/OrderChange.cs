using System.Collections.Immutable;

namespace Sferum.Bot.Orders.InForce;

/// <summary>What is different in another text of an order, for whoever does it or reviews it. A closed list.</summary>
public abstract record OrderChange
{
    private OrderChange()
    {
    }

    public sealed record Added(OrderPoint Point) : OrderChange;

    public sealed record Removed(OrderPoint Point) : OrderChange;

    /// <param name="Before">The deadline that it had; null: none.</param>
    public sealed record Postponed(OrderPoint Point, DateOnly? Before) : OrderChange;

    public sealed record Reassigned(OrderPoint Point, string Type, Applicability Before) : OrderChange;

    /// <summary>Other evidence is asked, or it is asked in other words.</summary>
    public sealed record AskedOtherwise(OrderPoint Point) : OrderChange;

    /// <summary>Label, title, words, or what is said of open questions.</summary>
    public sealed record Reworded(OrderPoint Point) : OrderChange;

    public sealed record OtherReminders : OrderChange;

    /// <summary>By point, in the order of the new text; what has gone comes last.</summary>
    public static ImmutableArray<OrderChange> Between(Order before, Order now)
    {
        var old = before.Points.ToDictionary(point => point.Id, StringComparer.Ordinal);
        var types = before.Types.Concat(now.Types).Select(type => type.Code).Distinct().ToArray();
        return
        [
            .. now.Points.SelectMany(point => old.TryGetValue(point.Id, out var known) ? OfPoint(known, point, types) : [new Added(point)]),
            .. before.Points.Where(point => now.Points.All(kept => kept.Id != point.Id)).Select(point => new Removed(point)),
            .. TextOf(before.Ladder) == TextOf(now.Ladder) ? Array.Empty<OrderChange>() : [new OtherReminders()],
        ];
    }

    private static List<OrderChange> OfPoint(OrderPoint before, OrderPoint now, string[] types)
    {
        if (before.Kind != now.Kind)
        {
            return [new Removed(before), new Added(now)];
        }

        var changes = new List<OrderChange>();
        if (before.Deadline != now.Deadline)
        {
            changes.Add(new Postponed(now, before.Deadline));
        }

        changes.AddRange(types.Where(type => before.AppliesTo(type) != now.AppliesTo(type)).Select(type => new Reassigned(now, type, before.AppliesTo(type))));
        if (!before.Evidence.SequenceEqual(now.Evidence))
        {
            changes.Add(new AskedOtherwise(now));
        }

        if ((before.Label, before.Title, before.Text) != (now.Label, now.Title, now.Text) || types.Any(type => before.UnsettledFor(type) != now.UnsettledFor(type)))
        {
            changes.Add(new Reworded(now));
        }

        return changes;
    }

    private static string TextOf(ReminderLadder ladder) => $"{ladder.EscalateAfter};{string.Join(
        ';',
        ladder.Steps.Select(step => $"{step.Days},{step.At},{step.Every},{string.Join('|', step.Says.Select(says => $"{says.Text}/{string.Join(',', says.Roles)}/{string.Join(',', says.Types)}"))}"))}";
}
