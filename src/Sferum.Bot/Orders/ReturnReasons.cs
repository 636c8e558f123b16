using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>Ready words for returning a report: the same in the chat and in the panel (<c>dialogs/specialist/reasons.yaml</c>).</summary>
/// <param name="ofFields">What is wrong with an answer, by recogniser.</param>
/// <param name="ofOtherFields">With all others; null: nothing is offered for them.</param>
public sealed class ReturnReasons(
    FrozenDictionary<string, string> ofFields, string? ofOtherFields, ImmutableArray<ReturnReason> ofReports, ImmutableArray<ReturnReason> ofExcuses)
{
    public static ReturnReasons None { get; } = new(FrozenDictionary<string, string>.Empty, null, [], []);

    /// <summary>What may be wrong with a report of this line. A reason that begins with a field makes the bot ask the head for that field alone.</summary>
    /// <param name="kind">One of <see cref="ReportKind"/>.</param>
    public ImmutableArray<ReturnReason> Of(OrderLine line, string kind) => kind == ReportKind.NotApplicable ? ofExcuses : [.. OfFields(line), .. ofReports];

    private IEnumerable<ReturnReason> OfFields(OrderLine line) =>
        from field in line.Point.Evidence
        let words = ofFields.GetValueOrDefault(field.Input) ?? ofOtherFields
        where words is not null
        select new ReturnReason(field.Name, $"{field.Label} ({words})");
}

/// <param name="Id">For buttons: the name of a field, or what the file calls it.</param>
public sealed record ReturnReason(string Id, string Text);
