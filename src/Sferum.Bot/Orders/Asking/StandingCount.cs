using System.Collections.Immutable;

namespace Sferum.Bot.Orders.Asking;

/// <summary>Counts who stands how, by the rules of <see cref="DistrictStatus"/>.</summary>
/// <param name="reports">Status of what stands reported, by institution and line; what was taken back is not among them.</param>
/// <param name="promises">The last promise of each line.</param>
/// <param name="decisions">The specialist's: another deadline, or null for a line from which the institution is excused.</param>
internal sealed class StandingCount(
    QueryLines lines,
    IReadOnlyDictionary<(long Institution, LineKey Line), string> reports,
    IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly> promises,
    IReadOnlyDictionary<(long Institution, LineKey Line), DateOnly?> decisions,
    DateOnly today)
{
    public StandingAnswer Of(DistrictQuery.Standing query, IReadOnlyList<RosterLine> roster)
    {
        var asked = roster.Where(i => query.Types.IsDefaultOrEmpty || query.Types.Contains(i.Institution.Type)).ToList();
        var concerned = asked.Where(i => Concerns(query.Status, i.Institution.Type)).ToList();
        var found = ImmutableArray.CreateBuilder<StandingEntry>();
        var partly = 0;
        foreach (var one in concerned)
        {
            if (Stands(query.Status, one) is { } because)
            {
                found.Add(new StandingEntry(one.Institution, because));
            }
            else if (query.Status is DistrictStatus.Reported or DistrictStatus.Accepted && Counted(one.Institution).Any(l => IsSo(query.Status, one.Institution.Id, l)))
            {
                partly++;
            }
        }

        var byType = found.CountBy(e => e.Institution.Type).ToDictionary();
        return new StandingAnswer(
            found.ToImmutable(),
            concerned.Count,
            partly,
            [.. concerned.CountBy(i => i.Institution.Type).OrderBy(t => lines.PlaceOf(t.Key)).Select(t => new TypeTally(t.Key, byType.GetValueOrDefault(t.Key), t.Value))],
            asked.Select(i => i.Institution.Type).Distinct().Any(type => lines.Of(type).Length > 1));
    }

    /// <summary>Whether the question makes sense for this type of institution.</summary>
    private bool Concerns(string status, string type) => status switch
    {
        DistrictStatus.Open or DistrictStatus.Late => lines.Of(type).Any(l => l.Mandatory),
        DistrictStatus.Reported or DistrictStatus.Accepted or DistrictStatus.Waiting or DistrictStatus.Returned or DistrictStatus.Promised => lines.Of(type).Length > 0,
        DistrictStatus.Absent or DistrictStatus.Joined => true,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status"),
    };

    /// <summary>The lines because of which the institution stands so; null when it does not.</summary>
    private ImmutableArray<StandingLine>? Stands(string status, RosterLine one)
    {
        var (id, type) = (one.Institution.Id, one.Institution.Type);
        return status switch
        {
            DistrictStatus.Reported or DistrictStatus.Accepted => (IsMust(type) ? Counted(one.Institution).All(l => IsSo(status, id, l)) : Counted(one.Institution).Any(l => IsSo(status, id, l))) ? [] : null,
            DistrictStatus.Absent => one.Joined ? null : [],
            DistrictStatus.Joined => one.Joined ? [] : null,
            _ => lines.Of(type).Where(l => IsSo(status, id, l)).Select(l => Of(id, l)).ToImmutableArray() is { Length: > 0 } because ? because : null,
        };
    }

    /// <summary>All lines are asked about, or a mandatory one is among those that are named.</summary>
    private bool IsMust(string type) => !lines.IsNamed || lines.Of(type).Any(l => l.Mandatory);

    private IEnumerable<OrderLine> Counted(Institution of) => IsMust(of.Type) ? lines.Of(of.Type).Where(l => IsMandatory(of.Id, l)) : lines.Of(of.Type);

    private bool IsMandatory(long institution, OrderLine line) =>
        line.Mandatory && !(decisions.TryGetValue((institution, line.Key), out var due) && due is null);

    private bool IsSo(string status, long institution, OrderLine line)
    {
        var stands = reports.GetValueOrDefault((institution, line.Key));
        var isOpen = stands is not (ReportStatus.Reported or ReportStatus.Accepted);
        return status switch
        {
            DistrictStatus.Open => IsMandatory(institution, line) && isOpen,
            DistrictStatus.Late => IsMandatory(institution, line) && isOpen && (decisions.GetValueOrDefault((institution, line.Key)) ?? line.Point.Deadline) < today,
            DistrictStatus.Reported => !isOpen,
            DistrictStatus.Accepted => stands == ReportStatus.Accepted,
            DistrictStatus.Waiting => stands == ReportStatus.Reported,
            DistrictStatus.Returned => stands == ReportStatus.Returned,
            DistrictStatus.Promised => isOpen && promises.ContainsKey((institution, line.Key)),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "unknown status"),
        };
    }

    private StandingLine Of(long institution, OrderLine line)
    {
        var stands = reports.GetValueOrDefault((institution, line.Key));
        var isOpen = stands is not (ReportStatus.Reported or ReportStatus.Accepted);
        return new StandingLine(line, stands, isOpen && promises.TryGetValue((institution, line.Key), out var due) ? due : null);
    }
}
