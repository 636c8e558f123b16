using System.Globalization;

namespace Sferum.Bot.Benchmarks.Figures;

/// <summary>What <c>/proc</c> tells of a process.</summary>
internal static class ProcessFigures
{
    /// <summary>The kernel counts in hundredths of a second on every Linux of today (USER_HZ).</summary>
    public const double TicksPerSecond = 100;

    private const int Parent = 1;
    private const int UserTime = 11;
    private const int ChildrensSystemTime = 14;
    private const int OwnTimes = 2;

    /// <summary>Seconds of processor time so far.</summary>
    public static double CpuSeconds(int pid) => Times(pid, OwnTimes);

    /// <summary>Of a process, of those it has outlived, and of those that are its children now.</summary>
    public static double CpuSecondsOfFamily(int pid) =>
        Times(pid, ChildrensSystemTime - UserTime + 1) + Children(pid).Sum(child => Times(child, OwnTimes));

    public static IEnumerable<int> Children(int pid) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0 && ParentOf(id) == pid);

    public static int ParentOf(int pid) => Fields(pid) is { Length: > Parent } fields ? int.Parse(fields[Parent], CultureInfo.InvariantCulture) : 0;

    /// <summary>The most memory that the process has held, in MB.</summary>
    public static double PeakMegabytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] ? double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 : 0;
    }

    private static double Times(int pid, int count) =>
        Fields(pid).Skip(UserTime).Take(count).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;

    /// <summary>Of <c>/proc/PID/stat</c>, from the state on; none when the process is gone.</summary>
    private static string[] Fields(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
