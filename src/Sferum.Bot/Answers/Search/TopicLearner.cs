using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sferum.Bot.Answers.Search;

/// <summary>The weights of a <see cref="TopicClassifier"/> while they are learned: in single precision, each row filled up to whole vectors.</summary>
internal sealed class TopicLearner
{
    private readonly int _classes;
    private readonly int _stride;
    private readonly float _rate;
    private readonly float[] _weights;
    private readonly float[] _gradients;
    private readonly float[] _errors;

    /// <param name="rate">How far one example moves the weights.</param>
    public TopicLearner(int features, int classes, float rate)
    {
        _classes = classes;
        _rate = rate;
        _stride = (classes + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[features * _stride];
        _gradients = new float[features];
        _errors = new float[_stride];
    }

    /// <summary>Moves the weights towards the example's class.</summary>
    public void Learn(SparseVector example, int label)
    {
        Sum(example);
        TopicClassifier.MakeProbabilities(_errors.AsSpan(0, _classes));
        _errors.AsSpan(_classes).Clear();
        _errors[label] -= 1;
        Move(example);
    }

    /// <summary>What was learned, row by row without padding.</summary>
    public Half[] Weights()
    {
        var weights = new Half[_gradients.Length * _classes];
        for (var feature = 0; feature < _gradients.Length; feature++)
        {
            for (var c = 0; c < _classes; c++)
            {
                weights[(feature * _classes) + c] = (Half)_weights[(feature * _stride) + c];
            }
        }

        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(SparseVector example)
    {
        Array.Clear(_errors);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(_errors.AsSpan());
        for (var i = 0; i < example.Ids.Length; i++)
        {
            var weight = new Vector<float>(example.Weights[i]);
            var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(example.Ids[i] * _stride, _stride));
            for (var k = 0; k < row.Length; k++)
            {
                sums[k] += row[k] * weight;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(SparseVector example)
    {
        var deltas = MemoryMarshal.Cast<float, Vector<float>>(_errors.AsSpan());
        var size = 0f;
        foreach (var error in _errors)
        {
            size += error * error;
        }

        for (var i = 0; i < example.Ids.Length; i++)
        {
            var id = example.Ids[i];
            var weight = example.Weights[i];
            _gradients[id] += size * weight * weight;
            var step = new Vector<float>(-_rate / MathF.Sqrt(_gradients[id] + 1e-6f) * weight);
            var row = MemoryMarshal.Cast<float, Vector<float>>(_weights.AsSpan(id * _stride, _stride));
            for (var k = 0; k < row.Length; k++)
            {
                row[k] += deltas[k] * step;
            }
        }
    }
}
