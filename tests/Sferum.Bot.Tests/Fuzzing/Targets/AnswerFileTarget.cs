using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Loading;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A file of answers; what is read without faults is learned from and asked.</summary>
internal sealed class AnswerFileTarget : FuzzTarget
{
    private const string SmallSeed =
        """
        answer: order-what-is
        title: Что это за приказ
        audience: any
        variants:
          - short: Приказ о Сферуме.
            detail: Подробно.
        rests_on:
          - about: Источник.
        next:
          - { label: В меню, do: menu }
        must_say:
          - { fact: Сферум, words: ["Сферум|сферум"] }
        dated:
          - { since: 2025-06, text: Изменилось. }
        unsettled: { what: Не решено., who: Решает управление. }
        asked:
          - что это за приказ
          - { text: о чём приказ, role: teacher, org_type: МОУ }
        """;

    private readonly string[] _seeds = [.. Enumerable.Repeat(SmallSeed, 40), .. YamlSeeds.In("answers/").Where(text => text.Length < 16 * 1024)];
    private readonly TextMutation _text;

    public AnswerFileTarget() => _text = new TextMutation(_seeds, YamlSeeds.Tokens, YamlSeeds.Longest);

    public override string Name => "answer-files";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => YamlSeeds.Damaged(_seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var faults = new Faults();
        var sheet = new AnswerReader(new Dictionary<string, OrderPointText>(), faults).Read([new("answers/fuzz.yaml", input)]);
        if (faults.Count == 0 && sheet.Answers.Sum(answer => answer.Asked.Length) is > 0 and < 100)
        {
            Assert.NotNull(new AnswerBook(sheet).Ask("что это за приказ", Asker.Unknown));
        }

        return Task.FromResult(YamlSeeds.Checked(faults));
    }
}
