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
        Assert.StartsWith("flowchart LR\n", graph, StringComparison.Ordinal);
        Assert.Contains("subgraph s_in_a [\"a\"]", graph, StringComparison.Ordinal);
        Assert.Contains("s_a_group([\"group\"])", graph, StringComparison.Ordinal);
        Assert.Contains("start --> s_welcome_hello_start", graph, StringComparison.Ordinal);
        Assert.Contains("s_a_start -->|\"press go [person.consented]<br/>words дальше [person.consented]\"| s_a_inner", graph, StringComparison.Ordinal);
        Assert.Contains("s_a_group -->|\"words назад\"| s_a_start", graph, StringComparison.Ordinal);
        Assert.Contains("s_shared_anywhere -->|\"press menu<br/>words меню\"| home", graph, StringComparison.Ordinal);
        Assert.Contains("home -->|\"director\"| s_a_start", graph, StringComparison.Ordinal);
        Assert.Contains("s_a_inner -.- s_a_group", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void Dot_shows_the_same_ways()
    {
        var graph = DialogGraph.Dot(Book);
        Assert.StartsWith("digraph dialogs {\n", graph, StringComparison.Ordinal);
        Assert.EndsWith("}\n", graph, StringComparison.Ordinal);
        Assert.All(Book.StateKeys, key => Assert.Contains($"    \"{key}\" [label=", graph, StringComparison.Ordinal));
        Assert.Contains("\"a.group\" -> \"a.start\" [label=\"words назад\"];", graph, StringComparison.Ordinal);
        Assert.Contains("\"a.inner\" -> \"a.group\" [style=dotted, arrowhead=none];", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_book_gives_the_same_picture() => Assert.Equal(DialogGraph.Dot(Book), DialogGraph.Dot(Book));
}
