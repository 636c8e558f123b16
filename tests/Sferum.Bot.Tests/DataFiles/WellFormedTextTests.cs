using System.Text;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Tests.DataFiles;

public sealed class WellFormedTextTests
{
    /// <summary>A text and what becomes of it. No data of a theory: the runner mends such texts itself.</summary>
    private static readonly (string Text, string Expected)[] Texts =
    [
        ("да 😀", "да 😀"),
        ("да \uD83D", "да \uFFFD"),
        ("\uDE00да", "\uFFFDда"),
        ("да\uFFFE", "да\uFFFD"),
        ("да\uFFFF", "да\uFFFF"),
    ];

    [Fact]
    public void What_comes_out_can_be_normalised() => Assert.All(Texts, text =>
    {
        var wellFormed = WellFormedText.Of(text.Text);

        Assert.Equal(text.Expected, wellFormed);
        Assert.NotEmpty(wellFormed.Normalize(NormalizationForm.FormKC));
    });
}
