using CsCheck;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Tests.Dialogs.Texts;

public class TypedTextTests
{
    [Theory]
    [InlineData("  Приказ\t №\u00A012 ", "Приказ № 12")]
    [InlineData("а\r\n\r\n  б", "а\nб")]
    [InlineData("12—од – 13−14", "12-од - 13-14")]
    [InlineData("Пед\u200Bсо\u00ADвет\u202E", "Педсовет")]
    [InlineData("\u0438\u0306 \u0435\u0308", "й ё")]
    [InlineData("１２ ٣٤", "12 34")]
    [InlineData("🎉 да 👍🏽", "да")]
    [InlineData("<p class=\"x\">Приказ</p>&nbsp;12", "Приказ 12")]
    [InlineData("<https://a.ru>", "<https://a.ru>")]
    [InlineData("“А” „Б“ «В»", "\"А\" \"Б\" «В»")]
    [InlineData("cut \uD83D here \uDC00", "cut here")]
    [InlineData("\0\u0001", "")]
    public void A_text_is_brought_into_a_plain_form(string typed, string clean) => Assert.Equal(clean, TypedText.Clean(typed));

    [Fact]
    public void Places_in_a_folded_text_are_places_in_the_clean_one() =>
        Gen.String.Sample(text => TypedText.Fold(TypedText.Clean(text)).Length == TypedText.Clean(text).Length);

    [Fact]
    public void Cleaning_twice_changes_nothing_more() =>
        Gen.String[Gen.OneOf("Аё1 №-\n\t«»🎉\u200B\u0301".ToCharArray()), 0, 30]
            .Sample(text => TypedText.Clean(TypedText.Clean(text)) == TypedText.Clean(text));

    [Fact]
    public void A_text_without_end_is_cut() =>
        Assert.Equal(TypedText.MostCharacters, TypedText.Clean(new string('а', 1_000_000)).Length);
}
