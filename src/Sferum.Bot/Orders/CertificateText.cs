using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Orders;

/// <summary>
/// A statement as somebody shows it: copied out of a chat, with whatever stands before and after it. What of it is the
/// statement is found by the hash that the journal keeps.
/// </summary>
internal static partial class CertificateText
{
    /// <summary>Characters. A statement is at most some thousand long.</summary>
    public const int Longest = 20_000;

    /// <summary>Numbers that the text names, the last one first: it is below the statement.</summary>
    public static IEnumerable<long> Numbers(string text) =>
        Number().Matches(text).Select(match => long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)).Reverse().Distinct();

    /// <summary>Whether some of its lines, one after the other, are what was given out.</summary>
    public static bool Holds(string text, string sha256)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(Encoding.UTF8.GetBytes).ToArray();
        var hash = Convert.FromHexString(sha256);
        Span<byte> so = stackalloc byte[SHA256.HashSizeInBytes];
        for (var from = 0; from < lines.Length; from++)
        {
            using var hashing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var at = from; at < lines.Length; at++)
            {
                if (at > from)
                {
                    hashing.AppendData("\n"u8);
                }

                hashing.AppendData(lines[at]);
                hashing.GetCurrentHash(so);
                if (so.SequenceEqual(hash))
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex(@"№\s*(?<number>\d{1,15})(?![\d-])")]
    private static partial Regex Number();
}
