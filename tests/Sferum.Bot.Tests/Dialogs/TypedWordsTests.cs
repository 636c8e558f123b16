using CsCheck;
using Sferum.Bot.Dialogs.Matching;

namespace Sferum.Bot.Tests.Dialogs;

public sealed class TypedWordsTests
{
    [Theory]
    [InlineData("Готово!", "готово")]
    [InlineData("  ГОТОВО…  ", "готово")]
    [InlineData("«всё верно»", "все верно")]
    [InlineData("на\u200bзад\ufeff", "назад")]
    [InlineData("+", "+")]
    [InlineData("+++", "+")]
    [InlineData("👍🏽", "+")]
    [InlineData("✅ готово", "+ готово")]
    [InlineData("1.", "1")]
    [InlineData("!!!", "")]
    public void Typed_words_are_freed_of_all_that_does_not_tell_them_apart(string typed, string normal) =>
        Assert.Equal(normal, TypedWords.Normalise(typed));

    [Theory]
    [InlineData("гатово", "готово", true)]
    [InlineData("готвоо", "готово", true)]
    [InlineData("готов", "готово", true)]
    [InlineData("готовоо", "готово", true)]
    [InlineData("гатова", "готово", false)]
    [InlineData("дома", "дата", false)]
    [InlineData("нет", "нет", true)]
    [InlineData("нед", "нет", false)]
    [InlineData("вопорс человеку", "вопрос человеку", true)]
    [InlineData("вопрос", "вопрос человеку", false)]
    public void One_slip_is_forgiven_in_words_of_five_letters_and_more(string typed, string expected, bool same) =>
        Assert.Equal(same, TypedWords.Same(typed, expected, tolerant: true));

    [Fact]
    public void Plain_words_are_freed_of_it_in_the_same_way_as_all_others()
    {
        const string Invisible = "\u200b"; // there to send the text the long way

        Gen.String[Gen.Char["абвЯЁё 09azAZ+-.,!\n\t\r«\"\\"], 0, 60].Sample(text => Assert.Equal(TypedWords.Normalise(text + Invisible), TypedWords.Normalise(text)), iter: 20_000);
    }
}
