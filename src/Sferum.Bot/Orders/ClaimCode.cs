using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Sferum.Bot.Orders;

/// <summary>
/// A one-time code by which a head proves to whom the office handed it: 8 characters of an alphabet without lookalikes
/// (about 39 bits), printed as <c>ABCD-2345</c>.
/// </summary>
public static class ClaimCode
{
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public const int Length = 8;

    private const int Rounds = 20_000;

    /// <summary>Who claims a code has shown it a moment before: it need not be worked out twice.</summary>
    private const int MostRecent = 256;

    private static readonly ConcurrentDictionary<string, string> Recent = new(StringComparer.Ordinal);

    private static readonly byte[] Salt = Encoding.UTF8.GetBytes("sferum-bot.claim");

    /// <summary>A code nobody can guess, without the dash. Never digits alone, which read as a telephone or a date.</summary>
    public static string New()
    {
        string code;
        do
        {
            code = RandomNumberGenerator.GetString(Alphabet, Length);
        }
        while (code.All(char.IsAsciiDigit));
        return code;
    }

    /// <summary>As it is printed and read aloud.</summary>
    public static string Print(string code) => $"{code[..4]}-{code[4..]}";

    public static bool IsWellFormed(string code) => code.Length == Length && code.All(Alphabet.Contains);

    /// <summary>
    /// What the database keeps instead of the code. Slow on purpose: all 31^8 codes could be tried against one quick hash
    /// within minutes; with these rounds (some milliseconds each) a code has expired before. The salt is fixed, so that a
    /// code can be looked up by its hash.
    /// </summary>
    internal static string HashOf(string code)
    {
        if (Recent.Count >= MostRecent)
        {
            Recent.Clear();
        }

        return Recent.GetOrAdd(code, Slowly);
    }

    private static string Slowly(string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Salt, Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes));
}
