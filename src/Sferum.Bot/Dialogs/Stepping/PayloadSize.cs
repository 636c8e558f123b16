using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>
/// How long a button's command and arguments become on the wire, <c>{"c":"line","a":{"line":"223-09/1.1.a"}}</c>; at
/// most <see cref="Most"/> bytes (<c>vk-platform.md</c> §2.2).
/// </summary>
internal static class PayloadSize
{
    public const int Most = 255;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool Fits(string command, ImmutableSortedDictionary<string, string> args) => Of(command, args) <= Most;

    public static int Of(string command, ImmutableSortedDictionary<string, string> args)
    {
        var buffer = new ArrayBufferWriter<byte>(Most);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("c", command);
        if (args.Count > 0)
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
        return buffer.WrittenCount;
    }
}
