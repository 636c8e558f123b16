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

    private static readonly byte[] Salt = Encoding.UTF8.GetBytes("sferum-bot.claim");

    /// <summary>A code nobody can guess, without the dash.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is printed and read aloud.</summary>
    public static string Print(string code) => $"{code[..4]}-{code[4..]}";

    public static bool IsWellFormed(string code) => code.Length == Length && code.All(Alphabet.Contains);

    /// <summary>
    /// What the database keeps instead of the code. Slow on purpose: all 31^8 codes could be tried against one quick hash
    /// within minutes; with these rounds (some milliseconds each) a code has expired before. The salt is fixed, so that a
    /// code can be looked up by its hash.
    /// </summary>
    internal static string HashOf(string code) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Salt, Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes));
}
