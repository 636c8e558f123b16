using System.Diagnostics;
using System.Globalization;

/// <summary>
/// Where a process is to die: <c>[ancestor/]step:begin|end[:hit[:milliseconds]]</c>. <c>receive.store/commit:begin:3</c> is
/// the third commit under a step <c>receive.store</c>; the milliseconds let so much time pass first.
/// </summary>
internal sealed record CrashPlan(string? Ancestor, string Step, bool AtEnd, int Hit, TimeSpan After)
{
    public const string Variable = "SFERUM_CRASH_AT";

    /// <summary>Throws for anything else: a bot that does not start is noticed by the test.</summary>
    public static CrashPlan Parse(string text)
    {
        var parts = text.Split(':');
        var path = parts[0].Split('/');
        if (parts.Length is < 2 or > 4 || path.Length > 2 || parts[1] is not ("begin" or "end"))
        {
            throw new FormatException($"{Variable} is not [ancestor/]step:begin|end[:hit[:milliseconds]]: {text}");
        }

        var hit = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 1;
        var after = parts.Length > 3 ? int.Parse(parts[3], CultureInfo.InvariantCulture) : 0;
        return new CrashPlan(path.Length == 2 ? path[0] : null, path[^1], parts[1] == "end", hit, TimeSpan.FromMilliseconds(after));
    }

    public bool Matches(Activity activity, bool atEnd) =>
        atEnd == AtEnd && activity.OperationName == Step && (Ancestor is null || IsUnder(activity, Ancestor));

    private static bool IsUnder(Activity activity, string ancestor)
    {
        for (var above = activity.Parent; above is not null; above = above.Parent)
        {
            if (above.OperationName == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
