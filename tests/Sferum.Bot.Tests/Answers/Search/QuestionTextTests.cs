using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Tests.Answers.Search;

public sealed class QuestionTextTests
{
    [Theory]
    [InlineData("Что в п.1.2а?", "что в п 1.2а")]
    [InlineData("что в пункте 1.2.a", "что в пункте 1.2а")]
    [InlineData("1.4.3 и 19.04.2024", "1.4.3 и 19.04.2024")]
    [InlineData("приказ №223-09", "приказ 223-09")]
    [InlineData("ЁЛКИ", "елки")]
    [InlineData("пооожалуйста", "пожалуйста")]
    [InlineData("чи\u200bсло", "число")]
    [InlineData("5а класс", "5а класс")]
    [InlineData("", "")]
    public void Words_are_read_as_they_were_meant(string text, string words) => Assert.Equal(words, string.Join(' ', QuestionText.Words(text)));

    [Theory]
    [InlineData("педагогами", "педагогов")]
    [InlineData("чатах", "чаты")]
    [InlineData("директорами", "директора")]
    public void Endings_make_no_difference(string one, string other) => Assert.Equal(QuestionText.Stem(one), QuestionText.Stem(other));

    [Theory]
    [InlineData("rfrjq chjr", "какой срок")]
    [InlineData("ghbrfp", "приказ")]
    public void Keys_of_the_wrong_layout_are_read_in_the_right_one(string typed, string meant) => Assert.Equal(meant, Typing.InRussianLayout(typed));

    [Theory]
    [InlineData("prikaz", "приказ")]
    [InlineData("shkola", "школа")]
    [InlineData("uchitel'", "учитель")]
    public void Latin_letters_are_read_by_sound(string typed, string meant) => Assert.Equal(meant, Typing.BySound(typed));
}
