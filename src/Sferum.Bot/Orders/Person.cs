namespace Sferum.Bot.Orders;

/// <param name="InstitutionId">The institution last chosen, if there are several.</param>
/// <param name="Posts">What the person acts as now, by name of the institution. Somebody may be head and deputy at once.</param>
public sealed record Person(long Id, bool Teacher, string? ConsentVersion, bool Muted, long? InstitutionId, IReadOnlyList<Post> Posts)
{
    /// <summary>A teacher who asked to hear what is new.</summary>
    public bool News { get; init; }

    /// <summary>Where the person works as a teacher, whatever else he is; null when he has not said so.</summary>
    public Work? Work { get; init; }

    /// <summary>Those the person acts for now, each once.</summary>
    public IReadOnlyList<Institution> Institutions => [.. Posts.Select(post => post.Institution).DistinctBy(institution => institution.Id)];

    /// <summary>The post the person acts by now: at the chosen institution, else at the only or first one.</summary>
    public Post? CurrentPost => (InstitutionId is { } chosen ? PostAt(chosen) : null) ?? (Posts.Count > 0 ? PostAt(Posts[0].Institution.Id) : null);

    /// <summary>The institution of <see cref="CurrentPost"/>.</summary>
    public Institution? Current => CurrentPost?.Institution;

    /// <summary>The post at this institution that gives most: that of a head, else the one that lasts longest.</summary>
    public Post? PostAt(long institutionId) => Posts
        .Where(post => post.Institution.Id == institutionId)
        .OrderByDescending(post => post.Role == PostRole.Head)
        .ThenByDescending(post => post.Until ?? DateTimeOffset.MaxValue)
        .FirstOrDefault();
}
