using System.Globalization;
using System.Text.Json;

namespace Sferum.Bot.Vk;

/// <summary>Members of VK's open objects, read as they come: numbers as text, text as numbers, or not there at all.</summary>
internal static class JsonReading
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : null;

    public static IEnumerable<JsonElement> Array(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    /// <summary>0 when there is no such number.</summary>
    public static long Long(this JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetInt64(out var whole) ? whole : 0,
        { ValueKind: JsonValueKind.String } text
            when long.TryParse(Unicode(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => 0,
    };

    /// <summary>Empty when there is no such text.</summary>
    public static string Text(this JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => Unicode(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => "",
    };

    /// <summary>The text of a string; with half a surrogate pair in it, which no string can hold, as it stands in the JSON.</summary>
    public static string Unicode(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText()[1..^1];
        }
    }
}
