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
    private const int LongestPiece = 4;

    /// <summary>Pieces and pairs seen but once are noise, and they are the most of all.</summary>
    private const int FewestPhrases = 2;

    /// <summary>Words and their pieces tell the same thing twice; together they weigh little more than the words alone.</summary>
    private const float PiecesWeight = 0.7f;

    private readonly Synonyms _synonyms;
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly float[] _rarity;
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);

    /// <param name="phrases">Every phrase that is known, of all topics.</param>
    /// <param name="vectors">The phrases as <see cref="Of"/> gives them.</param>
    public FeatureSpace(IReadOnlyList<string> phrases, Synonyms synonyms, out SparseVector[] vectors)
    {
        _synonyms = synonyms;
        var words = new ImmutableArray<string>[phrases.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = IsRussian(phrases[i]) ? QuestionText.Words(phrases[i]) : [];
        }

        _stems.UnionWith(words.SelectMany(typed => typed).CountBy(QuestionText.Stem).Where(s => s.Value >= FewestPhrases).Select(s => s.Key));
        var found = new TextFeatures[phrases.Count];
        var counts = new Dictionary<ulong, int>();
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = Find(words[i].IsEmpty ? QuestionText.Words(Readable(phrases[i])) : words[i]);
            CountIn(found[i].Words, counts);
            CountIn(found[i].Pieces, counts);
        }

        foreach (var key in counts.Where(c => c.Value >= FewestPhrases).Select(c => c.Key).Order())
        {
            _ids.Add(key, _ids.Count);
        }

        _rarity = new float[_ids.Count];
        foreach (var (key, id) in _ids)
        {
            _rarity[id] = MathF.Log(1f + (phrases.Count / (float)counts[key]));
        }

        vectors = Array.ConvertAll(found, Weigh);
    }

    /// <summary>As <see cref="Write"/> left it.</summary>
    /// <exception cref="IOException">There is less than that.</exception>
    public FeatureSpace(BinaryReader kept, Synonyms synonyms)
    {
        _synonyms = synonyms;
        for (var i = kept.ReadInt32(); i > 0; i--)
        {
            _stems.Add(kept.ReadString());
        }

        var count = kept.ReadInt32();
        _ids.EnsureCapacity(count);
        for (var id = 0; id < count; id++)
        {
            _ids.Add(kept.ReadUInt64(), id);
        }

        _rarity = new float[count];
        kept.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_rarity.AsSpan()));
    }

    public int Count => _ids.Count;

    /// <summary>Features of a text; none at all when nothing in it is known.</summary>
    public SparseVector Of(string text) => Weigh(Find(QuestionText.Words(Readable(text))));

    public void Write(BinaryWriter kept)
    {
        kept.Write(_stems.Count);
        foreach (var stem in _stems.Order(StringComparer.Ordinal))
        {
            kept.Write(stem);
        }

        kept.Write(_ids.Count);
        foreach (var (key, _) in _ids.OrderBy(entry => entry.Value))
        {
            kept.Write(key);
        }

        kept.Write(MemoryMarshal.AsBytes(_rarity.AsSpan()));
    }

    private SparseVector Weigh(TextFeatures found)
    {
        var ids = new List<int>(found.Words.Length + found.Pieces.Length);
        var weights = new List<float>(ids.Capacity);
        Add(found.Words, 1f);
        Add(found.Pieces, PiecesWeight);
        return new SparseVector([.. ids], [.. weights]);

        void Add(CountedFeature[] group, float length)
        {
            var from = weights.Count;
            var square = 0f;
            foreach (var (key, count) in group)
            {
                if (_ids.TryGetValue(key, out var id))
                {
                    var weight = _rarity[id] * (1 + MathF.Log(count));
                    ids.Add(id);
                    weights.Add(weight);
                    square += weight * weight;
                }
            }

            var scale = length / MathF.Sqrt(square);
            foreach (ref var weight in CollectionsMarshal.AsSpan(weights)[from..])
            {
                weight *= scale;
            }
        }
    }

    private TextFeatures Find(ImmutableArray<string> typed)
    {
        var words = new List<ulong>();
        var pieces = new List<ulong>();
        var stems = new List<string>();
        foreach (var word in typed)
        {
            var stem = QuestionText.Stem(word);
            words.Add(Hash('w', stem));
            if (stems.Count > 0)
            {
                words.Add(Hash('p', $"{stems[^1]} {stem}"));
            }

            stems.Add(stem);
            if (char.IsAsciiDigit(word[0]))
            {
                AddPointsAbove(word, words);
            }
            else
            {
                AddPieces(word, pieces);
            }
        }

        foreach (var meaning in _synonyms.In(stems))
        {
            words.Add(Hash('s', meaning));
        }

        return new TextFeatures(Counted(words), Counted(pieces));
    }

    /// <summary>«1.4.3» is also a question about 1.4.</summary>
    private static void AddPointsAbove(string number, List<ulong> words)
    {
        for (var dot = number.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = number.IndexOf('.', dot + 1))
        {
            words.Add(Hash('n', number.AsSpan(0, dot)));
        }
    }

    private static void AddPieces(string word, List<ulong> pieces)
    {
        var padded = $" {word} ";
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= padded.Length; start++)
            {
                pieces.Add(Hash('c', padded.AsSpan(start, length)));
            }
        }
    }

    private static void CountIn(CountedFeature[] features, Dictionary<ulong, int> counts)
    {
        foreach (var feature in features)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature.Key, out _)++;
        }
    }

    private static CountedFeature[] Counted(List<ulong> keys)
    {
        keys.Sort();
        var counted = new List<CountedFeature>(keys.Count);
        foreach (var key in keys)
        {
            if (counted.Count > 0 && counted[^1].Key == key)
            {
                counted[^1] = new CountedFeature(key, counted[^1].Count + 1);
            }
            else
            {
                counted.Add(new CountedFeature(key, 1));
            }
        }

        return [.. counted];
    }

    /// <summary>Latin letters may be Russian words: the reading of which most words are known is taken.</summary>
    private string Readable(string text) => IsRussian(text)
        ? text
        : new[] { text, Typing.InRussianLayout(text), Typing.BySound(text) }.MaxBy(reading => QuestionText.Stems(reading).Count(_stems.Contains))!; // never empty

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

    /// <summary>What a text has, before it is known what that is worth.</summary>
    private readonly record struct TextFeatures(CountedFeature[] Words, CountedFeature[] Pieces);

    private readonly record struct CountedFeature(ulong Key, int Count);
}
