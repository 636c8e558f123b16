using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sferum.Bot.Answers.Search;

/// <summary>
/// Multinomial logistic regression over sparse features, trained by AdaGrad in a fixed order: the same phrases give the
/// same weights. Written here because it has to be ready within a second on one core: the weights of a feature for all
/// classes lie side by side, so that learning and asking are runs of vector additions.
/// </summary>
internal sealed class TopicClassifier
{
    private readonly int _classes;
    private readonly int _stride;
    private readonly float[] _weights;

    /// <summary>As <see cref="Write"/> left it.</summary>
    /// <exception cref="IOException">There is less than that.</exception>
    public TopicClassifier(BinaryReader kept)
        : this(kept.ReadInt32(), kept.ReadInt32())
    {
        for (var at = 0; at < _weights.Length; at += _stride)
        {
            kept.BaseStream.ReadExactly(MemoryMarshal.AsBytes(_weights.AsSpan(at, _classes)));
        }
    }

    private TopicClassifier(int features, int classes)
    {
        _classes = classes;
        _stride = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[features * _stride];
    }

    /// <param name="example">The <c>i</c>-th example as it is in this round; its class is <c>labels[i]</c>.</param>
    public static TopicClassifier Train(int features, int classes, int[] labels, Func<int, int, SparseVector> example, TrainingOptions options)
    {
        var model = new TopicClassifier(features, classes);
        var gradients = new float[features];
        var errors = new float[model._stride];
        var step = StepThrough(labels.Length);
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var i = 0; i < labels.Length; i++)
            {
                var at = (int)((long)i * step % labels.Length);
                var vector = example(at, round);
                model.Probabilities(vector, errors);
                errors[labels[at]] -= 1;
                model.Learn(vector, errors, gradients, options);
            }
        }

        return model;
    }

    /// <summary>The rows without their padding, which depends on the processor.</summary>
    public void Write(BinaryWriter kept)
    {
        kept.Write(_weights.Length / _stride);
        kept.Write(_classes);
        for (var at = 0; at < _weights.Length; at += _stride)
        {
            kept.Write(MemoryMarshal.AsBytes(_weights.AsSpan(at, _classes)));
        }
    }

    /// <summary>How probable each class is; they sum up to 1.</summary>
    public float[] Probabilities(SparseVector vector)
    {
        var result = new float[_stride];
        Probabilities(vector, result);
        return result[.._classes];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Probabilities(SparseVector vector, float[] result)
    {
        Array.Clear(result);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(result.AsSpan());
        for (var i = 0; i < vector.Ids.Length; i++)
        {
            var weight = new Vector<float>(vector.Weights[i]);
            var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(vector.Ids[i] * _stride, _stride));
            for (var k = 0; k < row.Length; k++)
            {
                sums[k] += row[k] * weight;
            }
        }

        var most = float.NegativeInfinity;
        for (var c = 0; c < _classes; c++)
        {
            most = MathF.Max(most, result[c]);
        }

        var total = 0f;
        for (var c = 0; c < _classes; c++)
        {
            total += result[c] = MathF.Exp(result[c] - most);
        }

        for (var c = 0; c < _classes; c++)
        {
            result[c] /= total;
        }

        result.AsSpan(_classes).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(SparseVector vector, float[] errors, float[] gradients, TrainingOptions options)
    {
        var deltas = MemoryMarshal.Cast<float, Vector<float>>(errors.AsSpan());
        var size = 0f;
        foreach (var error in errors)
        {
            size += error * error;
        }

        for (var i = 0; i < vector.Ids.Length; i++)
        {
            var id = vector.Ids[i];
            var weight = vector.Weights[i];
            gradients[id] += size * weight * weight;
            var rate = options.Rate / MathF.Sqrt(gradients[id] + 1e-6f);
            var change = new Vector<float>(-rate * weight);
            var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(id * _stride, _stride));
            for (var k = 0; k < row.Length; k++)
            {
                row[k] += deltas[k] * change;
            }
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
