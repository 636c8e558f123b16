using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>The answer to a question about the district.</summary>
/// <param name="Ask">The question, as <c>DistrictAsk</c> writes it.</param>
/// <param name="Kind">
/// <c>list</c>, <c>count</c>, <c>changes</c> or <c>one</c> as asked; <c>several</c>: the words fit several institutions, which are
/// <paramref name="Entries"/>; <c>nobody</c>: they fit none; <c>unknown</c>: there is no such question.
/// </param>
/// <param name="Status">How institutions stand: <c>open</c>, <c>late</c>, <c>reported</c>, <c>waiting</c>, <c>accepted</c>, <c>returned</c>, <c>promised</c>, <c>absent</c> or <c>joined</c>; empty where nothing is picked out.</param>
/// <param name="Types">Types of institutions; none for all.</param>
/// <param name="Points">Of what is asked, as people write it; none for all.</param>
/// <param name="Since">The first day of changes.</param>
/// <param name="Several">More than one line is asked about.</param>
/// <param name="Count">How many institutions stand so, or have changed.</param>
/// <param name="Of">Of so many that could.</param>
/// <param name="Partly">So many more have reported, or were accepted, in part.</param>
/// <param name="Rest">So many institutions stand behind <paramref name="Entries"/>.</param>
/// <param name="More">The question that shows those; empty when there are none.</param>
/// <param name="Tallies">For a list or a count by type, for changes by what was done.</param>
/// <param name="One">The one institution asked about.</param>
/// <param name="Next">What may be asked next.</param>
public sealed record OverviewFacts(
    string Ask,
    string Kind,
    string Status,
    ImmutableArray<string> Types,
    ImmutableArray<OverviewPointFacts> Points,
    DateOnly? Since,
    bool Several,
    int Count,
    int Of,
    int Partly,
    ImmutableArray<OverviewEntryFacts> Entries,
    int Rest,
    string More,
    ImmutableArray<OverviewTallyFacts> Tallies,
    OverviewOneFacts? One,
    ImmutableArray<OverviewNextFacts> Next);

public sealed record OverviewPointFacts(string Label, string Title);

/// <param name="Ask">The question about this institution alone.</param>
/// <param name="Lines">Lines that make it stand so; none where that goes without saying.</param>
public sealed record OverviewEntryFacts(long Id, string Name, string Type, string Ask, ImmutableArray<OverviewLineFacts> Lines);

/// <param name="Label">Empty for what belongs to no line.</param>
/// <param name="Status">As in <see cref="LineFacts"/>; among changes what was done, as the journal names it.</param>
/// <param name="Due">The promised day; null when there is none.</param>
public sealed record OverviewLineFacts(string Label, string Status, DateOnly? Due);

/// <param name="Name">A type, or what was done.</param>
/// <param name="Of">Of so many; among changes the number of times.</param>
public sealed record OverviewTallyFacts(string Name, int Count, int Of);

/// <param name="Joined">Its head has claimed his code.</param>
public sealed record OverviewOneFacts(InstitutionFacts Institution, bool Joined, ImmutableArray<LineFacts> Lines);

/// <param name="Kind"><c>status</c>, <c>type</c>, <c>all</c> (types), <c>list</c> or <c>count</c>.</param>
/// <param name="Value">The status or the type.</param>
public sealed record OverviewNextFacts(string Kind, string Value, string Ask);
