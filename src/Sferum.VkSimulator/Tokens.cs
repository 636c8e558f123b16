using System.Security.Cryptography;

namespace Sferum.VkSimulator;

/// <summary>Unguessable strings: access keys, long poll keys, event ids.</summary>
internal static class Tokens
{
    public static string Hex(int bytes) => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);
}
