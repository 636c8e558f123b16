using Sferum.Bot.Answers.Grouping;

namespace Sferum.Bot.Tests.Answers.Grouping;

public sealed class QuestionGroupingTests
{
    [Theory]
    [InlineData("Можно ли назначить администратором секретаря?", "можно назначить секретаря администратором")]
    [InlineData("Можно ли назначить администратором секретаря школы?", "здравствуйте! подскажите, секретаря школы можно ли назначить администратором")]
    [InlineData("Когда будет обучение педагогов?", "а когда обучение для педагогов будет")]
    [InlineData("не приходит код из смс", "Код из СМС не приходит!!!")]
    [InlineData("не приходит код из смс", "не прихоит код из смс")]
    [InlineData("Нужны ли чаты в детском саду летом?", "нужен ли летом чат в детском саду")]
    public void The_same_in_other_words_is_one_question(string one, string other)
    {
        Assert.True(QuestionGrouping.Likeness(one, other) >= QuestionGrouping.Threshold, $"{QuestionGrouping.Likeness(one, other)}");
        Assert.Equal(QuestionGrouping.Likeness(one, other), QuestionGrouping.Likeness(other, one), 12);
    }

    [Theory]
    [InlineData("Можно ли назначить администратором секретаря?", "Можно ли назначить администратором завуча?")]
    [InlineData("Что сдавать по пункту 1.2?", "Что сдавать по пункту 1.3?")]
    [InlineData("Прошу код для детского сада № 2", "Прошу код для детского сада № 3")]
    [InlineData("Когда будет обучение педагогов?", "Когда будет совещание директоров?")]
    [InlineData("Когда сдавать отчёт?", "Кому сдавать отчёт?")]
    [InlineData("Как создать чат класса?", "Зачем создавать чат класса?")]
    [InlineData("Можно ли создавать чат класса?", "Можно ли не создавать чат класса?")]
    [InlineData("Можно ли?", "Нужно ли?")]
    [InlineData("не приходит код из смс", "кому сдавать отчёт")]
    [InlineData("", "")]
    public void Another_matter_is_another_question(string one, string other) =>
        Assert.True(QuestionGrouping.Likeness(one, other) < QuestionGrouping.Threshold, $"{QuestionGrouping.Likeness(one, other)}");

    [Fact]
    public void The_most_like_one_is_taken_and_of_equals_the_first()
    {
        string[] known = ["кому сдавать отчёт", "код из смс не приходит", "не приходит код из смс", "не приходит код из смс"];

        Assert.Equal(1, QuestionGrouping.MostLike("код из смс не приходит", known));
        Assert.Null(QuestionGrouping.MostLike("где взять справку", known));
        Assert.Null(QuestionGrouping.MostLike("где взять справку", []));
    }
}
