using System.Collections.Immutable;
using Sferum.Bot.Answers.Search;

namespace Sferum.Bot.Answers.Grouping;

/// <summary>
/// Whether two questions ask the same, so that one answer does for both. Pure and deterministic; careful rather than
/// complete: who is told an answer to something else is worse off than who is answered twice.
/// </summary>
public static class QuestionGrouping
{
    /// <summary>Two questions so like are one.</summary>
    internal const double Threshold = 0.55;

    /// <summary>Words say what it is about, pieces of words forgive slips of the hand.</summary>
    private const double WeightOfStems = 0.6;

    private const int LengthOfPiece = 3;

    /// <summary>Words that stand in every question and say nothing of what it asks.</summary>
    private static readonly ImmutableHashSet<string> Idle = QuestionText.Stems(
        "а и в во на по к ко с со о об от до из у за для же ли бы не но или то это эта этот как что где когда какой какая какие кто чего чем "
        + "мне нам меня нас я мы вы вам вас он она они его их наш наша нашей у нас мой моя быть есть нет ли можно нужно надо подскажите пожалуйста скажите "
        + "здравствуйте добрый день вопрос спасибо если там тут так еще уже очень просто вообще").ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The one of <paramref name="known"/> that is most like the question; the earliest in the list of equals. Null when none is like it.</summary>
    public static int? MostLike(string question, IReadOnlyList<string> known) => MostLike(question, [.. known.Select(Features.Of)], Threshold);

    /// <inheritdoc cref="MostLike(string, IReadOnlyList{string})"/>
    internal static int? MostLike(string question, ImmutableArray<Features> known, double threshold)
    {
        var asked = Features.Of(question);
        int? best = null;
        var highest = threshold;
        for (var i = 0; i < known.Length; i++)
        {
            var likeness = asked.LikenessTo(known[i]);
            if (likeness >= highest && (best is null || likeness > highest))
            {
                (best, highest) = (i, likeness);
            }
        }

        return best;
    }

    /// <summary>From 0 (nothing in common) to 1 (the same).</summary>
    public static double Likeness(string one, string other) => Features.Of(one).LikenessTo(Features.Of(other));

    /// <summary>What of a question is compared.</summary>
    internal sealed record Features(ImmutableDictionary<string, int> Stems, ImmutableDictionary<string, int> Pieces, string Numbers)
    {
        public static Features Of(string text)
        {
            var stems = QuestionText.Stems(text);
            var numbers = stems.Where(s => s.Any(char.IsAsciiDigit)).Distinct().Order(StringComparer.Ordinal);
            var telling = stems.Where(s => !Idle.Contains(s)).ToArray();
            var joined = $" {string.Join(' ', telling.Length > 0 ? telling : stems)} ";
            var pieces = Enumerable.Range(0, Math.Max(0, joined.Length - LengthOfPiece + 1)).Select(i => joined.Substring(i, LengthOfPiece));
            return new Features(Counted(telling), Counted(pieces), string.Join(' ', numbers));
        }

        /// <summary>«1.2» and «1.3», «сад № 2» and «сад № 3» are different questions, however like the rest is.</summary>
        public double LikenessTo(Features other)
        {
            if (Numbers != other.Numbers)
            {
                return 0;
            }

            var pieces = Cosine(Pieces, other.Pieces);
            return Stems.IsEmpty || other.Stems.IsEmpty
                ? Stems.IsEmpty && other.Stems.IsEmpty ? pieces : 0
                : (WeightOfStems * Cosine(Stems, other.Stems)) + ((1 - WeightOfStems) * pieces);
        }

        private static ImmutableDictionary<string, int> Counted(IEnumerable<string> parts) =>
            parts.CountBy(p => p).ToImmutableDictionary(StringComparer.Ordinal);

        private static double Cosine(ImmutableDictionary<string, int> one, ImmutableDictionary<string, int> other)
        {
            var common = one.Sum(p => (long)p.Value * other.GetValueOrDefault(p.Key));
            return common == 0 ? 0 : common / Math.Sqrt(Squares(one) * (double)Squares(other));
        }

        private static long Squares(ImmutableDictionary<string, int> counts) => counts.Values.Sum(n => (long)n * n);
    }
}
