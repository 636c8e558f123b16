using System.Buffers;
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Sferum.Bot.Benchmarks.Load;

/// <summary>Buffers of one request and its answer, used again by the next one: large ones would keep the garbage collector busy.</summary>
internal sealed class Exchange
{
    private static readonly ConcurrentStack<Exchange> Idle = new();

    private byte[] _body = new byte[64 * 1024];
    private int _length;

    public ArrayBufferWriter<byte> Output { get; } = new(64 * 1024);

    public Span<byte> Body => _body.AsSpan(0, _length);

    public static Exchange Rent() => Idle.TryPop(out var idle) ? idle : new Exchange();

    public void Return()
    {
        Output.ResetWrittenCount();
        _length = 0;
        Idle.Push(this);
    }

    public async Task ReadAsync(HttpContext http)
    {
        int read;
        while ((read = await http.Request.Body.ReadAsync(_body.AsMemory(_length), http.RequestAborted)) > 0)
        {
            _length += read;
            if (_length == _body.Length)
            {
                Array.Resize(ref _body, _body.Length * 2);
            }
        }
    }

    public async Task RespondAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Output.WrittenCount;
        await http.Response.Body.WriteAsync(Output.WrittenMemory, http.RequestAborted);
    }
}
