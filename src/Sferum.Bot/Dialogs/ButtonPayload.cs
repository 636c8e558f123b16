using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sferum.Bot.Dialogs;

/// <summary>
/// What a button carries over the wire: <c>{"c":"line","a":{"line":"223-09/1.1.a"}}</c>. It comes back from the person's
/// client and may be forged or be anything at all (<c>vk-platform.md</c> §3.5), so reading never throws.
/// </summary>
internal static class ButtonPayload
{
    /// <summary>VK's limit (<c>vk-platform.md</c> §2.2).</summary>
    public const int MostBytes = 255;

    /// <summary>VK brings at most 1,000 characters back (<c>vk-platform.md</c> §2.2), and they may be wrapped and escaped.</summary>
    private const int LongestRead = 4_096;

    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create([.. Enumerable.Range(' ', '\x7F' - ' ').Select(code => (char)code).Except(['"', '\\'])]);

    private static readonly ImmutableSortedDictionary<string, string> NoArgs =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string command, ImmutableSortedDictionary<string, string> args) =>
        IsPlain(command, args) ? Plain(command, args) : Encoding.UTF8.GetString(Bytes(command, args).WrittenSpan);

    public static bool Fits(string command, ImmutableSortedDictionary<string, string> args) =>
        MostBytesOf(command, args) <= MostBytes || Bytes(command, args).WrittenCount <= MostBytes;

    /// <summary>Null when it is not one of this bot's payloads.</summary>
    public static (string Command, ImmutableSortedDictionary<string, string> Args)? Read(string? payload)
    {
        if (string.IsNullOrWhiteSpace(payload) || payload.Length > LongestRead)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            return Read(document.RootElement, depth: 0);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair, which is JSON but no text when it is escaped, and neither when it is not.
            return null;
        }
    }

    /// <summary>It has no more bytes than that, and with plain words hardly fewer: nearly every payload is judged without being written.</summary>
    private static int MostBytesOf(string command, ImmutableSortedDictionary<string, string> args)
    {
        const int Quotes = 2;
        const int Separators = 2;
        var bytes = """{"c":,"a":{}}""".Length + Quotes + MostBytesOf(command);
        foreach (var (name, value) in args)
        {
            bytes += MostBytesOf(name) + MostBytesOf(value) + (2 * Quotes) + Separators;
        }

        return bytes;
    }

    private static int MostBytesOf(string text)
    {
        const int Escaped = 6;
        return text.Length + (IsPlain(text) ? 0 : (Escaped - 1) * text.Count(c => !PlainCharacters.Contains(c)));
    }

    /// <summary>Written as it is, a byte for each character.</summary>
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(PlainCharacters);

    private static bool IsPlain(string command, ImmutableSortedDictionary<string, string> args)
    {
        if (!IsPlain(command))
        {
            return false;
        }

        foreach (var (name, value) in args)
        {
            if (!IsPlain(name) || !IsPlain(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What <see cref="Bytes"/> writes for texts in which nothing is to be escaped, at a tenth of the time.</summary>
    private static string Plain(string command, ImmutableSortedDictionary<string, string> args)
    {
        if (args.IsEmpty)
        {
            return $$"""{"c":"{{command}}"}""";
        }

        var payload = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[MostBytes]);
        payload.AppendLiteral("{\"c\":\"");
        payload.AppendLiteral(command);
        payload.AppendLiteral("\",\"a\":{");
        var isFirst = true;
        foreach (var (name, value) in args)
        {
            payload.AppendLiteral(isFirst ? "\"" : ",\"");
            payload.AppendLiteral(name);
            payload.AppendLiteral("\":\"");
            payload.AppendLiteral(value);
            payload.AppendLiteral("\"");
            isFirst = false;
        }

        payload.AppendLiteral("}}");
        return payload.ToStringAndClear();
    }

    private static ArrayBufferWriter<byte> Bytes(string command, ImmutableSortedDictionary<string, string> args)
    {
        var buffer = new ArrayBufferWriter<byte>(MostBytes);
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        writer.WriteString("c", command);
        if (!args.IsEmpty)
        {
            writer.WriteStartObject("a");
            foreach (var (name, value) in args)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private static (string, ImmutableSortedDictionary<string, string>)? Read(JsonElement payload, int depth)
    {
        // VK hands a payload over as a JSON text inside JSON in some events and as JSON in others.
        if (payload.ValueKind == JsonValueKind.String && depth < 2)
        {
            using var inner = JsonDocument.Parse(payload.GetString()!);
            return Read(inner.RootElement, depth + 1);
        }

        if (payload.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Text(payload, "c") is { Length: > 0 } command)
        {
            return (command, Args(payload));
        }

        return Text(payload, "command") switch
        {
            "start" => ("start", NoArgs),
            // What a client that can't draw callback buttons sends instead of pressing one.
            "not_supported_button" when depth < 2 && payload.TryGetProperty("payload", out var original) => Read(original, depth + 1),
            _ => null,
        };
    }

    private static ImmutableSortedDictionary<string, string> Args(JsonElement payload) =>
        payload.TryGetProperty("a", out var args) && args.ValueKind == JsonValueKind.Object
            ? args.EnumerateObject()
                .Where(arg => arg.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .DistinctBy(arg => arg.Name)
                .ToImmutableSortedDictionary(arg => arg.Name, arg => arg.Value.ToString(), StringComparer.Ordinal)
            : NoArgs;

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
