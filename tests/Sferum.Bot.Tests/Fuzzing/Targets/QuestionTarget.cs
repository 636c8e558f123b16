using Sferum.Bot.Answers;
using Sferum.Bot.Answers.Grouping;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>A free question: the search of answers, and what it has in common with earlier ones.</summary>
internal sealed class QuestionTarget : FuzzTarget
{
    private static readonly string[] Earlier = [.. RepositoryAnswers.Questions("calibration.tsv").Take(10).Select(question => question.Text)];

    private readonly TextMutation _text = RussianSeeds.Mutation();

    public override string Name => "questions";

    public override int Share => 50;

    public override IReadOnlyList<string> Outcomes { get; } = ["Sure", "Torn", "Talk", "None"];

    public override Task OpenAsync()
    {
        RepositoryAnswers.Book.Ask("меню", Asker.Unknown);
        return Task.CompletedTask;
    }

    public override string Make(FuzzDice dice) => RussianSeeds.Of(_text, dice);

    public override Task<string> ReadAsync(string input)
    {
        var reply = RepositoryAnswers.Book.Ask(input, Asker.Unknown);
        Assert.All(reply.Candidates, candidate => Assert.InRange(candidate.Score, 0, 1));
        _ = QuestionGrouping.MostLike(input, Earlier);
        _ = DialogInputs.SavingFaultOf(input);
        return Task.FromResult(reply.GetType().Name);
    }
}
