using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A message without words that can't be read: <c>voice</c>, <c>sticker</c>, or <c>empty</c> (nothing at all). No parts.</summary>
internal sealed class UnreadableInput(string name, AttachmentKind? kind) : IInput
{
    public string Name => name;

    public ImmutableArray<string> Parts => [];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today)
    {
        var attachments = message.Attachments.IsDefault ? [] : message.Attachments;
        var isSo = string.IsNullOrWhiteSpace(TypedText.Clean(message.Text))
            && (kind is null ? attachments.IsEmpty : attachments.Length > 0 && attachments.All(a => a.Kind == kind));
        return isSo ? new Recognition.Match(AnswerParts.Of()) : new Recognition.None();
    }

    public string Describe(ImmutableSortedDictionary<string, string> values) => "";
}
