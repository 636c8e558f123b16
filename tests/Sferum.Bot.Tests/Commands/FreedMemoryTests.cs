using System.Globalization;
using System.Runtime.InteropServices;
using Sferum.Bot.Commands;

namespace Sferum.Bot.Tests.Commands;

public class FreedMemoryTests
{
    /// <summary>Too small to be mapped one by one: malloc would give those back by itself.</summary>
    private const int Block = 60 * 1024;

    private const int Blocks = 1000;

    private const int KeptEvery = 8;

    [SkippableFact]
    public void What_was_freed_between_blocks_in_use_is_given_back()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");
        var blocks = new nint[Blocks];
        for (var i = 0; i < Blocks; i++)
        {
            blocks[i] = Marshal.AllocHGlobal(Block);
            Marshal.Copy(new byte[Block], 0, blocks[i], Block);
        }

        // One at least of each mapping that they lie in.
        var kept = blocks.Where((_, i) => i % KeptEvery == 0).ToArray();
        foreach (var freed in blocks.Except(kept))
        {
            Marshal.FreeHGlobal(freed);
        }

        var held = ResidentKilobytes(kept);

        Skip.IfNot(FreedMemory.TrimNative(), "no glibc");

        var left = ResidentKilobytes(kept);
        Array.ForEach(kept, Marshal.FreeHGlobal);
        Assert.True(held > Blocks * Block / 1024 / 2, $"only {held} KB were held");
        Assert.True(left < held / 2, $"{left} of {held} KB are still held");
    }

    private static long ResidentKilobytes(nint[] addresses)
    {
        var kilobytes = 0L;
        var isTheirs = false;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (line.Split(' ')[0].Split('-') is [var start, var end])
            {
                var (from, to) = (nint.Parse(start, NumberStyles.HexNumber, CultureInfo.InvariantCulture), nint.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                isTheirs = addresses.Any(address => address >= from && address < to);
            }
            else if (isTheirs && line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                kilobytes += long.Parse(line["Rss:".Length..^"kB".Length], CultureInfo.InvariantCulture);
            }
        }

        return kilobytes;
    }
}
