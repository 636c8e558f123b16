using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Answers;

/// <summary>All that the files of <c>dialogs/answers</c> hold: answers, what is not ours, small talk, synonyms, thresholds.</summary>
public sealed record AnswerSheet(
    ImmutableArray<Answer> Answers,
    ImmutableArray<SmallTalk> SmallTalk,
    ImmutableArray<string> NotOurs,
    ImmutableArray<ImmutableArray<string>> Synonyms,
    AnswerThresholds Thresholds)
{
    public static AnswerSheet Empty { get; } = new([], [], [], [], new AnswerThresholds(1, 1));

    /// <summary>Where what was learned from these answers may have been kept; null: nowhere.</summary>
    public string? LearnedPath { get; init; }

    public FrozenDictionary<string, Answer> ByTopic { get; } = Answers.ToFrozenDictionary(answer => answer.Topic, StringComparer.Ordinal);
}

/// <summary>When the bot trusts its search. Found by cross-validation (<c>ask --calibrate</c>), not by hand.</summary>
/// <param name="Sure">From this probability on the best topic is the answer.</param>
/// <param name="Torn">From this probability on the best three together are worth asking back; below, the bot does not know.</param>
public readonly record struct AnswerThresholds(double Sure, double Torn);
