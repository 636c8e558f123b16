using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public sealed class SavedTextTests
{
    [Theory]
    [InlineData("Нет: по приказу это педагогический работник.", null)]
    [InlineData("Срок до 19.04.2024, приказ № 223-09, п. 1.2.", null)]
    [InlineData("На 2024-2025 учебный год, в 9:00, кабинет 12, по 15 человек.", null)]
    [InlineData("Приказ № 12-од от 15.04.2024, строка 17.", null)]
    [InlineData("Смотрите sferum.ru и vk.com/sferum", null)]
    [InlineData("", "empty")]
    [InlineData("… 12", "empty")]
    [InlineData("Ваш код ABCD-2345, введите его", "code")]
    [InlineData("Код из СМС: 123456", "code")]
    [InlineData("Пишите на anna.t@example.org", "email")]
    [InlineData("Звоните +7 900 123-45-67", "phone")]
    [InlineData("Звоните 8(900)1234567 Анне", "phone")]
    [InlineData("Звоните 89001234567", "phone")]
    [InlineData("Телефон (48762) 2-15-47", "phone")]
    [InlineData("Телефон 221-15-47", "phone")]
    [InlineData("Спросите vk.com/id12345", "page")]
    [InlineData("Спросите @id12345 (Анну)", "page")]
    public void What_anybody_may_be_told_and_what_not(string text, string? expected) => Assert.Equal(expected, SavedText.FaultOf(text));

    [Fact]
    public void A_long_text_is_no_answer() => Assert.Equal("long", SavedText.FaultOf(string.Concat(Enumerable.Repeat("слово ", 201))));
}
