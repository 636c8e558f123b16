using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>What is naturally asked after a question: the same of others, and how else the same ones stand.</summary>
internal static class AskNext
{
    private const int MostTypes = 3;

    /// <summary>So that they and all types find room beside what the answer itself offers: VK takes ten buttons.</summary>
    private const int MostStatuses = 2;

    /// <param name="types">All types that the orders know.</param>
    public static IEnumerable<OverviewNextFacts> After(DistrictAsk ask, ImmutableArray<string> types)
    {
        ask = ask with { Skip = 0 };
        if (ask.What == AskWhat.Count)
        {
            yield return Next("list", ask.Status, ask with { What = AskWhat.List });
        }

        if (ask.What is AskWhat.List or AskWhat.Count)
        {
            foreach (var status in Beside(ask.Status).Take(MostStatuses))
            {
                yield return Next("status", status, ask with { What = AskWhat.List, Status = status });
            }
        }

        foreach (var type in types.Where(t => types.Length > 1 && !(ask.Types is [var only] && only == t)).Take(MostTypes))
        {
            yield return Next("type", type, ask with { Types = [type] });
        }

        if (ask.Types.Length > 0)
        {
            yield return Next("all", "", ask with { Types = [] });
        }
    }

    private static OverviewNextFacts Next(string kind, string value, DistrictAsk ask) => new(kind, value, ask.ToString());

    private static ImmutableArray<string> Beside(string status) => status switch
    {
        AskStatus.Open => [AskStatus.Reported, AskStatus.Late, AskStatus.Promised],
        AskStatus.Late => [AskStatus.Open, AskStatus.Promised],
        AskStatus.Reported => [AskStatus.Open, AskStatus.Waiting, AskStatus.Accepted],
        AskStatus.Waiting => [AskStatus.Returned, AskStatus.Accepted],
        AskStatus.Accepted => [AskStatus.Open, AskStatus.Waiting],
        AskStatus.Returned => [AskStatus.Open, AskStatus.Waiting],
        AskStatus.Promised => [AskStatus.Open, AskStatus.Late],
        AskStatus.Absent => [AskStatus.Joined, AskStatus.Open],
        AskStatus.Joined => [AskStatus.Absent, AskStatus.Open],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status"),
    };
}
