using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Sferum.Bot.Vk.Api.BuiltIn;

/// <summary>
/// Parameters as <c>application/x-www-form-urlencoded</c>, with the bytes of <see cref="FormUrlEncodedContent"/>. That one makes
/// three strings of the whole body on its way, of which those of a full <c>execute</c> are too large for the young
/// generations of the heap; this one writes once, into buffers that are used again. For HTTP/1.1, where nobody reads the
/// content any more when the answer is there.
/// </summary>
internal sealed class FormContent : HttpContent
{
    private const int BytesPerByte = 3;

    /// <summary>Letters are encoded in pieces of so many characters.</summary>
    private const int Piece = 1024;

    private static readonly SearchValues<byte> Unreserved = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"u8);

    /// <summary>Bytes of a buffer after the first: of one size, so that those given back fit whoever comes next; outside the large object heap.</summary>
    private const int BufferSize = 64 * 1024;

    private static ReadOnlySpan<byte> Digits => "0123456789ABCDEF"u8;

    private readonly Encoder _letters = Encoding.UTF8.GetEncoder();
    private readonly List<ArraySegment<byte>> _full = [];
    private byte[] _buffer;
    private int _length;

    public FormContent(params IEnumerable<KeyValuePair<string, string>> parameters)
    {
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        _buffer = ArrayPool<byte>.Shared.Rent(4 * Piece);
        foreach (var (name, value) in parameters)
        {
            Begin(name);
            Write(value);
        }
    }

    /// <summary>Adds a parameter whose value comes in pieces, any of which may end amid a character.</summary>
    public FormContent Add(string name, StringBuilder value)
    {
        Begin(name);
        foreach (var chunk in value.GetChunks())
            Write(chunk.Span, isEnd: false);
        Write([], isEnd: true);
        return this;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var written in _full)
            await stream.WriteAsync(written, cancellationToken);
        await stream.WriteAsync(_buffer.AsMemory(0, _length), cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _full.Sum(written => (long)written.Count) + _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _buffer.Length > 0)
        {
            foreach (var written in _full)
                ArrayPool<byte>.Shared.Return(written.Array!); // rented here
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        base.Dispose(disposing);
    }

    private void Begin(string name)
    {
        if (_length > 0 || _full.Count > 0)
            Write((byte)'&');
        Write(name);
        Write((byte)'=');
    }

    /// <param name="isEnd">Otherwise the next piece may hold the other half of the last character.</param>
    private void Write(ReadOnlySpan<char> text, bool isEnd = true)
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Piece)];
        do
        {
            var piece = text[..Math.Min(Piece, text.Length)];
            text = text[piece.Length..];
            Write(bytes[.._letters.GetBytes(piece, bytes, isEnd && text.IsEmpty)]);
        }
        while (!text.IsEmpty);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length * BytesPerByte);
        var buffer = _buffer;
        var length = _length;
        while (bytes.Length > 0)
        {
            var plain = bytes.IndexOfAnyExcept(Unreserved);
            if (plain < 0)
                plain = bytes.Length;
            bytes[..plain].CopyTo(buffer.AsSpan(length));
            length += plain;
            bytes = bytes[plain..];

            // Cyrillic comes in runs, where looking for the next plain byte each time would be slower.
            var escaped = 0;
            for (; escaped < bytes.Length && (!Ascii.IsValid(bytes[escaped]) || !Unreserved.Contains(bytes[escaped])); escaped++)
            {
                var sign = bytes[escaped];
                if (sign == (byte)' ')
                {
                    buffer[length++] = (byte)'+';
                }
                else
                {
                    buffer[length++] = (byte)'%';
                    buffer[length++] = Digits[sign >> 4];
                    buffer[length++] = Digits[sign & 15];
                }
            }

            bytes = bytes[escaped..];
        }

        _length = length;
    }

    private void Write(byte sign)
    {
        Reserve(1);
        _buffer[_length++] = sign;
    }

    private void Reserve(int more)
    {
        if (_buffer.Length - _length >= more)
            return;

        _full.Add(new ArraySegment<byte>(_buffer, 0, _length));
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(BufferSize, more));
        _length = 0;
    }
}
