using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sferum.Bot.Storage;

/// <summary>Writes short JSON, Cyrillic as it is, with one writer per thread: made anew each time it takes more memory than what it writes.</summary>
internal static class ReusedJson
{
    /// <summary>In bytes. What is longer is rare, and would stay in the large object heap, once for each thread.</summary>
    private const int LongestKept = 64 * 1024;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>None while it writes, so that who writes within it gets one of his own.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? _idle;

    public static string Write<T>(T content, Action<Utf8JsonWriter, T> write)
    {
        var writer = _idle ?? New();
        _idle = null;
        write(writer.Json, content);
        writer.Json.Flush();
        var text = Encoding.UTF8.GetString(writer.Buffer.WrittenSpan);
        writer.Buffer.ResetWrittenCount();
        writer.Json.Reset();
        _idle = writer.Buffer.Capacity <= LongestKept ? writer : null;
        return text;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) New()
    {
        var buffer = new ArrayBufferWriter<byte>();
        return (buffer, new Utf8JsonWriter(buffer, Readable));
    }
}
