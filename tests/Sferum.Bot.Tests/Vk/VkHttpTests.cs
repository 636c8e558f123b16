using System.IO.Compression;
using System.Net;
using System.Text;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkHttpTests
{
    private const int Longest = 2 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(100_000)]
    [InlineData(1024 * 1024)]
    [InlineData(Longest)]
    public async Task An_answer_comes_whole_however_it_is_carried(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        foreach (var carried in new[] { Plain(bytes), Chunked(bytes), Packed(bytes, "gzip"), Packed(bytes, "br"), Packed(bytes, "deflate") })
        {
            var answer = Assert.IsType<VkResult<VkHttp.Body>.Ok>(await SendAsync(carried, Long)).Value;

            Assert.Equal(200, answer.Status);
            Assert.Equal(bytes, answer.Bytes.ToArray());
            answer.Dispose();
            answer.Dispose();
            Assert.True(answer.Bytes.IsEmpty);
        }
    }

    [Fact]
    public async Task An_answer_that_is_read_keeps_its_memory_while_others_come()
    {
        using var first = Assert.IsType<VkResult<VkHttp.Body>.Ok>(await SendAsync(Plain("первый"u8.ToArray()), Long)).Value;
        using (Assert.IsType<VkResult<VkHttp.Body>.Ok>(await SendAsync(Plain("второй"u8.ToArray()), Long)).Value)
        {
            Assert.Equal("первый", Encoding.UTF8.GetString(first.Bytes.Span));
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_only_calls_itself_packed_is_a_fault(string encoding) =>
        Assert.Equal(new VkFault("InvalidResponse", Uncertain: true), await FaultAsync(Answer(Encoding.ASCII.GetBytes("<html>" + new string('x', 500)), encoding), Long));

    [Fact]
    public async Task What_is_too_long_is_not_read() =>
        Assert.Equal(new VkFault("ConfigurationLimitExceeded", Uncertain: true), await FaultAsync(Plain(new byte[10], Longest + 1), Long, stalls: true));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_grows_too_long_is_read_no_further(bool isPacked)
    {
        var bytes = new byte[Longest + 1];

        Assert.Equal(new VkFault("ConfigurationLimitExceeded", Uncertain: true), await FaultAsync(isPacked ? Packed(bytes, "gzip") : Chunked(bytes), Long));
    }

    [Fact]
    public async Task The_limit_of_time_holds_for_the_body_too() =>
        Assert.Equal(new VkFault("timeout", Uncertain: true), await FaultAsync(Plain(new byte[10], 100), Limit, stalls: true));

    [Fact]
    public async Task Half_an_answer_is_a_fault() =>
        Assert.Equal(new VkFault("ResponseEnded", Uncertain: true), await FaultAsync(Plain(new byte[10], 100), Long));

    [Fact]
    public async Task Who_gives_up_amid_the_body_hears_so()
    {
        using var giveUp = new CancellationTokenSource(Limit);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(Plain(new byte[10], 100), Long, stalls: true, giveUp.Token));
    }

    private static async Task<VkFault> FaultAsync(byte[] answer, TimeSpan limit, bool stalls = false) =>
        Assert.IsType<VkResult<VkHttp.Body>.Fault>(await SendAsync(answer, limit, stalls)).Problem;

    /// <param name="stalls">The server neither goes on nor hangs up after these bytes.</param>
    private static async Task<VkResult<VkHttp.Body>> SendAsync(byte[] answer, TimeSpan limit, bool stalls = false, CancellationToken cancellationToken = default)
    {
        using var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new Server(answer, stalls)),
        };
        using var client = new HttpClient(handler) { Timeout = limit, MaxResponseContentBufferSize = Longest };
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://vk.test/");
        return await VkHttp.SendAsync(client, request, cancellationToken);
    }

    private static byte[] Plain(byte[] body, int? length = null) => Answer(body, encoding: null, length);

    private static byte[] Chunked(byte[] body) =>
    [
        .. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8,
        .. body.Chunk(60_000).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]),
        .. "0\r\n\r\n"u8,
    ];

    private static byte[] Packed(byte[] body, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            packer.Write(body);
        }

        return Answer(packed.ToArray(), encoding);
    }

    private static byte[] Answer(byte[] body, string? encoding, int? length = null) =>
    [
        .. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{(encoding is null ? "" : $"Content-Encoding: {encoding}\r\n")}Content-Length: {length ?? body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>Takes whatever is sent, and once it has come, answers with its bytes.</summary>
    private sealed class Server(byte[] answer, bool stalls) : Stream
    {
        private readonly MemoryStream _answer = new(answer);
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _closed = new();

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _asked.Task.WaitAsync(cancellationToken);
            var read = await _answer.ReadAsync(buffer, cancellationToken);
            if (read == 0 && stalls && buffer.Length > 0)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closed.Token);
            return read;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _asked.TrySetResult();
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
            // Nothing is held back.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        /// <summary>As a socket does: who closes it wakes whoever waits for more.</summary>
        protected override void Dispose(bool disposing)
        {
            _closed.Cancel();
            base.Dispose(disposing);
        }
    }
}
