using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// What a person typed, brought into a form that can be read by rules: any text, also damaged, in time linear in its
/// length. A folded text has the length of the clean one, so that a place found in one is the same place in the other.
/// </summary>
internal static partial class TypedText
{
    /// <summary>VK delivers at most 4,096 characters, other clients of the same community have sent 9,000.</summary>
    public const int MostCharacters = 10_000;

    private const char NumberSign = '№';

    /// <summary>Stands for the number sign during NFKC, which would turn it into the letters «No».</summary>
    private const char Stand = '\uE000';

    /// <summary>
    /// Compatibility forms and foreign digits made plain; tags, emoji and invisible signs gone; one kind of dash and of straight quotes;
    /// white space single, a line break kept as <c>\n</c>; trimmed. Case and ё stay.
    /// </summary>
    public static string Clean(string text)
    {
        var head = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var decoded = head.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(head) : head;
        var whole = WellFormedText.Of(Tag().Replace(decoded, " "));
        var plain = whole.Replace(NumberSign, Stand).Normalize(NormalizationForm.FormKC);

        var result = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes())
        {
            // «½» and «ﷺ» become several characters each.
            if (result.Length >= MostCharacters)
            {
                break;
            }

            Append(result, rune);
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>Lower case, е for ё; as long as <paramref name="clean"/>.</summary>
    public static string Fold(string clean) => clean.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>The text with a piece turned into spaces, all other places unmoved.</summary>
    public static string Blank(string text, int start, int length) =>
        string.Concat(text.AsSpan(0, start), new string(' ', length), text.AsSpan(start + length));

    private static void Append(StringBuilder result, Rune rune)
    {
        if (rune.Value is '\n' or '\r' or 0x2028 or 0x2029)
        {
            Space(result, '\n');
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DashPunctuation:
                result.Append('-');
                break;
            case UnicodeCategory.DecimalDigitNumber:
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                break;
            default:
                if (Plain(rune) is { } sign)
                {
                    result.Append(sign);
                }
                else
                {
                    Space(result, ' ');
                }

                break;
        }
    }

    private static char? Plain(Rune rune) => rune.Value switch
    {
        Stand => NumberSign,
        0x2212 => '-',
        0x201C or 0x201D or 0x201E or 0x201F or 0x2033 => '"',
        _ when !rune.IsBmp => null,
        _ => IsReadable(Rune.GetUnicodeCategory(rune)) ? (char)rune.Value : null,
    };

    private static bool IsReadable(UnicodeCategory category) => category is not (
        UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static void Space(StringBuilder result, char space)
    {
        if (result.Length > 0 && result[^1] is not (' ' or '\n'))
        {
            result.Append(space);
        }
        else if (result.Length > 0 && space == '\n')
        {
            result[^1] = '\n';
        }
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")]
    private static partial Regex Tag();
}
