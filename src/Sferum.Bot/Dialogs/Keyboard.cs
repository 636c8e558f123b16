using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// Buttons under the input field, or inside the message when <paramref name="Inline"/>. Limits are the strictest of
/// <c>vk-platform.md</c> §2.2: 4 columns; 10 rows and 40 buttons, inline 6 rows and 10 buttons; label 40 characters;
/// payload 255 UTF-8 bytes.
/// </summary>
public sealed record Keyboard(bool Inline, ImmutableArray<ImmutableArray<Button>> Rows);

/// <summary>A button that sends <paramref name="Command"/> with <paramref name="Args"/>, or opens <paramref name="Link"/> when there is one.</summary>
public sealed record Button(
    string Label,
    string Command,
    ImmutableSortedDictionary<string, string> Args,
    ButtonColor Color = ButtonColor.Secondary,
    string? Link = null);

public enum ButtonColor
{
    Primary,
    Secondary,
    Positive,
    Negative,
}
