using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Turns;

/// <summary>From what the dialog core says to what goes into the outbox.</summary>
internal static partial class MessageTranslator
{
    public static Outgoing.Text ToOutgoing(Effect.Say say) =>
        new(say.Text, say.Keyboard is null ? null : ToOutgoing(say.Keyboard), say.Attachments.RemoveAll(name => OfNobody().IsMatch(name)));

    /// <summary>Files of one who had his data deleted: the messenger finds nothing under their names any more.</summary>
    [GeneratedRegex(@"^[a-z_]+0_")]
    private static partial Regex OfNobody();

    private static OutgoingKeyboard ToOutgoing(Keyboard keyboard) =>
        new(keyboard.Inline, ImmutableArray.CreateRange(keyboard.Rows, row => ImmutableArray.CreateRange(row, ToOutgoing)));

    private static OutgoingButton ToOutgoing(Button button) =>
        new(button.Label, ButtonPayload.Write(button.Command, button.Args), ColorOf(button.Color), button.Link);

    private static string ColorOf(ButtonColor color) => color switch
    {
        ButtonColor.Primary => "primary",
        ButtonColor.Secondary => "secondary",
        ButtonColor.Positive => "positive",
        ButtonColor.Negative => "negative",
        _ => throw new ArgumentOutOfRangeException(nameof(color), color, "unknown color"),
    };
}
