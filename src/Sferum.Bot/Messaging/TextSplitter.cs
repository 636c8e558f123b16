namespace Sferum.Bot.Messaging;

/// <summary>
/// Cuts a long text into messages that VK takes (<c>vk-platform.md</c> §2.2: 4,096 is the strictest of the published
/// limits), at a paragraph, else a line, else a word, never inside a character.
/// </summary>
internal static class TextSplitter
{
    public const int Limit = 4096;

    private static readonly string[] Borders = ["\n\n", "\n", " "];

    /// <summary>Parts that put together are the text; an empty text is one empty part.</summary>
    public static IReadOnlyList<string> Split(string text, int limit = Limit)
    {
        var parts = new List<string>();
        var rest = text;
        while (rest.Length > limit)
        {
            var cut = CutOf(rest, limit);
            parts.Add(rest[..cut]);
            rest = rest[cut..];
        }

        parts.Add(rest);
        return parts;
    }

    private static int CutOf(string text, int limit)
    {
        foreach (var border in Borders)
        {
            // A part of less than half the limit would look torn: then rather the next smaller border.
            var at = text.LastIndexOf(border, limit - border.Length, limit - border.Length - (limit / 2), StringComparison.Ordinal);
            if (at >= 0)
            {
                return at + border.Length;
            }
        }

        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
