using System.Collections.Immutable;

namespace Sferum.Bot.Answers.Measuring;

/// <summary>How well questions were answered.</summary>
public sealed class Evaluation(IEnumerable<(TestQuestion Question, AnswerReply Reply)> answered)
{
    public ImmutableArray<(TestQuestion Question, AnswerReply Reply)> All { get; } = [.. answered];

    public int Ours => All.Count(entry => entry.Question.IsOurs);

    public int NotOurs => All.Length - Ours;

    /// <summary>Of our questions, those whose topic came first, whether the bot was sure or asked back.</summary>
    public double RightFirst => Share(All.Where(entry => entry.Question.IsOurs), entry => First(entry.Reply) == entry.Question.Topic);

    /// <summary>Of our questions, those answered at once and rightly.</summary>
    public double RightSure => Share(All.Where(entry => entry.Question.IsOurs), IsRightSure);

    public double RightWithinThree =>
        Share(All.Where(entry => entry.Question.IsOurs), entry => entry.Reply.Candidates.Any(candidate => candidate.Topic == entry.Question.Topic));

    /// <summary>Of our questions, those answered at once and wrongly.</summary>
    public double WrongSure => Share(All.Where(entry => entry.Question.IsOurs), entry => entry.Reply is AnswerReply.Sure && !IsRightSure(entry));

    /// <summary>Of the questions that are not ours, those answered all the same.</summary>
    public double FalseSure => Share(All.Where(entry => !entry.Question.IsOurs), entry => entry.Reply is AnswerReply.Sure);

    /// <summary>Of our questions, those that the bot did not know at all.</summary>
    public double Refused => Share(All.Where(entry => entry.Question.IsOurs), entry => entry.Reply is AnswerReply.None or AnswerReply.Talk);

    public static bool IsRightSure((TestQuestion Question, AnswerReply Reply) entry) =>
        entry.Reply is AnswerReply.Sure sure && sure.Answer.Topic == entry.Question.Topic;

    /// <summary>Questions by what they have in common, the worst first: how many, how many of them answered right at once.</summary>
    public IEnumerable<(string Name, int Count, double RightFirst, double RightSure)> By(Func<TestQuestion, string> name) => All
        .Where(entry => entry.Question.IsOurs)
        .GroupBy(entry => name(entry.Question), StringComparer.Ordinal)
        .Select(group => new Evaluation(group))
        .Select(part => (name(part.All[0].Question), part.Ours, part.RightFirst, part.RightSure))
        .OrderBy(part => part.RightFirst)
        .ThenBy(part => part.Item1, StringComparer.Ordinal);

    /// <summary>What was taken for what, the most frequent first.</summary>
    public IEnumerable<(string Wanted, string Got, int Count, string Example)> Confusions() => All
        .Where(entry => entry.Question.IsOurs ? First(entry.Reply) != entry.Question.Topic : entry.Reply is AnswerReply.Sure)
        .GroupBy(entry => (entry.Question.Topic, Got: First(entry.Reply)))
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key.Topic, StringComparer.Ordinal)
        .Select(group => (group.Key.Topic, group.Key.Got, group.Count(), group.First().Question.Text));

    /// <summary>The topic that a reply puts first; small talk and honest ignorance put none.</summary>
    private static string First(AnswerReply reply) => reply switch
    {
        AnswerReply.Sure sure => sure.Answer.Topic,
        AnswerReply.Torn => reply.Candidates[0].Topic,
        _ => TestQuestion.NotOurs,
    };

    private static double Share<T>(IEnumerable<T> all, Func<T, bool> holds)
    {
        var entries = all.ToArray();
        return entries.Length == 0 ? 0 : entries.Count(holds) / (double)entries.Length;
    }
}
