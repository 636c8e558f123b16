using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Whose facts are wanted, and what the event names that must be looked up.</summary>
/// <param name="InstitutionId">Seen from this one of his institutions, whichever he has chosen.</param>
/// <param name="Line">The line that is spoken of.</param>
/// <param name="Chat">A group chat, told of only to the one who showed it.</param>
/// <param name="Place">What the event says that may name an institution of the roster.</param>
/// <param name="WithHistory">Read what has happened to the line; without it the history of a line is left unread.</param>
/// <param name="WithPlace">Look for the institution that <paramref name="Place"/> names; without it that is left unread.</param>
internal sealed record FactsQuery(
    long PersonId,
    string? Code = null,
    long? ReportId = null,
    long? QuestionId = null,
    long? InstitutionId = null,
    LineKey? Line = null,
    long? Chat = null,
    NamedPlace? Place = null,
    bool WithHistory = false,
    bool WithPlace = false)
{
    /// <summary>The broadcast that the event or the conversation names, by its number or its draft.</summary>
    public string? Broadcast { get; init; }

    /// <summary>Texts and audiences of which the step wants to know what would come of them.</summary>
    public ImmutableArray<string> Mailings { get; init; } = [];

    /// <summary>Questions about the district whose answers the step looks at.</summary>
    public ImmutableArray<string> Asks { get; init; } = [];

    /// <summary>Facts of the specialist that the step looks at (<see cref="Facts.Unread"/>).</summary>
    public ImmutableHashSet<string> Reads { get; init; } = [];

    /// <summary>The same, with the facts that a step turned out to need; null when they were read already.</summary>
    public FactsQuery? WithMissing(FactMissingException missing) => missing.Fact switch
    {
        "history" when !WithHistory => this with { WithHistory = true },
        "found" when !WithPlace => this with { WithPlace = true },
        "broadcasts" when missing.About.Length > 0 && missing.About != Broadcast => this with { Broadcast = missing.About },
        "mailing" when !Mailings.Contains(missing.About) => this with { Mailings = Mailings.Add(missing.About) },
        "overview" when !Asks.Contains(missing.About) => this with { Asks = Asks.Add(missing.About) },
        "history" or "found" or "overview" or "mailing" => null,
        _ when !Reads.Contains(missing.Fact) => this with { Reads = Reads.Add(missing.Fact) },
        _ => null,
    };
}

/// <param name="Words">What was typed; null for a button.</param>
/// <param name="InstitutionId">The institution of the button.</param>
/// <param name="Type">The type of institution in which the person has said that he works.</param>
internal sealed record NamedPlace(string? Words, long? InstitutionId, string? Type);
