using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// Answers free questions for the dialogs. Must be pure: the same request gives the same answer, so that a step can be
/// played again.
/// </summary>
public delegate AnswerFacts Answering(AnswerRequest request);

/// <param name="Question">What somebody wrote; null when a topic is asked for.</param>
/// <param name="Topic">Id of a topic behind a button; null when a question is asked.</param>
/// <param name="Role">As in <see cref="PersonFacts"/>.</param>
/// <param name="OrgType">МОУ, МДОУ or УДО; empty when unknown.</param>
public readonly record struct AnswerRequest(string? Question, string? Topic, string Role, string OrgType, DateOnly Today);

/// <summary>What is known about a question. Dialog files see it as <c>answer</c>.</summary>
/// <param name="Kind"><c>sure</c>; <c>torn</c>: one of the candidates, the person knows which; <c>talk</c>: a greeting and the like; <c>none</c>.</param>
/// <param name="Score">How probable the topic is, in percent; 0 unless sure.</param>
/// <param name="Topic">Empty unless sure.</param>
/// <param name="Short">One or two sentences that already answer, or the reply to small talk.</param>
/// <param name="Unsettled">What the order leaves open, and who decides; empty when it is clear.</param>
public sealed record AnswerFacts(
    string Kind,
    int Score,
    string Topic,
    string Title,
    string Short,
    string Detail,
    ImmutableArray<AnswerQuoteFacts> Quotes,
    ImmutableArray<AnswerSourceFacts> Sources,
    string Unsettled,
    string Decides,
    ImmutableArray<AnswerNoteFacts> Notes,
    ImmutableArray<AnswerNextFacts> Next,
    ImmutableArray<AnswerTopicFacts> Candidates)
{
    /// <summary>When the specialist gave this answer to somebody else; null for the office's own answers.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Nothing is known about it.</summary>
    public static AnswerFacts None { get; } = new("none", 0, "", "", "", "", [], [], "", "", [], [], []);
}

/// <summary>The order's own words, with the point as people write it.</summary>
public sealed record AnswerQuoteFacts(string Order, string Label, string Quote);

/// <param name="Link">Empty when it has no address.</param>
public sealed record AnswerSourceFacts(string About, string Link);

/// <summary>What has changed since the order.</summary>
public sealed record AnswerNoteFacts(DateOnly Since, string Text);

/// <param name="Topic">Empty when the button does something.</param>
/// <param name="Does"><c>points</c>, <c>verify</c>, <c>human</c> or <c>menu</c>; empty when it leads to a topic.</param>
public sealed record AnswerNextFacts(string Label, string Topic, string Does);

public sealed record AnswerTopicFacts(string Topic, string Title);
