using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Compiled;

/// <param name="Key">Dialog and short name: <c>director.report.ask</c>.</param>
/// <param name="Dialog">The dialog's key.</param>
/// <param name="Parent">Key of the superstate; null for the root only.</param>
/// <param name="Say">Texts said on entry.</param>
/// <param name="Attach">Names of files, parted by commas, that go with the last text of the entry.</param>
/// <param name="Buttons">Own buttons under the field; null when the ancestor's are shown.</param>
internal sealed record DialogState(
    string Key,
    string Dialog,
    string? Parent,
    ImmutableArray<DialogText> Say,
    KeyboardTemplate? Buttons,
    KeyboardTemplate? Inline,
    DialogText? Attach,
    DialogText? Hint,
    ImmutableArray<DialogRule> Rules,
    ImmutableArray<DialogRule> Always,
    Place Place);

/// <summary>A text for somebody else than the person of the conversation.</summary>
internal sealed record DialogNotice(string Name, ImmutableArray<DialogText> Say, KeyboardTemplate? Inline, Place Place);

/// <param name="Version">Raised by the author; a conversation keeps it so that one can tell which words a person was shown.</param>
internal sealed record DialogFile(string Key, string Title, int Version, string FirstState, Place Place);

/// <summary>Labels of the buttons that turn pages of generated rows.</summary>
internal sealed record Paging(DialogText Next, DialogText First);
