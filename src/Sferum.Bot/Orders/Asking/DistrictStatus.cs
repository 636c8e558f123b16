using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Asking;

/// <summary>
/// How an institution may stand to the lines that are asked about. Those are the mandatory ones; where lines are named and
/// none of them is mandatory for it, what it was free to do counts for <see cref="Reported"/> and <see cref="Accepted"/>. A
/// closed list.
/// </summary>
public static class DistrictStatus
{
    /// <summary>A mandatory line neither waits for review nor is accepted; one that was returned or taken back is open again.</summary>
    public const string Open = "open";

    /// <summary>The same, and the last day of that line has passed.</summary>
    public const string Late = "late";

    /// <summary>Each line waits for review or is accepted.</summary>
    public const string Reported = "reported";

    /// <summary>A report, of any line, waits for review.</summary>
    public const string Waiting = "waiting";

    /// <summary>Each line is accepted.</summary>
    public const string Accepted = "accepted";

    /// <summary>A report, of any line, was returned and has not come anew.</summary>
    public const string Returned = "returned";

    /// <summary>For a line, of any kind, that is open the institution has named a day of its own.</summary>
    public const string Promised = "promised";

    /// <summary>It has no head who has claimed his code.</summary>
    public const string Absent = "absent";

    /// <summary>It has one.</summary>
    public const string Joined = "joined";

    public static ImmutableArray<string> All { get; } = [Open, Late, Reported, Waiting, Accepted, Returned, Promised, Absent, Joined];
}
