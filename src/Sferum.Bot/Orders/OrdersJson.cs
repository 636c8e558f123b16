using System.Collections.Immutable;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>Flat texts as JSON, members sorted, so that equal content gives equal bytes.</summary>
internal static class OrdersJson
{
    public static string Write(IEnumerable<(string Name, string Value)> members) =>
        FlatJson.Write(members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Name, m.Value)));

    public static string Write(ImmutableSortedDictionary<string, string> members) => FlatJson.Write(members.WithComparers(StringComparer.Ordinal));

    public static ImmutableSortedDictionary<string, string> Read(string json) => FlatJson.Read(json);
}
