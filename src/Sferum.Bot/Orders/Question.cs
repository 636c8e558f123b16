using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>A question as it is to be kept.</summary>
/// <param name="PersonId">0: a person without consent; then <paramref name="Text"/> is empty.</param>
/// <param name="Role">The person's at that time: <c>director</c>, <c>teacher</c>, <c>specialist</c> or <c>guest</c>.</param>
/// <param name="Line">Key of the line of an order that was in hand.</param>
/// <param name="Topic">Topic of the answer that was given.</param>
/// <param name="Said">What the bot had answered, in a few words.</param>
/// <param name="IsAlone">It is answered for itself, whatever else is asked in like words.</param>
public sealed record NewQuestion(
    long PersonId,
    string Text,
    string Outcome,
    string Role = "",
    string? OrgType = null,
    long? InstitutionId = null,
    string? Line = null,
    string? Topic = null,
    string? Said = null,
    bool IsAlone = false);

/// <summary>The first question of a group that has no answer yet.</summary>
public sealed record UnansweredQuestion(long GroupId, string Text);

/// <summary>Like questions without an answer.</summary>
/// <param name="Id">Of the group: the number of its first question.</param>
/// <param name="People">How many people asked.</param>
/// <param name="First">Of those handed over the first, else the first at all.</param>
/// <param name="Wordings">What else it was called, each once.</param>
public sealed record QuestionGroup(long Id, int People, AskedQuestion First, ImmutableArray<string> Wordings);

/// <inheritdoc cref="NewQuestion"/>
public sealed record AskedQuestion(
    long Id, long PersonId, string Text, DateTimeOffset AskedAt, string Outcome, string Role, string? OrgType, long? InstitutionId, string? Line, string? Said);

/// <summary>One person's question of a group that was just answered.</summary>
public sealed record Question(long Id, long PersonId, string Text, DateTimeOffset AskedAt);

/// <summary>A group with its answer.</summary>
/// <param name="Questions">Each wording once, the first one first.</param>
public sealed record AnsweredGroup(long Id, string Text, ImmutableArray<string> Questions, int People);
