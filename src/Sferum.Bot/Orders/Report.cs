using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>What stands for a line. Three clocks: the document's date is among the answers, then received, then reviewed.</summary>
/// <param name="Number">On the receipt: it names the version too, and whoever decides says which he has seen.</param>
/// <param name="Kind">One of <see cref="ReportKind"/>.</param>
/// <param name="Revision">Counted from 1: each change of content is a version.</param>
public sealed record Report(
    long Id,
    string Number,
    ReportLine Line,
    string Kind,
    int Revision,
    string Status,
    ImmutableSortedDictionary<string, string> Answers,
    bool Late,
    long ReportedBy,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ReviewedAt,
    string? ReturnReason);
