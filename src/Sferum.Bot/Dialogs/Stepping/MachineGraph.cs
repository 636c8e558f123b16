using System.Collections.Immutable;
using Stateless.Reflection;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>
/// What a machine tells of itself, as nodes and edges. Stateless' own formatters are not used: Graphviz fails on their
/// nested clusters, Mermaid on edges between them, and each «home» would be drawn as a knot of its own.
/// </summary>
internal sealed record MachineGraph(ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges)
{
    /// <summary>Stands for the menu of the person's role, to which half of all rules lead.</summary>
    public const string Home = "home";

    /// <summary>Stands for the state that was remembered.</summary>
    public const string Back = "back";

    public const string Start = "start";

    public static MachineGraph Of(DialogBook book)
    {
        var info = new DialogMachine(book).Info;
        var nodes = info.States
            .Select(s => book.States[Key(s)])
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new GraphNode(s.Key, s.Dialog, book.Parents.Contains(s.Key), s.Parent));
        var edges = info.States
            .SelectMany(s => Fixed(s).Concat(Dynamic(s)))
            .Concat(book.Home.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => new GraphEdge(Home, h.Value, [h.Key])))
            .Where(e => e.From != e.To)
            .GroupBy(e => (e.From, e.To))
            .OrderBy(g => g.Key.From, StringComparer.Ordinal)
            .ThenBy(g => g.Key.To, StringComparer.Ordinal)
            .Select(g => new GraphEdge(g.Key.From, g.Key.To, [.. g.SelectMany(e => e.Labels)]));
        return new MachineGraph([.. nodes], [.. edges]);
    }

    /// <summary>The first state, which is the only one that is named in a transition.</summary>
    private static IEnumerable<GraphEdge> Fixed(StateInfo state) => state.FixedTransitions
        .Where(t => !t.IsInternalTransition)
        .Select(t => new GraphEdge(Start, Key(t.DestinationState), []));

    private static IEnumerable<GraphEdge> Dynamic(StateInfo state) => state.DynamicTransitions
        .SelectMany(t => (t.PossibleDestinationStates ?? []).Select(d => new GraphEdge(Key(state), d.DestinationState, [Label(t, d)])));

    private static string Key(StateInfo state) => (string)state.UnderlyingState;

    private static string Label(TransitionInfo transition, DynamicStateInfo destination) =>
        destination.Criterion.Length > 0 ? $"{transition.Trigger} {destination.Criterion}" : $"{transition.Trigger}";
}

/// <param name="IsGroup">It has substates.</param>
internal sealed record GraphNode(string Key, string Dialog, bool IsGroup, string? Parent);

internal sealed record GraphEdge(string From, string To, ImmutableArray<string> Labels);
