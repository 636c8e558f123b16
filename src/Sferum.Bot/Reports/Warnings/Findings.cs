using System.Collections.Immutable;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>What was found in a report before a person looks at it.</summary>
/// <param name="Hindrance">Why it is not to be accepted together with others; null when nothing is in the way.</param>
public sealed record Findings(ImmutableArray<Warning> Warnings, Hindrance? Hindrance);

/// <summary>Why a report has to be looked at by itself.</summary>
public enum Hindrance
{
    /// <summary>It says that the point does not concern the institution.</summary>
    SaysNotConcerned,

    /// <summary>It was told by telephone: there are no documents.</summary>
    ToldByPhone,

    /// <summary>A file is still being fetched, or can't be had.</summary>
    FileMissing,

    /// <summary>A file was not looked at yet.</summary>
    NotLookedAt,

    /// <summary>A file that a preview can't show, as a PDF.</summary>
    HasToBeOpened,

    Warned,
}
