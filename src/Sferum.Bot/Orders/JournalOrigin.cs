using System.Collections.Immutable;

namespace Sferum.Bot.Orders;

/// <summary>
/// From where somebody acts who does not act in the chat. It flows with the work that is begun under it, so that every entry
/// of the journal that comes of the work tells it.
/// </summary>
public static class JournalOrigin
{
    public const string Panel = "panel";

    /// <summary>A command of this program, typed on its machine.</summary>
    public const string Command = "command";

    /// <summary>Under this name entries hold it, beside what belongs to them; entries from the chat hold none.</summary>
    internal const string Name = "via";

    private static readonly AsyncLocal<string?> Origin = new();

    /// <summary>Until the end of the asynchronous method that calls it, and in all that it calls.</summary>
    public static void Begin(string origin) => Origin.Value = origin;

    /// <summary>What belongs to an entry, as JSON, with its origin.</summary>
    internal static string AddTo(string data) => Origin.Value is { } origin ? OrdersJson.Write(OrdersJson.Read(data).SetItem(Name, origin)) : data;

    internal static ImmutableSortedDictionary<string, string> Without(ImmutableSortedDictionary<string, string> data) => data.Remove(Name);
}
