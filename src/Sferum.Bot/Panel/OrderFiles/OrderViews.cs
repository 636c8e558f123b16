using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Reminders;

namespace Sferum.Bot.Panel.OrderFiles;

/// <param name="Ahead">What is decided for days to come.</param>
/// <param name="Drafts">The newest versions that are neither in force nor to be.</param>
/// <param name="Past">All that was decided, the latest first.</param>
public sealed record OrderList(
    ImmutableArray<StandingOrder> Standing, ImmutableArray<OrderTerm> Ahead, ImmutableArray<OrderVersion> Drafts, ImmutableArray<OrderTerm> Past);

/// <param name="Term">Null: it came with the program.</param>
public sealed record StandingOrder(Order Order, OrderTerm? Term);

/// <summary>One text of an order, and what it would bring.</summary>
/// <param name="Version">Null: it came with the program.</param>
/// <param name="Standing">Since when this very text is in force; null: by the files, or it is not.</param>
/// <param name="IsInForce">This very text is.</param>
/// <param name="Ahead">When this very text comes in force.</param>
/// <param name="Before">What is in force of this number in its place; null: nothing, or this.</param>
/// <param name="Seen">The last that was decided of this number; 0: nothing.</param>
/// <param name="FirstDay">From which on it is looked at.</param>
public sealed record OrderView(
    Order Order,
    OrderVersion? Version,
    OrderTerm? Standing,
    bool IsInForce,
    OrderTerm? Ahead,
    Order? Before,
    ImmutableArray<OrderChange> Changes,
    ImmutableArray<OrderWarning> Warnings,
    long Seen,
    DateOnly FirstDay);

/// <summary>What an institution of this type would get to do and to hear.</summary>
/// <param name="Institutions">So many are of this type.</param>
public sealed record OrderPreview(InstitutionType Type, int Institutions, ImmutableArray<OrderLine> Lines, ImmutableArray<PreviewedReminder> Reminders);

/// <summary>What is to be mended, with the line of the text where it stands.</summary>
/// <param name="Line">Counted from 1; 0: the whole text.</param>
/// <param name="Quoted">That line; empty where there is none.</param>
public sealed record OrderFault(int Line, string Quoted, string Message)
{
    private const int LongestQuote = 120;

    internal static ImmutableArray<OrderFault> Of(IReadOnlyCollection<Fault> faults, string text)
    {
        var lines = text.Split('\n');
        return [.. faults.Select(fault => new OrderFault(fault.Line, fault.Line > 0 && fault.Line <= lines.Length ? Cut(lines[fault.Line - 1].Trim()) : "", fault.Message))];
    }

    private static string Cut(string line) => line.Length > LongestQuote ? $"{line[..LongestQuote]}…" : line;
}
