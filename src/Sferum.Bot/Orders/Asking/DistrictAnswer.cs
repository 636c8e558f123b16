using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Asking;

/// <summary>Who stands so.</summary>
/// <param name="Found">By name.</param>
/// <param name="Of">To how many institutions the question applies.</param>
/// <param name="Partly">So many more have reported, or were accepted, in part; 0 for other statuses.</param>
/// <param name="ByType">For each type asked about that the roster holds.</param>
/// <param name="Several">The question is of more than one line of some institution.</param>
public sealed record StandingAnswer(ImmutableArray<StandingEntry> Found, int Of, int Partly, ImmutableArray<TypeTally> ByType, bool Several);

/// <param name="Lines">Lines that make it stand so; none for what is told of all lines or of none.</param>
public sealed record StandingEntry(Institution Institution, ImmutableArray<StandingLine> Lines);

/// <param name="Status">One of <see cref="ReportStatus"/>; null when nothing stands reported.</param>
/// <param name="Due">The day the institution has named, where the line is open.</param>
public sealed record StandingLine(OrderLine Line, string? Status, DateOnly? Due);

public sealed record TypeTally(string Type, int Count, int Of);

/// <summary>What has happened.</summary>
/// <param name="Changed">The institution of the newest change first.</param>
public sealed record ChangesAnswer(ImmutableArray<ChangedInstitution> Changed, ImmutableArray<ActionTally> ByAction);

/// <param name="Changes">Each action and line once, the newest first.</param>
public sealed record ChangedInstitution(Institution Institution, ImmutableArray<LineChange> Changes);

/// <param name="Point">The line's point; null for what belongs to no line.</param>
/// <param name="At">The last time.</param>
public sealed record LineChange(string Action, OrderPoint? Point, DateTimeOffset At);

/// <param name="Institutions">Of how many institutions.</param>
/// <param name="Times">Of how many lines of theirs together.</param>
public sealed record ActionTally(string Action, int Institutions, int Times);
