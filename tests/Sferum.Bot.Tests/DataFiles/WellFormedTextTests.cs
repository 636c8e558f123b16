using System.Text;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Tests.DataFiles;

public sealed class WellFormedTextTests
{
    [Theory]
    [InlineData("да 😀", "да 😀")]
    [InlineData("да \uD83D", "да \uFFFD")]
    [InlineData("\uDE00да", "\uFFFDда")]
    [InlineData("да\uFFFE", "да\uFFFD")]
    [InlineData("да\uFFFF", "да\uFFFF")]
    public void What_comes_out_can_be_normalised(string text, string expected)
    {
        var wellFormed = WellFormedText.Of(text);

        Assert.Equal(expected, wellFormed);
        Assert.NotEmpty(wellFormed.Normalize(NormalizationForm.FormKC));
    }
}
