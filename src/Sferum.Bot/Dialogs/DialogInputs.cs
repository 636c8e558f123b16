using System.Collections.Frozen;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs;

/// <summary>What other rooms may know of the recognisers.</summary>
public static class DialogInputs
{
    private const string Code = "code";

    /// <summary>Names that an evidence field of an order may use as <c>input</c>.</summary>
    public static IReadOnlySet<string> Names { get; } = InputCatalog.All.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text may be kept as an answer that anybody is given, or as an example of a question.</summary>
    public static bool MayBeSaved(string text) => SavingFaultOf(text) is null;

    /// <summary>Why not: <c>empty</c>, <c>long</c>, <c>code</c>, <c>email</c>, <c>phone</c> or <c>page</c>; null when it may.</summary>
    public static string? SavingFaultOf(string text) => SavedText.FaultOf(text);

    /// <summary>The claim code in a text, as it is stored (without the dash); null when the text holds nothing like a code.</summary>
    public static string? ClaimCodeIn(string text, DateOnly today) =>
        InputCatalog.All[Code].Recognise(new DialogEvent.Wrote(text, []), today) is Recognition.Match match
            ? match.Values[Code].Replace("-", "", StringComparison.Ordinal)
            : null;
}
