using System.Text.RegularExpressions;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Compares quotes word by word: line breaks and runs of spaces are the typesetter's, everything else is the order's.</summary>
internal static partial class Quote
{
    public static string Normalise(string text) => Whitespace().Replace(text, " ").Trim();

    public static bool StandsIn(string quote, string normalisedSource) =>
        normalisedSource.Contains(Normalise(quote), StringComparison.Ordinal);

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Whitespace();
}
