using CsCheck;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Tests.Dialogs.Texts;

public class RussianWordsTests
{
    [Theory]
    [InlineData("готово", "готово", 0)]
    [InlineData("готово", "гтоово", 1)]
    [InlineData("готово", "готво", 1)]
    [InlineData("готово", "готоово", 1)]
    [InlineData("готово", "потово", 1)]
    [InlineData("готово", "потоко", 2)]
    [InlineData("готово", "меню", 3)]
    [InlineData("", "аб", 2)]
    [InlineData("", "", 0)]
    public void Slips_of_the_hand_are_counted(string a, string b, int distance) => Assert.Equal(distance, TypingDistance.Between(a, b, 2));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_nothing_only_between_equals() =>
        Gen.Select(Gen.String[Gen.Char['а', 'д'], 0, 8], Gen.String[Gen.Char['а', 'д'], 0, 8]).Sample((a, b) =>
            TypingDistance.Between(a, b, 8) == TypingDistance.Between(b, a, 8) && (TypingDistance.Between(a, b, 8) == 0) == (a == b));

    [Theory]
    [InlineData("тридцать четыре", "34")]
    [InlineData("Тридцать четыре человека", "34 человека")]
    [InlineData("сто", "100")]
    [InlineData("двести пятьдесят шесть", "256")]
    [InlineData("две тысячи двадцать четыре", "2024")]
    [InlineData("тысяча сто", "1100")]
    [InlineData("из двадцати двух", "из 22")]
    [InlineData("двадцать-пять", "25")]
    [InlineData("пять двадцать", "5 20")]
    [InlineData("двадцать, пять", "20, 5")]
    [InlineData("трёх", "3")]
    [InlineData("пятнацать", "15")]
    [InlineData("ноль", "0")]
    [InlineData("честь и пятница", "честь и пятница")]
    [InlineData("", "")]
    public void Number_words_become_digits(string text, string expected) => Assert.Equal(expected, SpokenNumbers.ToDigits(text));

    [Theory]
    [InlineData("первое", 1)]
    [InlineData("третьего", 3)]
    [InlineData("пятнадцатое", 15)]
    [InlineData("двадцать первого", 21)]
    [InlineData("тридцать первого", 31)]
    [InlineData("тридцать второго", null)]
    [InlineData("двадцать пятнадцатого", null)]
    [InlineData("совещания", null)]
    public void Days_of_the_month_are_read_from_words(string words, int? day) => Assert.Equal(day, SpokenNumbers.DayOfMonth(words));

    [Theory]
    [InlineData("января", 1)]
    [InlineData("январь", 1)]
    [InlineData("янв", 1)]
    [InlineData("марта", 3)]
    [InlineData("марте", 3)]
    [InlineData("мая", 5)]
    [InlineData("май", 5)]
    [InlineData("сент", 9)]
    [InlineData("сентабря", 9)]
    [InlineData("дикабря", 12)]
    [InlineData("карта", null)]
    [InlineData("человека", null)]
    public void Months_are_read_in_any_case(string word, int? month) => Assert.Equal(month, RussianCalendar.Month(word));
}
