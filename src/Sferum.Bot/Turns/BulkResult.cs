using System.Collections.Immutable;

namespace Sferum.Bot.Turns;

/// <summary>What came of accepting several reports at once.</summary>
public sealed record BulkResult(int Accepted, ImmutableArray<LeftReport> Left);

/// <summary>A report that was chosen and is not accepted.</summary>
public sealed record LeftReport(long ReportId, LeftReason Reason);

public enum LeftReason
{
    /// <summary>A newer version has come: it was not on the screen.</summary>
    Newer,

    /// <summary>It waits no more.</summary>
    Decided,

    /// <summary>It has to be looked at by itself: something in it is suspicious, or not all of it could be seen.</summary>
    Suspicious,
}
