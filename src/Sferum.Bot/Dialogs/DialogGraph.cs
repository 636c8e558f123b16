using Sferum.Bot.Dialogs.Stepping;
using Stateless.Graph;

namespace Sferum.Bot.Dialogs;

/// <summary>Pictures of the dialogs, drawn by Stateless from the very machine that runs them.</summary>
public static class DialogGraph
{
    /// <summary>A Mermaid state diagram.</summary>
    public static string Mermaid(DialogBook book) => MermaidGraph.Format(new DialogMachine(book).Info, MermaidGraphDirection.TopToBottom);

    /// <summary>A DOT graph for Graphviz.</summary>
    public static string Dot(DialogBook book) => UmlDotGraph.Format(new DialogMachine(book).Info);
}
