using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Reports.Warnings;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>The files of reasons to return a report and of words that hint at personal data.</summary>
internal sealed class WordFileTarget : FuzzTarget
{
    private readonly string[] _seeds = [.. YamlSeeds.In("specialist/reasons"), .. YamlSeeds.In("shared/personal_data")];
    private readonly TextMutation _text;

    public WordFileTarget() => _text = new TextMutation(_seeds, YamlSeeds.Tokens, YamlSeeds.Longest);

    public override string Name => "word-files";

    public override int Share => 20;

    public override IReadOnlyList<string> Outcomes { get; } = ["read", "faults"];

    public override string Make(FuzzDice dice) => YamlSeeds.Damaged(_seeds, _text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var (reasons, words) = (new Faults(), new Faults());
        Assert.NotNull(ReturnReasonsReader.Read(input, DialogInputs.Names, reasons));
        _ = PersonalWordsReader.Read(input, words).FindIn("паспортные данные и год рождения");
        YamlSeeds.Checked(reasons);
        YamlSeeds.Checked(words);
        return Task.FromResult(reasons.Count == 0 || words.Count == 0 ? "read" : "faults");
    }
}
