using System.Globalization;
using Sferum.Bot.Benchmarks.Figures;

namespace Sferum.Bot.Benchmarks.Reporting;

/// <summary>A line for each run, printed as soon as it is there.</summary>
internal static class RunTable
{
    private static readonly (string Title, int Width, Func<Run, string> Value)[] Columns =
    [
        ("scenario", -18, run => run.Scenario),
        ("bot", -14, run => run.Bot),
        ("persons", 7, run => Text($"{run.Persons}")),
        ("API ms", 6, run => Text($"{run.LatencyMilliseconds}")),
        ("limit/s", 7, run => run.RequestsPerSecond == 0 ? "-" : Text($"{run.RequestsPerSecond}")),
        ("replies/s", 9, run => Text($"{run.RepliesPerSecond:0}")),
        ("p50 ms", 8, run => Text($"{run.Load.P50:0.0}")),
        ("p99 ms", 8, run => Text($"{run.Load.P99:0.0}")),
        ("bot CPU s/1000", 14, run => Text($"{run.BotCpuPerThousand:0.000}")),
        ("PG CPU s/1000", 13, run => Text($"{run.PostgresCpuPerThousand:0.000}")),
        ("RSS MB", 6, run => Text($"{run.PeakMegabytes:0}")),
        ("gen CPU", 7, run => Text($"{run.GeneratorCpuShare:0 %}")),
        ("noise", 6, run => Text($"{run.ForeignCpuShare:0 %}")),
        ("start s", 7, run => Text($"{run.ColdStartSeconds:0.00}")),
        ("wrong", 6, run => Text($"{run.Load.Wrong}")),
        ("lost", 5, run => Text($"{run.Load.Lost}")),
        ("doubled", 7, run => Text($"{run.Load.Doubled + run.Load.BroadcastDoubled}")),
        ("error 6", 7, run => Text($"{run.Load.TooMany}")),
        ("load", 5, run => Text($"{run.LoadAfter:0.00}")),
        ("", 0, run => run.Note ?? ""),
    ];

    public static string Head() => Line(column => column.Title);

    public static string Of(Run run) => Line(column => column.Value(run));

    private static string Line(Func<(string Title, int Width, Func<Run, string> Value), string> cell) => string.Join(
        "  ",
        Columns.Select(column => column.Width < 0 ? cell(column).PadRight(-column.Width) : cell(column).PadLeft(column.Width))).TrimEnd();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
