using System.Text.Json;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>Walks through the calls of an <c>execute</c> program: <c>return [API.messages.send({…}), …];</c>.</summary>
internal ref struct ProgramCalls(ReadOnlySpan<byte> code)
{
    private ReadOnlySpan<byte> _rest = code;

    public ReadOnlySpan<byte> Method { get; private set; }

    public SentMessage Message { get; private set; }

    public bool Next()
    {
        var call = _rest.IndexOf("API."u8);
        if (call < 0)
        {
            return false;
        }

        _rest = _rest[(call + 4)..];
        var open = _rest.IndexOf((byte)'(');
        if (open < 0)
        {
            return false;
        }

        Method = _rest[..open];
        _rest = _rest[(open + 1)..];
        Message = Parameters();
        return true;
    }

    private SentMessage Parameters()
    {
        var message = new SentMessage { IsEscaped = true };
        var json = new Utf8JsonReader(_rest, new JsonReaderOptions { AllowMultipleValues = true });
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                var name = json.ValueSpan;
                json.Read();
                message.Set(name, json.ValueSpan);
            }
        }

        _rest = _rest[(int)json.BytesConsumed..];
        return message;
    }
}
