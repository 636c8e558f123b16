namespace Sferum.Bot.Dialogs.Texts;

/// <summary>
/// Damerau-Levenshtein distance (optimal string alignment): letters wrong, missing, too many, or two neighbours swapped.
/// The registry's packages of it are either unmaintained or bring a dozen other measures along.
/// </summary>
internal static class TypingDistance
{
    /// <summary>Longer words are no typing slips of anything; keeps the rows on the stack.</summary>
    private const int LongestWord = 64;

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is greater.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > LongestWord || b.Length > LongestWord || Math.Abs(a.Length - b.Length) > limit)
        {
            return a.SequenceEqual(b) ? 0 : limit + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            last.CopyTo(before);
            row.CopyTo(last);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }
        }

        return Math.Min(row[b.Length], limit + 1);
    }
}
