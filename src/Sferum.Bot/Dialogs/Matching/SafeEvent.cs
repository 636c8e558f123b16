using System.Text;

namespace Sferum.Bot.Dialogs.Matching;

/// <summary>
/// Texts from outside without what breaks later on: an emoji cut in two and U+FFFE can't be normalised, PostgreSQL takes
/// no character 0. Both halves and zeros have been seen from real clients.
/// </summary>
internal static class SafeEvent
{
    public static DialogEvent Of(DialogEvent happened) => happened switch
    {
        DialogEvent.Wrote wrote => wrote with
        {
            Text = Safe(wrote.Text),
            Ref = wrote.Ref is { } hint ? Safe(hint) : null,
            Attachments = wrote.Attachments.IsDefault ? [] : [.. wrote.Attachments.Select(a => a with { Name = Safe(a.Name) })],
        },
        DialogEvent.Pressed pressed => Of(pressed),
        DialogEvent.Allowed => happened,
        _ => throw new InvalidOperationException($"Unknown event {happened.GetType().Name}"),
    };

    private static DialogEvent.Pressed Of(DialogEvent.Pressed pressed)
    {
        var args = pressed.Args.WithComparers(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            args = args.SetItem(name, Safe(value));
        }

        return pressed with { Args = args };
    }

    private static bool IsSafe(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || IsBad(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Safe(string text)
    {
        if (IsSafe(text))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !(rune.IsBmp && IsBad((char)rune.Value)))
            {
                safe.Append(rune.ToString());
            }
        }

        return safe.ToString();
    }

    private static bool IsBad(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c == '\uFFFE';
}
