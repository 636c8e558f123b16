using System.Collections.Frozen;

namespace Sferum.Bot.Answers.Search;

/// <summary>Russian words typed without Russian letters: with the keyboard in the wrong layout, or by sound.</summary>
internal static class Typing
{
    private const string Keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

    private const string Letters = "йцукенгшщзхъфывапролджэячсмитьбюе";

    private static readonly FrozenDictionary<char, char> Layout = Keys.Zip(Letters).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The longest first: «shch» is not «sh» and «ch».</summary>
    private static readonly (string Latin, string Russian)[] Sounds =
    [
        ("shch", "щ"), ("sch", "щ"), ("yo", "е"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ju", "ю"),
        ("ya", "я"), ("ja", "я"), ("ye", "е"), ("iy", "ий"), ("yj", "ый"), ("ij", "ий"),
        ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"), ("j", "й"), ("k", "к"),
        ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"),
        ("c", "ц"), ("y", "ы"), ("x", "кс"), ("q", "к"), ("'", "ь"),
    ];

    /// <summary>The whole text as the same keys give it in the Russian layout.</summary>
    public static string InRussianLayout(string text) =>
        string.Create(text.Length, text, static (result, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                result[i] = Layout.GetValueOrDefault(char.ToLowerInvariant(source[i]), source[i]);
            }
        });

    /// <summary>The whole text as a Russian would read its Latin letters aloud.</summary>
    public static string BySound(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var rest = text.ToLowerInvariant().AsSpan();
        while (rest.Length > 0)
        {
            var taken = 0;
            foreach (var (latin, russian) in Sounds)
            {
                if (rest.StartsWith(latin, StringComparison.Ordinal))
                {
                    result.Append(russian);
                    taken = latin.Length;
                    break;
                }
            }

            if (taken == 0)
            {
                result.Append(rest[0]);
                taken = 1;
            }

            rest = rest[taken..];
        }

        return result.ToString();
    }
}
