using System.Collections.Frozen;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Dialogs;

/// <summary>What the recognisers offer to rooms that prepare facts for the dialogs.</summary>
public static class DialogInputs
{
    /// <summary>Names that a field of an order may have as its <c>input</c>.</summary>
    public static IReadOnlySet<string> Names { get; } = InputCatalog.All.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The claim code in a message, in the printed form <c>ABCD-2345</c>; null when it holds nothing like one.</summary>
    public static string? ClaimCodeIn(string text, DateOnly today) =>
        InputCatalog.All["code"].Recognise(new DialogEvent.Wrote(text, []), today) is Recognition.Match match
            ? match.Values.GetValueOrDefault("code")
            : null;
}
