using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Sferum.Bot.Answers.Search;

/// <summary>
/// Turns texts into weighted features: stems, pairs of neighbouring stems, synonyms, and pieces of words, which forgive
/// slips of the hand. What a feature is worth is learned from the phrases: rare ones tell more (tf-idf).
/// </summary>
internal sealed class FeatureSpace
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>Pieces and pairs seen but once are noise, and they are the most of all.</summary>
    private const int FewestPhrases = 2;

    /// <summary>Words and their pieces tell the same thing twice; together they weigh little more than the words alone.</summary>
    private const float PiecesWeight = 0.7f;

    private readonly Synonyms _synonyms;
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly float[] _rarity;
    private readonly FrozenSet<string> _stems;

    /// <param name="phrases">Every phrase that is known, of all topics.</param>
    public FeatureSpace(IReadOnlyCollection<string> phrases, Synonyms synonyms)
    {
        _synonyms = synonyms;
        _stems = phrases.Where(IsRussian).SelectMany(phrase => QuestionText.Stems(phrase)).CountBy(stem => stem).Where(s => s.Value >= FewestPhrases).Select(s => s.Key).ToFrozenSet(StringComparer.Ordinal);
        var counts = new Dictionary<ulong, int>();
        var found = new Found();
        foreach (var phrase in phrases)
        {
            found.Clear();
            Find(phrase, found);
            foreach (var key in found.Words.Keys.Concat(found.Pairs.Keys).Concat(found.Pieces.Keys))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
            }
        }

        foreach (var (key, _) in counts.Where(c => c.Value >= FewestPhrases).OrderBy(c => c.Key))
        {
            _ids.Add(key, _ids.Count);
        }

        _rarity = new float[_ids.Count];
        foreach (var (key, id) in _ids)
        {
            _rarity[id] = MathF.Log(1f + phrases.Count / (float)counts[key]);
        }
    }

    public int Count => _ids.Count;

    /// <summary>Features of a text, of length 1 or, when nothing in it is known, none at all.</summary>
    /// <param name="known">The share of its words that occur in the phrases, by how much they tell; 0 to 1.</param>
    public SparseVector Of(string text, out float known)
    {
        var found = new Found();
        Find(text, found);
        var weights = new SortedList<int, float>();
        known = found.Stems.Count == 0 ? 0 : found.Stems.Count(_stems.Contains) / (float)found.Stems.Count;
        Add(weights, [found.Words, found.Pairs], 1f);
        Add(weights, [found.Pieces], PiecesWeight);
        return new SparseVector([.. weights.Keys], [.. weights.Values]);
    }

    private void Add(SortedList<int, float> weights, ReadOnlySpan<Dictionary<ulong, int>> groups, float total)
    {
        var sum = 0f;
        foreach (var group in groups)
        {
            foreach (var (key, count) in group)
            {
                sum += _ids.TryGetValue(key, out var id) ? Square(Weight(id, count)) : 0;
            }
        }

        if (sum == 0)
        {
            return;
        }

        var scale = total / MathF.Sqrt(sum);
        foreach (var group in groups)
        {
            foreach (var (key, count) in group)
            {
                if (_ids.TryGetValue(key, out var id))
                {
                    weights[id] = Weight(id, count) * scale;
                }
            }
        }
    }

    private float Weight(int id, int count) => _rarity[id] * (1 + MathF.Log(count));

    private static float Square(float x) => x * x;

    private void Find(string text, Found found)
    {
        var words = QuestionText.Words(Readable(text));
        var previous = "";
        foreach (var word in words)
        {
            var stem = QuestionText.Stem(word);
            found.Stems.Add(stem);
            found.Add(found.Words, Hash('w', stem));
            if (char.IsAsciiDigit(word[0]))
            {
                for (var dot = word.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = word.IndexOf('.', dot + 1))
                {
                    found.Add(found.Words, Hash('n', word.AsSpan(0, dot)));
                }
            }

            if (previous.Length > 0)
            {
                found.Add(found.Pairs, Hash('p', $"{previous} {stem}"));
            }

            previous = stem;
            AddPieces(word, found);
        }

        foreach (var meaning in _synonyms.In(found.Stems))
        {
            found.Add(found.Words, Hash('s', meaning));
        }
    }

    private static void AddPieces(string word, Found found)
    {
        if (char.IsAsciiDigit(word[0]))
        {
            return;
        }

        var padded = $" {word} ";
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= padded.Length; start++)
            {
                found.Add(found.Pieces, Hash('c', padded.AsSpan(start, length)));
            }
        }
    }

    /// <summary>Latin letters may be Russian words: the reading of which most words are known is taken.</summary>
    private string Readable(string text) => IsRussian(text)
        ? text
        : new[] { text, Typing.InRussianLayout(text), Typing.BySound(text) }.MaxBy(Known)!; // never empty

    private int Known(string text) => QuestionText.Stems(text).Count(_stems.Contains);

    private static bool IsRussian(string text) => !text.AsSpan().ContainsAnyInRange('A', 'z');

    private static ulong Hash(char kind, ReadOnlySpan<char> text)
    {
        // FNV-1a: the same in every process, unlike string.GetHashCode.
        var hash = 14695981039346656037UL;
        hash = (hash ^ kind) * 1099511628211UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>What a text has, before it is known what that is worth: feature → how often.</summary>
    private sealed class Found
    {
        public List<string> Stems { get; } = [];

        public Dictionary<ulong, int> Words { get; } = [];

        public Dictionary<ulong, int> Pairs { get; } = [];

        public Dictionary<ulong, int> Pieces { get; } = [];

        public void Add(Dictionary<ulong, int> group, ulong key) => CollectionsMarshal.GetValueRefOrAddDefault(group, key, out _)++;

        public void Clear()
        {
            Stems.Clear();
            Words.Clear();
            Pairs.Clear();
            Pieces.Clear();
        }
    }
}
