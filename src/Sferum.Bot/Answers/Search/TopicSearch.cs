using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Answers.Search;

/// <summary>Tells what a free message is about. Once it has learned, immutable and thread-safe.</summary>
internal sealed class TopicSearch
{
    /// <summary>Chosen by cross-validation over the phrases; more rounds only take longer.</summary>
    private static readonly TrainingOptions Training = new(Rounds: 4, Rate: 1);

    /// <summary>Role and type decide between topics that are otherwise alike, and no more: words weigh twice as much.</summary>
    private const float AskerWeight = 0.5f;

    private static readonly FrozenDictionary<string, int> AskerFeatures = Asker.Roles.Concat(TrainingSet.OrgTypes)
        .Index().ToFrozenDictionary(feature => feature.Item, feature => feature.Index, StringComparer.Ordinal);

    private readonly FeatureSpace _space;
    private readonly TopicClassifier _classifier;
    private readonly ImmutableArray<TopicClass> _classes;

    /// <summary>Learns.</summary>
    public TopicSearch(TrainingSet set)
    {
        _classes = set.Classes;
        _space = new FeatureSpace(set.Phrases.Select(phrase => phrase.Text).ToArray(), set.Synonyms, out var vectors);
        var labels = set.Phrases.Select(phrase => phrase.Class).ToArray();
        _classifier = TopicClassifier.Train(
            _space.Count + AskerFeatures.Count,
            _classes.Length,
            labels,
            (i, round) => With(vectors[i], TrainingSet.AskerOf(set.Phrases[i], i, round)),
            Training);
    }

    private TopicSearch(TrainingSet set, BinaryReader kept)
    {
        _classes = set.Classes;
        _space = new FeatureSpace(kept, set.Synonyms);
        _classifier = new TopicClassifier(kept);
    }

    /// <summary>Takes what was learned from the same phrases before, a tenth of the work, and learns only when nothing fits.</summary>
    public static TopicSearch Of(TrainingSet set, string? keptIn) =>
        keptIn is not null && LearnedFile.Read(keptIn, set, kept => new TopicSearch(set, kept)) is { } search ? search : new TopicSearch(set);

    public void Write(BinaryWriter kept)
    {
        _space.Write(kept);
        _classifier.Write(kept);
    }

    /// <summary>What the message may be, the most probable first.</summary>
    /// <returns>Empty when no word of it is known.</returns>
    public ImmutableArray<ClassScore> Rank(string message, Asker asker)
    {
        var vector = _space.Of(message);
        if (vector.Ids.Length == 0)
        {
            return [];
        }

        var probabilities = _classifier.Probabilities(With(vector, asker));
        var ranks = new ClassScore[_classes.Length];
        for (var i = 0; i < ranks.Length; i++)
        {
            ranks[i] = new ClassScore(_classes[i], probabilities[i]);
        }

        Array.Sort(ranks, static (a, b) => b.Score.CompareTo(a.Score));
        return [.. ranks];
    }

    private SparseVector With(SparseVector vector, Asker asker)
    {
        int[] ids = [.. vector.Ids, Feature(asker.Role, Asker.UnknownRole), Feature(asker.OrgType, "")];
        return new SparseVector(ids, [.. vector.Weights, AskerWeight, AskerWeight]);
    }

    private int Feature(string name, string otherwise) => _space.Count + (AskerFeatures.TryGetValue(name, out var id) ? id : AskerFeatures[otherwise]);
}

internal readonly record struct ClassScore(TopicClass Class, double Score);
