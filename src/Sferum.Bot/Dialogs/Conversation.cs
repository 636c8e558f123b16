using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// Where a person is in the dialog: the key of the state (<c>director.report.ask</c>), the answers so far under dotted
/// names (<c>answers.document.number</c>), and the version of the dialog files that wrote them.
/// </summary>
public sealed record Conversation(string State, ImmutableSortedDictionary<string, string> Slots, string Version)
{
    /// <summary>Someone who has never written: the machine starts at the first state of <c>dialogs/welcome</c>.</summary>
    public static Conversation New { get; } =
        new("", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), "");

    public bool IsNew => State.Length == 0;
}
