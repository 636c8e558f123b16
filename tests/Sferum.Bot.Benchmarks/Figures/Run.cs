using Sferum.Bot.Benchmarks.Load;

namespace Sferum.Bot.Benchmarks.Figures;

/// <summary>The figures of one run.</summary>
/// <param name="BotCpu">Processor seconds of the bot while measuring.</param>
/// <param name="PostgresCpu">Of all of PostgreSQL.</param>
/// <param name="GeneratorCpuShare">Of one processor.</param>
/// <param name="ForeignCpuShare">What processes that are no part of the run took, of one processor: noise.</param>
/// <param name="ColdStartSeconds">From the start of the bot's process to its first long poll.</param>
internal sealed record Run(
    string Scenario,
    string Bot,
    int Persons,
    int LatencyMilliseconds,
    int RequestsPerSecond,
    double BotCpu,
    double PostgresCpu,
    double GeneratorCpuShare,
    double ForeignCpuShare,
    double PeakMegabytes,
    double ColdStartSeconds,
    double LoadBefore,
    double LoadAfter,
    LoadResult Load,
    string? Note = null)
{
    public double RepliesPerSecond => Load.Seconds > 0 ? Load.Replies / Load.Seconds : 0;

    public double BotCpuPerThousand => PerThousand(BotCpu);

    public double PostgresCpuPerThousand => PerThousand(PostgresCpu);

    private double PerThousand(double seconds) => Load.Replies > 0 ? seconds * 1000 / Load.Replies : 0;
}
