namespace Sferum.Bot.Answers.Search;

/// <summary>A text as weights of the features it has; <paramref name="Ids"/> ascend.</summary>
internal readonly record struct SparseVector(int[] Ids, float[] Weights);
