using System.Collections.Immutable;
using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Answers.Measuring;

/// <summary>
/// Finds the thresholds on questions that the search has not learned from, cross-validated: those found on all parts but
/// one are measured on that one.
/// </summary>
public sealed class Calibration
{
    private readonly ImmutableArray<(TestQuestion Question, ImmutableArray<ClassScore> Ranks)> _ranked;
    private readonly CalibrationAims _aims;

    public Calibration(AnswerSheet sheet, IReadOnlyList<TestQuestion> questions, CalibrationAims aims)
    {
        var search = new TopicSearch(new TrainingSet(sheet));
        _ranked = [.. questions.Select(question => (question, search.Rank(question.Text, question.Asker)))];
        _aims = aims;
    }

    /// <summary>From all questions.</summary>
    public AnswerThresholds Found() => Find(_ranked);

    public Evaluation With(AnswerThresholds thresholds) => new(_ranked.Select(entry => Judge(entry, thresholds)));

    /// <summary>Each question judged by the thresholds that were found without its part.</summary>
    public Evaluation CrossValidated(int folds) => new(Enumerable.Range(0, folds).SelectMany(fold =>
    {
        var thresholds = Find([.. _ranked.Where((_, i) => i % folds != fold)]);
        return _ranked.Where((_, i) => i % folds == fold).Select(entry => Judge(entry, thresholds));
    }));

    /// <summary>
    /// The lowest threshold of certainty within the aims, and with it the highest one for asking back. In hundredths: finer
    /// steps would only follow accidents of the questions.
    /// </summary>
    private AnswerThresholds Find(ImmutableArray<(TestQuestion Question, ImmutableArray<ClassScore> Ranks)> ranked)
    {
        Evaluation At(double sure, double torn) => new(ranked.Select(entry => Judge(entry, new AnswerThresholds(sure, torn))));
        var sure = Enumerable.Range(10, 90).Select(step => step / 100d)
            .FirstOrDefault(at => At(at, 0) is var result && result.WrongSure <= _aims.WrongSure && result.FalseSure <= _aims.FalseSure, 1);
        var torn = Enumerable.Range(1, 99).Select(step => (100 - step) / 100d)
            .FirstOrDefault(at => at <= sure && At(sure, at).Refused <= _aims.Refused, 0.01);
        return new AnswerThresholds(sure, torn);
    }

    private static (TestQuestion Question, AnswerReply Reply) Judge((TestQuestion Question, ImmutableArray<ClassScore> Ranks) entry, AnswerThresholds thresholds) =>
        (entry.Question, AnswerBook.Judge(entry.Ranks, entry.Question.Text, thresholds));
}

/// <summary>Shares that must not be exceeded.</summary>
/// <param name="WrongSure">Of our questions, answered at once and wrongly.</param>
/// <param name="FalseSure">Of others, answered all the same.</param>
/// <param name="Refused">Of our questions, turned away.</param>
public readonly record struct CalibrationAims(double WrongSure, double FalseSure, double Refused);
