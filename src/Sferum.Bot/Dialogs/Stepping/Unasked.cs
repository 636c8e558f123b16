using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Answers that come before a field has been asked for; each gives the slots that come of it.</summary>
internal static class Unasked
{
    /// <summary>State of a chat whose card the bot could read.</summary>
    private const string Seen = "seen";

    private static readonly ImmutableArray<string> _chats = ["chat", "staff_chat"];

    /// <summary>All that the message says of the line besides its number.</summary>
    public static ImmutableSortedDictionary<string, string> Read(DialogScope scope)
    {
        if (scope is not { Line: { } line, Event: DialogEvent.Wrote wrote })
        {
            return scope.Slots;
        }

        var message = wrote with { Text = LineNumbers.Blank(TypedText.Clean(wrote.Text), scope.Facts) };
        var taken = new FieldTaking(line, scope.Slots, amongAll: false, message).TakeUnasked(
            name => InputCatalog.All.TryGetValue(name, out var input) ? input.Recognise(message, scope.Today) : new Recognition.None());
        return taken.IsEmpty ? scope.Slots : FieldTaking.Keep(scope.Slots, taken, line);
    }

    /// <summary>The chat that the event names, if the bot has seen it and the line has a field for one.</summary>
    public static ImmutableSortedDictionary<string, string> TakeChat(DialogScope scope)
    {
        if (scope.Facts.Chat is not { State: Seen } chat || scope.Line?.Fields.FirstOrDefault(f => _chats.Contains(f.Input)) is not { } field)
        {
            return scope.Slots;
        }

        var parts = AnswerParts.Of(
            ("title", chat.Title),
            ("members", chat.People.ToString(CultureInfo.InvariantCulture)),
            (ChatInput.ShownPart, chat.Peer.ToString(CultureInfo.InvariantCulture)));
        var taken = parts.ToImmutableSortedDictionary(p => $"{field.Name}.{p.Key}", p => p.Value, StringComparer.Ordinal);
        return FieldTaking.Keep(scope.Slots, taken, scope.Line);
    }
}
