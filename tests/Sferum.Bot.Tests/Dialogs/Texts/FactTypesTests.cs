using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Tests.Dialogs.Texts;

public class FactTypesTests
{
    [Fact]
    public void A_template_may_ask_all_facts_for_their_members()
    {
        var facts = typeof(Facts).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Facts).Namespace && type.Name.EndsWith(nameof(Facts), StringComparison.Ordinal))
            .ToArray();

        Assert.Contains(typeof(Facts), facts);
        Assert.Empty(facts.Except(FactTypes.All));
    }
}
