using System.Collections.Immutable;

namespace Sferum.Bot.Answers;

/// <summary>What comes of a free question. A closed list.</summary>
public abstract record AnswerReply
{
    private AnswerReply()
    {
    }

    /// <summary>The topics that came nearest, best first, at most three.</summary>
    public ImmutableArray<TopicScore> Candidates { get; init; } = [];

    /// <summary>The question is about this topic.</summary>
    public sealed record Sure(Answer Answer) : AnswerReply;

    /// <summary>It may be one of <see cref="Candidates"/>; the person knows which.</summary>
    public sealed record Torn : AnswerReply;

    /// <summary>It was no question.</summary>
    public sealed record Talk(string Text) : AnswerReply;

    /// <summary>It is about something else, or was not understood.</summary>
    public sealed record None : AnswerReply;
}

/// <param name="Score">How probable it is, 0 to 1.</param>
public readonly record struct TopicScore(string Topic, double Score);
