using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Sferum.Bot.Reports.Xlsx;

/// <summary>Words as a cell can hold them.</summary>
internal static partial class XlsxText
{
    /// <summary>Excel's limit of a cell.</summary>
    private const int Longest = 32_767;

    private const string Replacement = "\uFFFD";

    /// <summary>Without what XML has no sign for: control characters and halves of a character.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A half is told apart as U+FFFD by the enumeration itself.
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Replacement : rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>As it is to stand between the tags: Excel reads <c>_x0041_</c> as an «A», so such signs are written by their underscore.</summary>
    public static string OfCell(string text)
    {
        var clean = Clean(text).ReplaceLineEndings("\n");
        if (clean.Length > Longest)
        {
            clean = clean[..(char.IsHighSurrogate(clean[Longest - 1]) ? Longest - 1 : Longest)];
        }

        return CodeLike().Replace(clean, "_x005F_");
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CodeLike();
}
