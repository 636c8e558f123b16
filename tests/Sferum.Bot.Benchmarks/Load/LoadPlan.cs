namespace Sferum.Bot.Benchmarks.Load;

/// <summary>What one run of the load generator does; handed to its process as JSON.</summary>
/// <param name="Persons">0: nobody writes, and replies are only counted.</param>
/// <param name="Stride">Persons are every so-many-th director of the database.</param>
/// <param name="LatencyMilliseconds">How long an API call takes on its way there and back together.</param>
/// <param name="RequestsPerSecond">The limit that is enforced with error 6; 0 for none.</param>
/// <param name="PeriodSeconds">A person writes about once in so long; 0: the moment he has got his answer.</param>
/// <param name="Broadcast">Messages of a broadcast that are awaited; measuring then ends with the last of them.</param>
/// <param name="Awaited">Measuring ends when whoever started the generator says so.</param>
internal sealed record LoadPlan(
    int Persons,
    int Stride = 1,
    int LatencyMilliseconds = 0,
    int RequestsPerSecond = 0,
    double PeriodSeconds = 0,
    double WarmSeconds = 5,
    double Seconds = 10,
    int Broadcast = 0,
    bool Awaited = false)
{
    /// <summary>Within how many seconds everybody begins, each at a moment of his own.</summary>
    public double ArrivalSeconds => PeriodSeconds > 0 ? PeriodSeconds : WarmSeconds / 2;

    public const long GroupId = 200100300;

    public const string Token = "benchmark-token";
}
