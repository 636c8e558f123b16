using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;

namespace Sferum.Bot.Tests.Orders.Roster;

public sealed class RosterSearchTests
{
    private static readonly Institution[] All =
    [
        new(1, "МОУ «Вымышленская СОШ № 1»", "МОУ"),
        new(2, "МОУ «Сказочная СОШ № 2»", "МОУ"),
        new(3, "МОУ «Небывалая ООШ»", "МОУ"),
        new(4, "МДОУ «Детский сад № 2 „Выдумка“»", "МДОУ"),
        new(5, "МДОУ «Детский сад № 12 „Небылица“»", "МДОУ"),
        new(6, "УДО «Дом творчества „Фантазия“»", "УДО"),
        new(7, "МОУ «Гимназия имени Бабы-Яги»", "МОУ"),
    ];

    [Theory]
    [InlineData("1", null, "1")]
    [InlineData("2", null, "2 4")]
    [InlineData("2", "МОУ", "2")]
    [InlineData("2", "МДОУ", "4")]
    [InlineData("2", "УДО", "2 4")]
    [InlineData("сад 2", "МОУ", "4")]
    [InlineData("школа № 2", "МДОУ", "2")]
    [InlineData("СОШ №2", null, "2")]
    [InlineData("12", null, "5")]
    [InlineData("3", null, "")]
    [InlineData("сказочная", null, "2")]
    [InlineData("в Сказочной школе", null, "2")]
    [InlineData("сказочня", null, "2")]
    [InlineData("Небы", null, "3 5")]
    [InlineData("фантазия", "МОУ", "6")]
    [InlineData("дом творчества", null, "6")]
    [InlineData("гимназия", null, "7")]
    [InlineData("имени бабы", null, "7")]
    [InlineData("в доме творчества", null, "6")]
    [InlineData("школа", null, "")]
    [InlineData("детский сад", null, "4 5")]
    [InlineData("сказочная 1", null, "")]
    [InlineData("я работаю в", null, "")]
    [InlineData("в", null, "")]
    [InlineData("", null, "")]
    [InlineData("!!!", null, "")]
    public void An_institution_is_found_by_its_number_or_a_part_of_its_name(string words, string? type, string expected) =>
        Assert.Equal(expected, string.Join(' ', Find(words, type).Select(i => i.Id)));

    [Fact]
    public void A_text_that_is_too_long_names_nothing() => Assert.Empty(Find(string.Concat(Enumerable.Repeat("2 ", 200)), null));

    [Fact]
    public void No_more_are_found_than_wanted() => Assert.Equal(2, RosterSearch.Find(All, "моу", null, 2, Same).Count);

    private static IReadOnlyList<Institution> Find(string words, string? type) => RosterSearch.Find(All, words, type, 6, Same);

    private static bool Same(string typed, string word) => TypedWords.Same(typed, word, tolerant: true);
}
