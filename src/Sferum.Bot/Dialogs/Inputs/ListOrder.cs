using System.Collections.Immutable;
using System.Globalization;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>The values of a list by number: as strings, <c>10</c> stands before <c>2</c>.</summary>
internal static class ListOrder
{
    public static IEnumerable<string> Of(ImmutableSortedDictionary<string, string> values) =>
        values.OrderBy(v => int.TryParse(v.Key, CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue).Select(v => v.Value);
}
