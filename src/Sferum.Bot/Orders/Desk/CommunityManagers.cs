using System.Collections.Frozen;

namespace Sferum.Bot.Orders.Desk;

/// <summary>
/// Who runs the community in VK, as was seen last: at the desk an administrator, who says who acts as specialist. Kept in
/// memory; each process looks for itself.
/// </summary>
public sealed class CommunityManagers
{
    private volatile FrozenSet<long> _people = [];

    public IReadOnlyCollection<long> People => _people;

    public bool Contains(long personId) => _people.Contains(personId);

    public void Use(IEnumerable<long> people) => _people = people.ToFrozenSet();
}
