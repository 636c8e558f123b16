using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Vk;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.Vk.Files;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>Servers of files: an address, the status and place that its server answers, and the body; the same body as the answer to an upload.</summary>
internal sealed class UploadTarget : FuzzTarget
{
    private const int LargestFile = 4096;

    private static readonly string[] Seeds =
    [
        "https://vk.ru/doc1_2?hash=a\n200\n\nсодержание",
        "https://sun1.userapi.com/a.jpg\n302\nhttps://sun2.userapi.com/b.jpg\n",
        "https://vk.ru/doc1_2\n301\n/doc1_3\n",
        "https://vk.com/doc1_2\n404\n\n",
        "https://pu.vk.com/upload\n200\n\n{\"file\":\"111|0|a\"}",
        "https://pu.vk.com/upload\n200\n\n{\"server\":1,\"photo\":\"[{}]\",\"hash\":\"h\"}",
        "https://pu.vk.com/upload\n200\n\n{\"error\":\"ERR_UPLOAD_BAD_FILE\"}",
    ];

    private static readonly HttpStatusCode[] Statuses = [.. Enum.GetValues<HttpStatusCode>().Where(status => (int)status >= 200).Distinct()];

    private static readonly byte[] Saved = Encoding.UTF8.GetBytes("""{"response":{"upload_url":"https://pu.vk.com/c1/upload.php","doc":{"id":7,"owner_id":111}}}""");

    private readonly VkCalls _calls = CannedVkApi.NewCalls(new HastyClock());
    private readonly TextMutation _text = new(
        Seeds,
        [.. VkSeeds.Tokens, "//", "http://", "https://[", "https://vk.ru:99999/", "file:///etc/passwd", "https://a@vk.ru/", "\\\\vk.ru\\a", "?", "#", "%00", "%zz", "//vk.ru", "https:", "http://127.0.0.1/", "\n", "ftp://vk.ru/", "https://xn--/", "https://пример.рф/"],
        64 * 1024);

    public override string Name => "files";

    public override int Share => 40;

    public override IReadOnlyList<string> Outcomes { get; } = ["Done", "NotAllowed", "Gone", "Fault", "TooLarge"];

    public override string Make(FuzzDice dice) => _text.Of(dice.Of(Seeds), dice);

    public override async Task<string> ReadAsync(string input)
    {
        var lines = input.Split('\n', 4);
        using var server = new Server(StatusOf(lines.ElementAtOrDefault(1)), lines.ElementAtOrDefault(2) ?? "", lines.ElementAtOrDefault(3) ?? "");
        var files = new VkFiles(new CannedVkApi(new VkHttp.Body(200, true, Saved), _calls), server, Options.Create(new VkOptions { GroupId = 1 }), TimeProvider.System);
        using var sink = new MemoryStream();
        var download = await files.DownloadAsync(lines[0], sink, LargestFile, default);
        Assert.InRange(sink.Length, 0, LargestFile);
        Assert.All(server.Asked, address => Assert.True(FileHosts.Allow([.. new VkOptions().FileHosts], address), $"{address} was asked"));

        server.Asked.Clear();
        Assert.NotNull(await files.UploadDocumentAsync(111, $"{lines[0]}.pdf", new byte[] { 1 }, default));
        Assert.NotNull(await files.UploadPhotoAsync(111, lines[0], new byte[] { 1 }, default));
        return download.GetType().Name;
    }

    private static HttpStatusCode StatusOf(string? line) =>
        int.TryParse(line, out var status) ? Statuses.Contains((HttpStatusCode)status) ? (HttpStatusCode)status : Statuses[(status & int.MaxValue) % Statuses.Length] : HttpStatusCode.OK;

    private sealed class Server(HttpStatusCode status, string location, string body) : HttpMessageHandler, IHttpClientFactory
    {
        public List<Uri> Asked { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri ?? throw new InvalidOperationException("a request without an address"));
            var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            if (location.Length > 0)
            {
                response.Headers.TryAddWithoutValidation("Location", location);
            }

            return Task.FromResult(response);
        }
    }
}
