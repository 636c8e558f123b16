using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sferum.Bot.Dialogs.Stepping;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// Pictures of the dialogs, drawn from what the very machine that runs them tells of itself: a frame per dialog, a
/// rounded node for a state that groups others (dotted lines lead to it), an edge per way from state to state. Rules
/// that stay where they are aren't drawn.
/// </summary>
public static class DialogGraph
{
    /// <summary>Of one way between two states; the rest is told by a number.</summary>
    private const int MostLabels = 4;

    private const int LongestLabel = 48;

    /// <summary>A Mermaid flowchart.</summary>
    public static string Mermaid(DialogBook book)
    {
        var graph = MachineGraph.Of(book);
        var text = new StringBuilder("flowchart LR\n");
        text.Append(CultureInfo.InvariantCulture, $"  {MachineGraph.Start}((start))\n  {MachineGraph.Home}{{{{home}}}}\n  {MachineGraph.Back}{{{{back}}}}\n");
        foreach (var dialog in graph.Nodes.GroupBy(n => n.Dialog))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph {Id("in " + dialog.Key)} [\"{dialog.Key}\"]\n");
            foreach (var node in dialog)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Id(node.Key)}{(node.IsGroup ? "([" : "[")}\"{Short(node)}\"{(node.IsGroup ? "])" : "]")}\n");
            }

            text.Append("  end\n");
        }

        foreach (var edge in graph.Edges)
        {
            var label = string.Join("<br/>", Labels(edge).Select(l => l.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)
                .Replace("<", "#lt;", StringComparison.Ordinal).Replace(">", "#gt;", StringComparison.Ordinal)));
            text.Append(CultureInfo.InvariantCulture, $"  {Id(edge.From)} -->{(label.Length > 0 ? $"|\"{label}\"|" : "")} {Id(edge.To)}\n");
        }

        foreach (var node in graph.Nodes.Where(IsDrawnWithin))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Id(node.Key)} -.- {Id(node.Parent ?? "")}\n");
        }

        return text.ToString();
    }

    /// <summary>A DOT graph for Graphviz.</summary>
    public static string Dot(DialogBook book)
    {
        var graph = MachineGraph.Of(book);
        var text = new StringBuilder("digraph dialogs {\n  rankdir=LR;\n  node [shape=box];\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"{MachineGraph.Start}\" [shape=circle];\n  \"{MachineGraph.Home}\" [shape=hexagon];\n  \"{MachineGraph.Back}\" [shape=hexagon];\n");
        foreach (var dialog in graph.Nodes.GroupBy(n => n.Dialog))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph \"cluster_{dialog.Key}\" {{\n    label=\"{dialog.Key}\";\n");
            foreach (var node in dialog)
            {
                text.Append(CultureInfo.InvariantCulture, $"    \"{node.Key}\" [label=\"{Short(node)}\"{(node.IsGroup ? ", style=rounded" : "")}];\n");
            }

            text.Append("  }\n");
        }

        foreach (var edge in graph.Edges)
        {
            var label = string.Join("\\n", Labels(edge).Select(l => l.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)));
            text.Append(CultureInfo.InvariantCulture, $"  \"{edge.From}\" -> \"{edge.To}\"{(label.Length > 0 ? $" [label=\"{label}\"]" : "")};\n");
        }

        foreach (var node in graph.Nodes.Where(IsDrawnWithin))
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{node.Key}\" -> \"{node.Parent}\" [style=dotted, arrowhead=none];\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Everything is within the root: lines to it would hide all others.</summary>
    private static bool IsDrawnWithin(GraphNode node) => node.Parent is not (null or DialogBook.Root);

    private static string Short(GraphNode node) => node.Key[(node.Dialog.Length + 1)..];

    private static ImmutableArray<string> Labels(GraphEdge edge)
    {
        var shown = edge.Labels.Take(MostLabels).Select(l => l.Length <= LongestLabel ? l : l[..(LongestLabel - 1)] + "…");
        return edge.Labels.Length <= MostLabels ? [.. shown] : [.. shown, $"+{edge.Labels.Length - MostLabels}"];
    }

    /// <summary>Mermaid's ids are words; <c>end</c> and the like are taken.</summary>
    private static string Id(string key) => key is MachineGraph.Start or MachineGraph.Home or MachineGraph.Back
        ? key
        : "s_" + string.Concat(key.Select(c => char.IsLetterOrDigit(c) ? c.ToString() : "_"));
}
