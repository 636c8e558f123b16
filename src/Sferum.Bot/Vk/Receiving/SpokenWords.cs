using System.Text.Json;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// What a person says with a message: his own words, or, where he wrote none, those of the messages that he answers or
/// forwards. Words of communities, the bot's own among them, are never his.
/// </summary>
internal static class SpokenWords
{
    /// <summary>Characters taken of others' messages at most.</summary>
    private const int Longest = 2000;

    /// <summary>Characters of his own; VK takes 4,096 of a person, perhaps 9,000 (§2.2).</summary>
    private const int LongestOwn = 10_000;

    /// <summary>VK nests 45 deep (<c>vk-platform.md</c> §2.2).</summary>
    private const int Deepest = 50;

    public static string Of(JsonElement message)
    {
        var own = OwnOf(message);
        return string.IsNullOrWhiteSpace(own) && Joined(message, depth: 0) is { Length: > 0 } others ? Cut(others, Longest) : own;
    }

    /// <summary>His own words alone.</summary>
    public static string OwnOf(JsonElement message) => Cut(message.Text("text"), LongestOwn);

    private static string Joined(JsonElement message, int depth) => depth > Deepest ? "" : string.Join('\n', Inside(message)
        .Select(inner => Words(inner, depth + 1))
        .Where(words => words.Length > 0));

    private static IEnumerable<JsonElement> Inside(JsonElement message) =>
        message.Object("reply_message") is { } reply ? message.Array("fwd_messages").Prepend(reply) : message.Array("fwd_messages");

    private static string Words(JsonElement message, int depth) =>
        message.Text("text").Trim() is not { Length: > 0 } own ? Joined(message, depth)
        : message.Long("from_id") > 0 ? own
        : "";

    /// <summary>Never half of a pair of characters that make one.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
