using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Roster;

/// <summary>
/// Compares a file with the roster. An institution is recognised by its key, else by its name; nothing is ever deleted,
/// and what is not in the file is archived only when that is asked for.
/// </summary>
internal sealed class RosterPlanner
{
    private readonly string _file;
    private readonly Faults _faults;
    private readonly Dictionary<long, RosterLine> _taken = [];
    private readonly Dictionary<string, KnownInstitution> _byKey;
    private readonly Dictionary<string, KnownInstitution> _byName;
    private readonly ILookup<string, KnownInstitution> _bySpelling;

    private RosterPlanner(string file, IReadOnlyList<KnownInstitution> known, Faults faults)
    {
        _file = file;
        _faults = faults;
        _byKey = known.Where(institution => institution.Key is not null).ToDictionary(institution => institution.Key!, StringComparer.Ordinal); // filtered
        _byName = known.ToDictionary(institution => institution.Name, StringComparer.Ordinal);
        _bySpelling = known.ToLookup(institution => RosterNames.Comparable(institution.Name), StringComparer.Ordinal);
    }

    /// <param name="known">Every institution of the database, archived ones too.</param>
    /// <returns>The plan; to be used only when no fault was added.</returns>
    public static RosterPlan Plan(string file, RosterFile roster, IReadOnlyList<KnownInstitution> known, bool archiveMissing, Faults faults) =>
        new RosterPlanner(file, known, faults).Plan(roster, known, archiveMissing);

    private RosterPlan Plan(RosterFile roster, IReadOnlyList<KnownInstitution> known, bool archiveMissing)
    {
        var matches = new Dictionary<int, KnownInstitution>();
        foreach (var line in roster.Lines)
        {
            if (line.Key is { } key && _byKey.TryGetValue(key, out var institution))
            {
                matches[line.Line] = institution;
                _taken[institution.Id] = line;
            }
        }

        foreach (var line in roster.Lines.Where(line => !matches.ContainsKey(line.Line)))
        {
            if (ByName(line) is { } institution)
            {
                matches[line.Line] = institution;
                _taken[institution.Id] = line;
            }
        }

        var changes = roster.Lines.Select(line => matches.TryGetValue(line.Line, out var before) ? Changed(before, line) : new RosterChange.Add(line));
        var rest = known
            .Where(institution => !institution.Archived && !_taken.ContainsKey(institution.Id))
            .OrderBy(institution => institution.Name, StringComparer.Ordinal)
            .Select(institution => archiveMissing ? (RosterChange)new RosterChange.Archive(institution) : new RosterChange.Missing(institution));
        var plan = new RosterPlan([.. changes, .. rest]);
        CheckNames(plan, known);
        return plan;
    }

    private KnownInstitution? ByName(RosterLine line)
    {
        var place = new Place(_file, line.Line);
        var alike = _byName.TryGetValue(line.Name, out var exact) ? [exact] : _bySpelling[RosterNames.Comparable(line.Name)].ToArray();
        switch (alike)
        {
            case []:
                return null;
            case [var one] when !_taken.TryGetValue(one.Id, out var other):
                return one;
            case [_] when line.Key is not null:
                // The other line has it by its key: this one is another institution that took the name over.
                return null;
            case [var one]:
                _faults.Add(place, $"«{line.Name}» и строка {_taken[one.Id].Line} — одно и то же учреждение. Оставьте одну из строк.");
                return null;
            default:
                _faults.Add(place, $"В базе несколько учреждений похожи на «{line.Name}»: {string.Join(", ", alike.Select(a => $"«{a.Name}»"))}. Впишите название точно так, как одно из них.");
                return null;
        }
    }

    private static RosterChange Changed(KnownInstitution before, RosterLine line) =>
        RosterChange.Written(before, line) == before ? new RosterChange.Keep(before) : new RosterChange.Update(before, line);

    /// <summary>No two institutions may end up with one name, archived ones included.</summary>
    private void CheckNames(RosterPlan plan, IReadOnlyList<KnownInstitution> known)
    {
        var untouched = known.Where(institution => !_taken.ContainsKey(institution.Id)).ToLookup(institution => RosterNames.Comparable(institution.Name));
        foreach (var line in plan.Changes.Select(LineOf).OfType<RosterLine>())
        {
            if (untouched[RosterNames.Comparable(line.Name)].FirstOrDefault() is { } other)
            {
                _faults.Add(
                    new Place(_file, line.Line),
                    $"Так называется другое учреждение{(other.Key is { } key ? $" (код {key})" : "")}, которого нет в файле. Добавьте его в файл или измените название.");
            }
        }
    }

    private static RosterLine? LineOf(RosterChange change) => change switch
    {
        RosterChange.Add add => add.Line,
        RosterChange.Update update => update.Line,
        RosterChange.Keep or RosterChange.Missing or RosterChange.Archive => null,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "unknown change"),
    };
}
