using System.Security.Cryptography;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>1, 2, 4 … 60 s, shortened by up to a half so that many processes do not come back at once (§9, lesson 6).</summary>
internal static class Backoff
{
    private const int Ceiling = 60_000;

    public static TimeSpan After(int failures)
    {
        var full = Math.Min(Ceiling, 1000 << Math.Clamp(failures - 1, 0, 6));
        return TimeSpan.FromMilliseconds(full - RandomNumberGenerator.GetInt32(full / 2));
    }
}
