using System.Globalization;
using System.Text;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>How names of institutions are cleaned and compared.</summary>
internal static class RosterNames
{
    private const string Quotes = "\"'«»„“”‟‘’‹›`";

    /// <summary>One line without what can't be seen: spaces of all kinds become one, zero-width and control characters go.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var sign in WellFormedText.Of(text).Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(sign))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append(sign);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Equal for two spellings of one name: case, ё, quotes, dashes and spaces don't matter.</summary>
    public static string Comparable(string name)
    {
        var bare = new StringBuilder(name.Length);
        foreach (var sign in Clean(name))
        {
            if (char.IsLetterOrDigit(sign))
            {
                bare.Append(char.ToLowerInvariant(sign) is var lower && lower == 'ё' ? 'е' : lower);
            }
            else if (!Quotes.Contains(sign, StringComparison.Ordinal) && bare.Length > 0 && bare[^1] != ' ')
            {
                bare.Append(' ');
            }
        }

        return bare.ToString().TrimEnd();
    }

    /// <summary>A name begins with a letter, a digit or a quote; all else is a formula, an error of Excel or a slip.</summary>
    public static bool BeginsAsName(string text) => char.IsLetterOrDigit(text[0]) || text[0] == '№' || Quotes.Contains(text[0], StringComparison.Ordinal);

    /// <summary>What people put into a cell to say that there is nothing.</summary>
    public static bool IsNothing(string text) => text is "" or "-" or "–" or "—" || text.Equals("нет", StringComparison.OrdinalIgnoreCase);
}
