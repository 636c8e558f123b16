using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Sferum.Bot.Orders.Asking;

/// <summary>
/// A question about the district that stands for itself: it can be kept as JSON and asked again on another day, of a chat or
/// for the audience of a mailing. A closed list.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(Standing), "standing")]
[JsonDerivedType(typeof(Changes), "changes")]
public abstract record DistrictQuery
{
    private DistrictQuery()
    {
    }

    /// <summary>Which institutions stand so.</summary>
    /// <param name="Types">None for all.</param>
    /// <param name="Points">Tasks, or headings for all tasks below them; none for all that is mandatory.</param>
    /// <param name="Status">One of <see cref="DistrictStatus"/>.</param>
    public sealed record Standing(ImmutableArray<string> Types, ImmutableArray<LineKey> Points, string Status) : DistrictQuery;

    /// <summary>What has happened from the beginning of a day at the office on.</summary>
    /// <param name="Actions">As the journal names them; none for all that concern how institutions stand.</param>
    public sealed record Changes(ImmutableArray<string> Types, ImmutableArray<LineKey> Points, ImmutableArray<string> Actions, DateOnly Since) : DistrictQuery;
}
