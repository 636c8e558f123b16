namespace Sferum.Bot.Benchmarks.Load;

/// <summary>Walks through a body of <c>application/x-www-form-urlencoded</c>, decoding each part in place.</summary>
internal ref struct FormFields(Span<byte> body)
{
    private static readonly byte[] Digits = Table();

    private Span<byte> _rest = body;

    public ReadOnlySpan<byte> Name { get; private set; }

    public ReadOnlySpan<byte> Value { get; private set; }

    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var end = _rest.IndexOf((byte)'&');
        var field = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        var sign = field.IndexOf((byte)'=');
        Name = Decode(sign < 0 ? field : field[..sign]);
        Value = sign < 0 ? [] : Decode(field[(sign + 1)..]);
        return true;
    }

    private static Span<byte> Decode(Span<byte> text)
    {
        var from = text.IndexOfAny((byte)'%', (byte)'+');
        if (from < 0)
        {
            return text;
        }

        var to = from;
        while (from < text.Length)
        {
            var b = text[from];
            if (b == (byte)'%' && from + 2 < text.Length)
            {
                b = (byte)((Digits[text[from + 1]] << 4) | Digits[text[from + 2]]);
                from += 3;
            }
            else
            {
                b = b == (byte)'+' ? (byte)' ' : b;
                from++;
            }

            text[to++] = b;
        }

        return text[..to];
    }

    private static byte[] Table()
    {
        var table = new byte[256];
        for (var digit = 0; digit < 16; digit++)
        {
            table["0123456789abcdef"[digit]] = (byte)digit;
            table["0123456789ABCDEF"[digit]] = (byte)digit;
        }

        return table;
    }
}
