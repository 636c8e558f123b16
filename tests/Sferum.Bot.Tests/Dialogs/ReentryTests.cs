namespace Sferum.Bot.Tests.Dialogs;

public sealed class ReentryTests
{
    /// <summary>Stateless drops a fixed transition of a superstate whose target is the substate one stands in.</summary>
    [Fact]
    public void A_superstate_s_rule_that_leads_to_the_present_state_says_it_again()
    {
        var book = InlineBook.Of("""
            list:
              parent: group
              say: Список
              on: [{ words: [дальше], to: deep }]
            group:
              on: [{ words: [список], to: list }]
            deep: { parent: list, say: Глубоко }
            """);

        Assert.Equal(["Список"], new Talk(book).At("a.list").Write("список").Said);
        Assert.Equal("a.list", new Talk(book).At("a.deep").Write("список").State);
    }
}
