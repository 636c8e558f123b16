using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Sferum.Bot.Storage;

/// <summary>Named texts as JSON in a column: <c>{"document.number":"14-од"}</c>. Equal texts in equal order give equal bytes.</summary>
internal static class FlatJson
{
    private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static string Write(IEnumerable<KeyValuePair<string, string>> members) => ReusedJson.Write(members, static (json, members) =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    });

    /// <summary>What is no text is read as it would be printed.</summary>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static ImmutableSortedDictionary<string, string> Read(string json)
    {
        const string Empty = "{}";
        if (json is Empty)
        {
            return Nothing;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Texts(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes))) ?? Values(json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader throws a kind of its own, whose name nobody knows; the latter: half a surrogate pair.
            throw new JsonException(e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Null when not all are texts.</summary>
    private static ImmutableSortedDictionary<string, string>? Texts(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        var members = Nothing.ToBuilder();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            if (name is null || !json.Read() || json.TokenType != JsonTokenType.String || json.GetString() is not { } value)
            {
                return null;
            }

            members[name] = value;
        }

        return json.TokenType == JsonTokenType.EndObject && !json.Read() ? members.ToImmutable() : null;
    }

    private static ImmutableSortedDictionary<string, string> Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Object => document.RootElement.EnumerateObject().ToImmutableSortedDictionary(m => m.Name, m => m.Value.ToString(), StringComparer.Ordinal),
            JsonValueKind.Null => Nothing,
            var kind => throw new JsonException($"{kind} is no object"),
        };
    }
}
