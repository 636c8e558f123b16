using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Vk.Sending;

/// <summary>
/// VK's JSON of a keyboard (<c>vk-platform.md</c> §3.5) inside the strictest limits of all sources (§2.2). What does not
/// fit is cut or left out and counted: a message with fewer buttons is better than error 911 and none.
/// </summary>
internal static class VkKeyboard
{
    private const int Columns = 4;
    private const int Rows = 10;
    private const int Buttons = 40;
    private const int InlineRows = 6;
    private const int InlineButtons = 10;
    private const int LabelLength = 40;
    private const int PayloadBytes = 255;

    /// <summary>The JSON, or null when not one button is left.</summary>
    /// <param name="left">How many buttons did not fit.</param>
    public static string? Write(OutgoingKeyboard keyboard, out int left)
    {
        var rows = Fits(keyboard) ? keyboard.Rows : Fitting(keyboard);
        left = keyboard.Rows.Sum(row => row.Length) - rows.Sum(row => row.Length);

        // An empty keyboard under the field hides the one that is there; an empty inline one is error 911.
        if (rows.IsEmpty && (keyboard.Inline || keyboard.Rows.Length > 0))
            return null;

        return ReusedJson.Write((keyboard.Inline, Rows: rows), static (json, keyboard) =>
        {
            json.WriteStartObject();
            json.WriteBoolean("one_time", false);
            json.WriteBoolean("inline", keyboard.Inline);
            json.WriteStartArray("buttons");
            foreach (var row in keyboard.Rows)
            {
                json.WriteStartArray();
                foreach (var button in row)
                    Write(json, button, keyboard.Inline);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>As nearly all do.</summary>
    private static bool Fits(OutgoingKeyboard keyboard)
    {
        var (mostRows, mostButtons) = Most(keyboard);
        foreach (var row in keyboard.Rows)
        {
            var places = 0;
            foreach (var button in row)
            {
                if (!IsSendable(button))
                    return false;
                places += Places(button);
            }

            mostButtons -= row.Length;
            if (row.IsEmpty || places > Columns || mostButtons < 0)
                return false;
        }

        return keyboard.Rows.Length <= mostRows;
    }

    private static (int Rows, int Buttons) Most(OutgoingKeyboard keyboard) => keyboard.Inline ? (InlineRows, InlineButtons) : (Rows, Buttons);

    /// <summary>A button with a link is a wide one (§2.2).</summary>
    private static int Places(OutgoingButton button) => button.Link is null ? 1 : 2;

    private static ImmutableArray<ImmutableArray<OutgoingButton>> Fitting(OutgoingKeyboard keyboard)
    {
        var (mostRows, mostButtons) = Most(keyboard);
        var fitting = ImmutableArray.CreateBuilder<ImmutableArray<OutgoingButton>>();
        foreach (var row in keyboard.Rows)
        {
            var buttons = InOneRow(row.Where(IsSendable).Take(mostButtons));
            if (buttons.IsEmpty)
                continue;
            if (fitting.Count == mostRows)
                break;
            mostButtons -= buttons.Length;
            fitting.Add(buttons);
        }

        return fitting.ToImmutable();
    }

    /// <summary>As many as fit side by side.</summary>
    private static ImmutableArray<OutgoingButton> InOneRow(IEnumerable<OutgoingButton> buttons)
    {
        var places = Columns;
        return [.. buttons.TakeWhile(button => (places -= Places(button)) >= 0)];
    }

    private static bool IsSendable(OutgoingButton button) =>
        !string.IsNullOrWhiteSpace(button.Label) && Encoding.UTF8.GetByteCount(button.Payload) <= PayloadBytes;

    private static void Write(Utf8JsonWriter json, OutgoingButton button, bool inline)
    {
        json.WriteStartObject();
        json.WriteStartObject("action");
        if (button.Link is { } link)
        {
            json.WriteString("type", "open_link");
            json.WriteString("label", Cut(button.Label));
            json.WriteString("link", link);
        }
        else
        {
            // A press inside a message writes nothing into the dialog; one under the field shows what was said.
            json.WriteString("type", inline ? "callback" : "text");
            json.WriteString("label", Cut(button.Label));
            json.WriteString("payload", button.Payload.Length == 0 ? "{}" : button.Payload);
        }

        json.WriteEndObject();
        if (button.Link is null)
            json.WriteString("color", button.Color);
        json.WriteEndObject();
    }

    /// <summary>At most forty characters, and never half of one.</summary>
    private static string Cut(string label)
    {
        if (label.Length <= LabelLength)
            return label;

        var cut = new StringBuilder(LabelLength);
        var elements = StringInfo.GetTextElementEnumerator(label);
        while (elements.MoveNext() && cut.Length + elements.GetTextElement().Length < LabelLength)
            cut.Append(elements.GetTextElement());
        return cut.Append('…').ToString();
    }
}
