using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Finds closed walks in a small graph.</summary>
internal static class Cycles
{
    /// <summary>One walk for each group of nodes that lead to one another, ending where it begins.</summary>
    public static IEnumerable<ImmutableArray<string>> Of(IEnumerable<string> nodes, Func<string, IEnumerable<string>> next)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in nodes.Order(StringComparer.Ordinal))
        {
            if (Walk(start, [], done, next) is { } cycle)
            {
                yield return cycle;
            }
        }
    }

    private static ImmutableArray<string>? Walk(string node, ImmutableList<string> path, HashSet<string> done, Func<string, IEnumerable<string>> next)
    {
        var at = path.IndexOf(node);
        if (at >= 0)
        {
            return [.. path.Skip(at), node];
        }

        if (!done.Add(node))
        {
            return null;
        }

        return next(node).Select(n => Walk(n, path.Add(node), done, next)).FirstOrDefault(c => c is not null);
    }
}
