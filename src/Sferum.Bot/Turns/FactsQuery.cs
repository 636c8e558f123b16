using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Whose facts are wanted, and what the event names that must be looked up.</summary>
/// <param name="InstitutionId">Seen from this one of his institutions, whichever he has chosen.</param>
/// <param name="Line">The line that is spoken of.</param>
/// <param name="Chat">A group chat, told of only to the one who showed it.</param>
/// <param name="WithHistory">Read what has happened to the line; without it the history of a line is left unread.</param>
internal sealed record FactsQuery(
    long PersonId,
    string? Code = null,
    long? ReportId = null,
    long? QuestionId = null,
    long? InstitutionId = null,
    LineKey? Line = null,
    long? Chat = null,
    bool WithHistory = false);
