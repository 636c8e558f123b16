using System.Text;

namespace Sferum.Bot.DataFiles;

/// <summary>
/// A text that <see cref="string.Normalize()"/> takes. It throws on half a surrogate pair, as an emoji cut in the middle leaves
/// one, and on U+FFFE, which JSON and UTF-8 carry as any other sign.
/// </summary>
internal static class WellFormedText
{
    private const char Reversed = '\uFFFE';

    /// <summary>What breaks it becomes U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsSuspect))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.Value == Reversed ? Rune.ReplacementChar : rune);
        }

        return result.ToString();
    }

    private static bool IsSuspect(char c) => c == Reversed || char.IsSurrogate(c);
}
