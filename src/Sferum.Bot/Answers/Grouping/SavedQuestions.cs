using System.Collections.Immutable;

namespace Sferum.Bot.Answers.Grouping;

/// <summary>Finds the saved answer to a question like those that it answered. Immutable.</summary>
public sealed class SavedQuestions
{
    /// <summary>Higher than for grouping: there a person still reads before she answers.</summary>
    private const double Threshold = 0.7;

    private readonly ImmutableArray<long> _answers;
    private readonly ImmutableArray<string> _questions;

    /// <param name="asked">Id of an answer, and a question that it answered.</param>
    public SavedQuestions(IEnumerable<(long Answer, string Question)> asked)
    {
        var all = asked.ToArray();
        _answers = [.. all.Select(entry => entry.Answer)];
        _questions = [.. all.Select(entry => entry.Question)];
    }

    /// <summary>Id of the answer; null when no question is like this one.</summary>
    public long? Find(string question) =>
        _questions.IsEmpty ? null : QuestionGrouping.MostLike(question, _questions, Threshold) is { } found ? _answers[found] : null;
}
