using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Loading;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Tests.Answers.Loading;

/// <summary>A wrong file of answers is told of with its line and the mend.</summary>
public sealed class AnswerReaderTests
{
    private const string Good = """
        answer: when
        title: Когда
        audience: any
        variants:
          - short: До пятницы.
        rests_on:
          - { point: "1", quote: "до 19.04.2024" }
        must_say:
          - { fact: когда, words: ["пятниц|субботы"] }
        asked: [когда]
        """;

    private static readonly Dictionary<string, OrderPointText> Points = new() { ["1"] = new("7", "1", "Сделать до 19.04.2024:") };

    [Fact]
    public void A_good_file_has_no_faults()
    {
        var faults = new Faults();
        var answer = Assert.Single(Read(Good, faults).Answers);

        Assert.Empty(faults);
        Assert.Equal("До пятницы.", answer.For(Asker.Unknown).Short);
        Assert.Equal(new AnswerSource.OrderPoint("7", "1", "до 19.04.2024"), Assert.Single(answer.Sources));
    }

    [Theory]
    [InlineData("quote: \"до 19.04.2024\"", "quote: \"до 20.04.2024\"", "дословно")]
    [InlineData("point: \"1\"", "point: \"9\"", "нет пункта «9»")]
    [InlineData("short: До пятницы.", "short: До вторника.", "не говорит обязательного «когда»")]
    [InlineData("short: До пятницы.", "{ roles: [director], short: До пятницы. }", "годится всем")]
    [InlineData("short: До пятницы.", "{ roles: [boss], short: До пятницы. }", "Нет роли «boss»")]
    [InlineData("asked: [когда]", "asked: []", "как об этом спрашивают")]
    [InlineData("asked: [когда]", "asked: [когда]\nnext: [{ label: Дальше, topic: nowhere }]", "Нет ответа «nowhere»")]
    [InlineData("asked: [когда]", "asked: [когда]\nnext: [{ label: Дальше, do: dance }]", "Нет действия «dance»")]
    [InlineData("asked: [когда]", "asked: [когда]\nnext: [{ label: Дальше }]", "Укажите одно из двух")]
    [InlineData("title: Когда", "title: Надпись, которая никак не поместится на кнопку в телефоне", "Надпись длиннее 40")]
    [InlineData("audience: any", "audience: everybody", "одно из")]
    [InlineData("audience: any", "audiense: any", "Неизвестный ключ")]
    [InlineData("asked: [когда]", "asked: [когда]\ndated: [{ since: вчера, text: Новое }]", "не месяц")]
    public void A_mistake_is_told_with_its_mend(string right, string wrong, string told)
    {
        var faults = new Faults();
        Read(Good.Replace(right, wrong, StringComparison.Ordinal), faults);

        Assert.Contains(faults, fault => fault.Message.Contains(told, StringComparison.Ordinal) && fault.Line > 0);
    }

    [Fact]
    public void The_same_topic_twice_is_refused()
    {
        var faults = new Faults();
        new AnswerReader(Points, faults).Read([KeyValuePair.Create("answers/a.yaml", Good), KeyValuePair.Create("answers/b.yaml", Good)]);

        Assert.Contains(faults, fault => fault.File == "answers/b.yaml" && fault.Message.Contains("уже есть", StringComparison.Ordinal));
    }

    private static AnswerSheet Read(string file, Faults faults) => new AnswerReader(Points, faults).Read([KeyValuePair.Create("answers/when.yaml", file)]);
}
