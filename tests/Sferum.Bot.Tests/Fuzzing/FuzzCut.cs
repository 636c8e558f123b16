using System.Diagnostics;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>Cuts pieces out of an input, large ones first, as long as it breaks in the same way.</summary>
internal static class FuzzCut
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task<string> DownAsync(string input, Func<string, Task<bool>> breaks)
    {
        var began = Stopwatch.GetTimestamp();
        for (var size = Math.Max(1, input.Length / 2); size > 0; size /= 2)
        {
            for (var at = 0; at < input.Length && Stopwatch.GetElapsedTime(began) < Longest;)
            {
                var shorter = input.Remove(at, Math.Min(size, input.Length - at));
                if (await breaks(shorter))
                {
                    input = shorter;
                }
                else
                {
                    at += size;
                }
            }
        }

        return input;
    }
}
