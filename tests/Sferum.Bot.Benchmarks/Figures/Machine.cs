using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Sferum.Bot.Benchmarks.Data;

namespace Sferum.Bot.Benchmarks.Figures;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(int Cores, string Kernel, string DotNet, string Node, string PostgreSql, string SynchronousCommit, string Pinning)
{
    public static async Task<Machine> ReadAsync(Postgres? postgres, Pinning pinning, CancellationToken cancellationToken) => new(
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        Environment.Version.ToString(),
        await NodeAsync(cancellationToken),
        postgres is null ? "" : await postgres.AskAsync("show server_version", cancellationToken),
        postgres is null ? "" : await postgres.AskAsync("show synchronous_commit", cancellationToken),
        pinning.ToString());

    /// <summary>The load of the last minute, which tells of noise by others.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Processor seconds that all processes have used so far.</summary>
    public static double BusySeconds()
    {
        // cpu, user, nice, system, idle, iowait, irq, softirq, steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Where((_, i) => i is 1 or 2 or 3 or 6 or 7).Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / ProcessFigures.TicksPerSecond;
    }

    private static async Task<string> NodeAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            return node is null ? "" : (await node.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
