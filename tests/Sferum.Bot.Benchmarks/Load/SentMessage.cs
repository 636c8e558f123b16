using System.Text.Json;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>A <c>messages.send</c> as it arrived. Inside a program texts are still escaped as JSON strings.</summary>
internal ref struct SentMessage
{
    public long PeerId;
    public int RandomId;
    public ReadOnlySpan<byte> PeerIds;
    public ReadOnlySpan<byte> Text;
    public ReadOnlySpan<byte> Keyboard;
    public bool IsEscaped;

    public void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.SequenceEqual("peer_id"u8))
        {
            PeerId = Number(value);
        }
        else if (name.SequenceEqual("peer_ids"u8))
        {
            PeerIds = value;
        }
        else if (name.SequenceEqual("random_id"u8))
        {
            RandomId = (int)Number(value);
        }
        else if (name.SequenceEqual("message"u8))
        {
            Text = value;
        }
        else if (name.SequenceEqual("keyboard"u8))
        {
            Keyboard = value;
        }
    }

    /// <summary>Finds the payload of a button, as it stands in the keyboard's JSON without its quotes.</summary>
    /// <returns>Its length; -1 when there is no such button.</returns>
    public readonly int PayloadOf(ReadOnlySpan<byte> label, Span<byte> scratch, Span<byte> payload)
    {
        if (Keyboard.IsEmpty)
        {
            return -1;
        }

        var json = new Utf8JsonReader(IsEscaped ? Unescaped(Keyboard, scratch) : Keyboard);
        var (found, length) = (false, -1);
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.EndObject:
                    if (found && length >= 0)
                    {
                        return length;
                    }

                    (found, length) = (false, -1);
                    break;
                case JsonTokenType.PropertyName when json.ValueTextEquals("label"u8):
                    json.Read();
                    found = json.ValueTextEquals(label);
                    break;
                case JsonTokenType.PropertyName when json.ValueTextEquals("payload"u8):
                    json.Read();
                    json.ValueSpan.CopyTo(payload);
                    length = json.ValueSpan.Length;
                    break;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> text, Span<byte> scratch)
    {
        var to = 0;
        for (var from = 0; from < text.Length;)
        {
            var plain = text[from..].IndexOf((byte)'\\');
            plain = plain < 0 ? text.Length - from : plain;
            text.Slice(from, plain).CopyTo(scratch[to..]);
            from += plain;
            to += plain;
            if (from + 1 < text.Length)
            {
                scratch[to++] = text[from + 1] == (byte)'n' ? (byte)'\n' : text[from + 1];
                from += 2;
            }
        }

        return scratch[..to];
    }

    private static long Number(ReadOnlySpan<byte> text) =>
        System.Buffers.Text.Utf8Parser.TryParse(text, out long number, out _) ? number : 0;
}
