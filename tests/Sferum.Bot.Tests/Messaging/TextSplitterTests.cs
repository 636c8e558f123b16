using CsCheck;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Messaging;

public sealed class TextSplitterTests
{
    [Fact]
    public void Parts_fit_and_put_together_are_the_text() =>
        Gen.Select(Gen.String[Gen.Char["аб .\n"], 0, 300], Gen.Int[10, 60]).Sample((text, limit) =>
        {
            var parts = TextSplitter.Split(text, limit);
            return string.Concat(parts) == text && parts.All(part => part.Length <= limit) && (text.Length == 0 || parts.All(part => part.Length > 0));
        });

    [Fact]
    public void A_character_of_two_units_is_never_torn()
    {
        var parts = TextSplitter.Split(string.Concat(Enumerable.Repeat("😀", 50)), 11);

        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1])));
    }

    [Fact]
    public void A_paragraph_is_the_preferred_border() =>
        Assert.Equal(["Первый абзац.\n\n", "Второй абзац."], TextSplitter.Split("Первый абзац.\n\nВторой абзац.", 20));
}
