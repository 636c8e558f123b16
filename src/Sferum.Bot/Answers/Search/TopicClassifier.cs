using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sferum.Bot.Answers.Search;

/// <summary>
/// Multinomial logistic regression over sparse features, trained by AdaGrad in a fixed order: the same phrases give the
/// same weights. Written here because it has to be ready within a second on one core: the weights of a feature for all
/// classes lie side by side, so that learning is a run of vector additions. What was learned is kept in half precision:
/// half the memory, and no figure of the sample questions is another.
/// </summary>
internal sealed class TopicClassifier
{
    private readonly int _classes;
    private readonly Half[] _weights;

    /// <summary>As <see cref="Write"/> left it.</summary>
    /// <exception cref="IOException">There is less than that.</exception>
    public TopicClassifier(BinaryReader kept)
    {
        var features = kept.ReadInt32();
        _classes = kept.ReadInt32();
        _weights = new Half[features * _classes];
        kept.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    private TopicClassifier(Half[] weights, int classes)
    {
        _weights = weights;
        _classes = classes;
    }

    /// <param name="example">The <c>i</c>-th example as it is in this round; its class is <c>labels[i]</c>.</param>
    public static TopicClassifier Train(int features, int classes, int[] labels, Func<int, int, SparseVector> example, TrainingOptions options)
    {
        var learner = new TopicLearner(features, classes, options.Rate);
        var step = StepThrough(labels.Length);
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var i = 0; i < labels.Length; i++)
            {
                var at = (int)((long)i * step % labels.Length);
                learner.Learn(example(at, round), labels[at]);
            }
        }

        return new TopicClassifier(learner.Weights(), classes);
    }

    public void Write(BinaryWriter kept)
    {
        kept.Write(_weights.Length / _classes);
        kept.Write(_classes);
        kept.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>How probable each class is; they sum up to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float[] Probabilities(SparseVector vector)
    {
        var result = new float[_classes];
        for (var i = 0; i < vector.Ids.Length; i++)
        {
            var weight = vector.Weights[i];
            var row = _weights.AsSpan(vector.Ids[i] * _classes, _classes);
            for (var c = 0; c < row.Length; c++)
            {
                result[c] += (float)row[c] * weight;
            }
        }

        MakeProbabilities(result);
        return result;
    }

    /// <summary>Sums of weights become probabilities (softmax).</summary>
    public static void MakeProbabilities(Span<float> sums)
    {
        var most = float.NegativeInfinity;
        foreach (var sum in sums)
        {
            most = MathF.Max(most, sum);
        }

        var total = 0f;
        foreach (ref var sum in sums)
        {
            total += sum = MathF.Exp(sum - most);
        }

        foreach (ref var sum in sums)
        {
            sum /= total;
        }
    }

    /// <summary>Visits all examples once in an order in which neighbours of the files stand far apart.</summary>
    private static int StepThrough(int count)
    {
        var step = (int)(count * 0.618) | 1;
        while (BigInteger.GreatestCommonDivisor(step, count) != 1)
        {
            step += 2;
        }

        return step;
    }
}

/// <param name="Rounds">How often each example is seen.</param>
/// <param name="Rate">How far one example moves the weights.</param>
internal readonly record struct TrainingOptions(int Rounds, float Rate);
