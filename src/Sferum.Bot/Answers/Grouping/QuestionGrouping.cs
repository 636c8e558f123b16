using System.Collections.Concurrent;
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

    /// <summary>Where each question has more words than this share that the other lacks, they speak of different things.</summary>
    private const double MostForeign = 0.2;

    private const int MostRead = 1000;

    /// <summary>What is asked stands in the first words.</summary>
    private const int LongestCompared = 300;

    /// <summary>What says only «здравствуйте» and «можно ли» is the same only when it is the same to the letter, nearly.</summary>
    private const double ThresholdWithoutWords = 0.9;

    /// <summary>Words that stand in every question and say nothing of what it asks.</summary>
    private static readonly ImmutableHashSet<string> Idle = QuestionText.Stems(
        "а и в во на по к ко с со о об от до из у за для же ли бы не но или то это эта этот что чего чем где куда когда какой какая какие как кто кого кому кем "
        + "сколько почему зачем мне нам меня нас я мы вы вам вас он она они его их наш наша нашей мой моя быть есть нет можно нужно надо подскажите пожалуйста "
        + "скажите здравствуйте добрый день вопрос спасибо если там тут так еще уже очень просто вообще").ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Words that tell what of a matter is asked: «когда сдавать» and «кому сдавать» have different answers.</summary>
    private static readonly ImmutableDictionary<string, string> Asking = new Dictionary<string, string>
    {
        ["где"] = "где",
        ["куда"] = "где",
        ["когда"] = "когда",
        ["кто"] = "кто",
        ["кого"] = "кто",
        ["кому"] = "кто",
        ["кем"] = "кто",
        ["какой"] = "какой",
        ["какая"] = "какой",
        ["какие"] = "какой",
        ["какого"] = "какой",
        ["как"] = "как",
        ["сколько"] = "сколько",
        ["почему"] = "почему",
        ["зачем"] = "почему",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> Denying = ["не", "нельзя", "без"];

    /// <summary>What was made of texts of late: the open questions are compared again and again.</summary>
    private static readonly ConcurrentDictionary<string, Features> Read = new(StringComparer.Ordinal);

    /// <summary>The one of <paramref name="known"/> that is most like the question; the earliest in the list of equals. Null when none is like it.</summary>
    public static int? MostLike(string question, IReadOnlyList<string> known) => MostLike(question, known, Threshold);

    /// <inheritdoc cref="MostLike(string, IReadOnlyList{string})"/>
    internal static int? MostLike(string question, IReadOnlyList<string> known, double threshold)
    {
        var asked = FeaturesOf(question);
        int? best = null;
        var highest = threshold;
        for (var i = 0; i < known.Count; i++)
        {
            var likeness = asked.LikenessTo(FeaturesOf(known[i]));
            if (likeness >= highest && (best is null || likeness > highest))
            {
                (best, highest) = (i, likeness);
            }
        }

        return best;
    }

    /// <summary>From 0 (nothing in common) to 1 (the same).</summary>
    public static double Likeness(string one, string other) => FeaturesOf(one).LikenessTo(FeaturesOf(other));

    private static Features FeaturesOf(string text)
    {
        if (Read.Count > MostRead)
        {
            Read.Clear();
        }

        return Read.GetOrAdd(text, Features.Of);
    }

    private sealed record Features(Dictionary<string, int> Stems, Dictionary<string, int> Pieces, string Numbers, ImmutableHashSet<string> Asked, bool Denies)
    {
        public static Features Of(string text)
        {
            text = text.Length > LongestCompared ? text[..LongestCompared] : text;
            var stems = QuestionText.Stems(text);
            var numbers = stems.Where(s => s.Any(char.IsAsciiDigit)).Distinct().Order(StringComparer.Ordinal);
            var telling = stems.Where(s => !Idle.Contains(s)).ToArray();
            IEnumerable<string> shown = telling.Length > 0 ? telling : stems;
            var joined = $" {string.Join(' ', shown)} ";
            var pieces = Enumerable.Range(0, Math.Max(0, joined.Length - LengthOfPiece + 1)).Select(i => joined.Substring(i, LengthOfPiece));
            var words = QuestionText.Words(text);
            return new Features(
                Counted(telling),
                Counted(pieces),
                string.Join(' ', numbers),
                [.. words.Select(w => Asking.GetValueOrDefault(w)).OfType<string>()],
                words.Any(Denying.Contains));
        }

        /// <summary>«1.2» and «1.3», «сад № 2» and «сад № 3» are different questions, however like the rest is.</summary>
        public double LikenessTo(Features other)
        {
            if (Numbers != other.Numbers || Denies != other.Denies || (!Asked.IsEmpty && !other.Asked.IsEmpty && !Asked.Overlaps(other.Asked)))
            {
                return 0;
            }

            var pieces = Cosine(Pieces, other.Pieces);
            return Stems.Count == 0 || other.Stems.Count == 0
                ? Stems.Count == other.Stems.Count && pieces >= ThresholdWithoutWords ? pieces : 0
                : Math.Min(Foreign(Stems, other.Stems), Foreign(other.Stems, Stems)) > MostForeign * Math.Min(Stems.Count, other.Stems.Count) ? 0
                : (WeightOfStems * Cosine(Stems, other.Stems)) + ((1 - WeightOfStems) * pieces);
        }

        /// <summary>«секретаря» here and «завуча» there: how many words of one the other has nothing like.</summary>
        private static int Foreign(Dictionary<string, int> one, Dictionary<string, int> other) =>
            one.Keys.Count(stem => !other.ContainsKey(stem) && !other.Keys.Any(word => AreAlike(stem, word)));

        /// <summary>One word with another ending or a slip of the hand in it.</summary>
        private static bool AreAlike(string one, string other)
        {
            var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
            var start = shorter.AsSpan().CommonPrefixLength(longer);
            if (start >= 4 && start * 3 >= longer.Length * 2)
            {
                return true;
            }

            // One letter changed, left out, or two neighbours exchanged: what follows is the same.
            var a = shorter.AsSpan(start);
            var b = longer.AsSpan(start);
            return shorter.Length >= 4 && (longer.Length - shorter.Length) switch
            {
                0 => a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..])),
                1 => a.SequenceEqual(b[1..]),
                _ => false,
            };
        }

        private static Dictionary<string, int> Counted(IEnumerable<string> parts) => parts.CountBy(p => p).ToDictionary(StringComparer.Ordinal);

        private static double Cosine(Dictionary<string, int> one, Dictionary<string, int> other)
        {
            var common = one.Sum(p => (long)p.Value * other.GetValueOrDefault(p.Key));
            return common == 0 ? 0 : common / Math.Sqrt(Squares(one) * (double)Squares(other));
        }

        private static long Squares(Dictionary<string, int> counts) => counts.Values.Sum(n => (long)n * n);
    }
}
