using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>Which institutions get a code: all that nobody heads yet, or those that are named.</summary>
internal static class CodeTargets
{
    private const int MostHints = 5;

    /// <param name="roster">Institutions that are not archived.</param>
    /// <param name="names">Names or keys; none: all without a head.</param>
    public static IReadOnlyList<KnownInstitution> Choose(IReadOnlyList<KnownInstitution> roster, IReadOnlyCollection<string> names, Faults faults)
    {
        if (names.Count == 0)
        {
            return [.. roster.Where(institution => !institution.Joined)];
        }

        var chosen = new List<KnownInstitution>();
        foreach (var name in names)
        {
            var wanted = RosterNames.Comparable(name);
            var found = roster.Where(institution => institution.Name == name || institution.Key == name).ToList();
            if (found.Count == 0)
            {
                found = [.. roster.Where(institution => RosterNames.Comparable(institution.Name) == wanted)];
            }

            if (found is [var one])
            {
                chosen.Add(one);
                continue;
            }

            var near = roster
                .Where(institution => wanted.Length > 0 && RosterNames.Comparable(institution.Name).Contains(wanted, StringComparison.Ordinal))
                .Take(MostHints)
                .Select(institution => institution.Name)
                .ToList();
            faults.Add(
                new Place("--for", 0),
                near.Count > 0 ? $"Учреждения «{name}» нет. Похожие: {string.Join("; ", near)}." : $"Учреждения «{name}» нет. Впишите название, как в списке.");
        }

        return [.. chosen.DistinctBy(institution => institution.Name)];
    }
}
