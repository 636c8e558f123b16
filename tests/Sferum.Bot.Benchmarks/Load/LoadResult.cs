namespace Sferum.Bot.Benchmarks.Load;

/// <summary>What the load generator has seen. Times are milliseconds from an event's queueing to the last reply of its step.</summary>
/// <param name="Replies">Right replies taken while measuring.</param>
/// <param name="Steps">Steps answered in full while measuring.</param>
/// <param name="Wrong">Replies that were not the step's, over the whole run, as all counts below.</param>
/// <param name="Lost">Persons still without their reply at the end, nothing having come for 30 s.</param>
/// <param name="Doubled">Replies to persons who awaited none.</param>
/// <param name="Repeated">Sends under a random_id that was used before: VK shows no second message.</param>
/// <param name="Stray">What came late to a person who had already begun anew after a wrong reply.</param>
/// <param name="TooMany">Requests refused with error 6.</param>
/// <param name="BroadcastDoubled">Messages of the broadcast to those who had theirs, or to nobody known.</param>
internal sealed record LoadResult(
    double Seconds,
    long Replies,
    long Steps,
    double P50,
    double P99,
    double Longest,
    long Wrong,
    long Lost,
    long Doubled,
    long Repeated,
    long Stray,
    long TooMany,
    long Requests,
    long Polls,
    long UnknownMethods,
    long BroadcastTaken,
    long BroadcastDoubled,
    string? FirstWrong);
