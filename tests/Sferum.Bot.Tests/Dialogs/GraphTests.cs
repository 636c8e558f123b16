using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class GraphTests
{
    private static readonly DialogBook Book = InlineBook.Of("""
        start: { say: Начало, on: [{ press: go, words: [дальше], when: person.consented, to: inner }] }
        group: { on: [{ words: [назад], to: start }] }
        inner: { parent: group, say: Внутри, on: [{ input: text, to: same }] }
        """);

    [Fact]
    public void Mermaid_shows_states_groups_and_what_leads_where()
    {
        var graph = DialogGraph.Mermaid(Book);
        Assert.StartsWith("stateDiagram-v2", graph, StringComparison.Ordinal);
        Assert.Contains("press go [person.consented]", graph, StringComparison.Ordinal);
        Assert.Contains("дальше; person.consented", graph, StringComparison.Ordinal);
        Assert.Contains("new person", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_shows_every_state()
    {
        var graph = DialogGraph.Dot(Book);
        Assert.StartsWith("digraph", graph, StringComparison.Ordinal);
        Assert.All(Book.StateKeys, key => Assert.Contains(key, graph, StringComparison.Ordinal));
    }
}
