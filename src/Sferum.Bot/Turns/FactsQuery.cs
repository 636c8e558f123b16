using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Whose facts are wanted, and what the event names that must be looked up.</summary>
/// <param name="InstitutionId">Seen from this one of his institutions, whichever he has chosen.</param>
/// <param name="Line">The line whose history is wanted.</param>
/// <param name="Chat">A group chat, told of only to the one who showed it.</param>
internal sealed record FactsQuery(
    long PersonId,
    string? Code = null,
    long? ReportId = null,
    long? QuestionId = null,
    long? InstitutionId = null,
    LineKey? Line = null,
    long? Chat = null);
