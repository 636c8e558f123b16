using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Files;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkFilesTests : IAsyncLifetime
{
    private const long Person = 700000001;

    private TestSimulator _simulator = null!; // set by InitializeAsync, before any test
    private VkRoom _room = null!; // set by InitializeAsync, before any test
    private WebApplication _storage = null!; // set by InitializeAsync, before any test
    private string _host = "";

    public async Task InitializeAsync()
    {
        _simulator = await TestSimulator.StartAsync();
        _simulator.People.Add("Анна", "Тестова", id: Person, canMessage: true);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _storage = builder.Build();
        _storage.MapGet("/file", () => Results.Bytes(Encoding.UTF8.GetBytes("%PDF-1.7"), "application/pdf; charset=binary"));
        _storage.MapGet("/hop/{left:int}", (int left) => Results.Redirect(left == 0 ? "/file" : $"/hop/{left - 1}"));
        _storage.MapGet("/away", () => Results.Redirect("http://127.0.0.2/secret"));
        _storage.MapGet("/nowhere", (HttpContext http) =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = "https:";
        });
        _storage.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        _storage.MapGet("/endless", async (HttpContext http) =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(new byte[8192], http.RequestAborted);
        });
        _storage.MapGet("/half", async (HttpContext http) =>
        {
            http.Response.ContentLength = 100;
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            http.Abort();
        });
        _storage.MapGet("/slow", async (HttpContext http) =>
        {
            await http.Response.Body.WriteAsync(new byte[10]);
            await http.Response.Body.FlushAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        await _storage.StartAsync();
        _host = new Uri(_storage.Urls.First()).Authority;
        _room = VkRoom.Open(_simulator.Host, settings: [("Vk:FileHosts:1", _host), ("Vk:FileTimeout", "00:00:02")]);
    }

    public async Task DisposeAsync()
    {
        await _room.DisposeAsync();
        await _storage.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_fetched_with_its_type()
    {
        var (download, bytes) = await FetchAsync("/file");

        Assert.Equal(new FileDownload.Done(8, "application/pdf"), download);
        Assert.Equal("%PDF-1.7", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task A_file_that_a_person_sent_is_fetched()
    {
        _simulator.People.Write(Person, new PersonMessage { Attachments = [new PersonAttachment("doc", "prikaz.pdf", Convert.ToBase64String([1, 2, 3, 4]))] });
        var url = _simulator.People.ChatOf(Person).Messages[0].Attachments[0].Url!;
        using var sink = new MemoryStream();

        var done = Assert.IsType<FileDownload.Done>(await _room.Get<VkFiles>().DownloadAsync(new Uri(_simulator.Host.Address, url).ToString(), sink, 100, default));

        Assert.Equal(4, done.Bytes);
        Assert.Equal([1, 2, 3, 4], sink.ToArray());
    }

    [Theory]
    [InlineData("/hop/3", "Done")]
    [InlineData("/hop/9", "Fault")]
    [InlineData("/away", "NotAllowed")]
    [InlineData("/nowhere", "NotAllowed")]
    [InlineData("/status/403", "Gone")]
    [InlineData("/status/404", "Gone")]
    [InlineData("/status/500", "Fault")]
    [InlineData("/endless", "TooLarge")]
    [InlineData("/half", "Fault")]
    [InlineData("/slow", "Fault")]
    public async Task Every_end_is_a_value(string path, string kind) => Assert.Equal(kind, (await FetchAsync(path)).Download.GetType().Name);

    [Fact]
    public async Task A_file_announced_as_too_large_is_not_begun()
    {
        using var sink = new MemoryStream();

        Assert.Equal(new FileDownload.TooLarge(5), await _room.Get<VkFiles>().DownloadAsync($"http://{_host}/file", sink, 5, default));
        Assert.Equal(0, sink.Length);
    }

    [Fact]
    public async Task An_address_without_end_is_not_looked_at()
    {
        using var sink = new MemoryStream();

        Assert.Equal(new FileDownload.NotAllowed(""), await _room.Get<VkFiles>().DownloadAsync($"http://{_host}/file?{new string('\uFFFE', 20_000)}", sink, 5, default));
    }

    /// <summary>An address and whether it may be fetched, with <c>.userapi.com</c> and <c>127.0.0.1:5000</c> in the list.</summary>
    [Theory]
    [InlineData("https://sun9-1.userapi.com/x.jpg?size=1", true)]
    [InlineData("https://userapi.com/x", true)]
    [InlineData("http://127.0.0.1:5000/file/1", true)]
    [InlineData("http://sun9-1.userapi.com/x.jpg", false)]
    [InlineData("https://evil-userapi.com/x", false)]
    [InlineData("https://userapi.com.evil.example/x", false)]
    [InlineData("https://userapi.com:8443/x", false)]
    [InlineData("https://a@userapi.com/x", false)]
    [InlineData("http://127.0.0.1:5001/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://10.0.0.1/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://\uEF24", false)]
    public void Only_known_hosts_are_asked(string address, bool allowed) =>
        Assert.Equal(allowed, FileHosts.Allow([".userapi.com", "127.0.0.1:5000"], new Uri(address)));

    [Fact]
    public async Task A_document_goes_up_under_its_Russian_name()
    {
        var attachment = Ok(await _room.Get<VkFiles>().UploadDocumentAsync(Person, "Свод за апрель.xlsx", new byte[] { 80, 75, 3, 4 }, default));

        var shown = await ShownAsync(attachment);

        Assert.Equal(("doc", "Свод за апрель.xlsx", 4L, "xlsx"), (shown.Type, shown.Title, shown.Size, shown.Ext));
    }

    [Fact]
    public async Task A_picture_goes_up()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        var attachment = Ok(await _room.Get<VkFiles>().UploadPhotoAsync(Person, "схема.png", png, default));

        Assert.Equal("photo", (await ShownAsync(attachment)).Type);
    }

    [Fact]
    public async Task An_upload_that_breaks_is_begun_once_more()
    {
        _simulator.Host.Faults = [new FaultRule("upload", new Fault.Http(502), Times: 1), new FaultRule("docs.save", new Fault.ErrorCode(105), Times: 1)];

        var first = await _room.Get<VkFiles>().UploadDocumentAsync(Person, "a.pdf", new byte[] { 1 }, default);

        Assert.Equal(105, Assert.IsType<VkResult<string>.Error>(first).Problem.Code);
        Ok(await _room.Get<VkFiles>().UploadDocumentAsync(Person, "a.pdf", new byte[] { 1 }, default));
    }

    [Fact]
    public async Task A_document_for_someone_who_cannot_be_written_to_is_refused()
    {
        _simulator.People.Add("Иван", "Примеров", id: Person + 1);

        var refused = await _room.Get<VkFiles>().UploadDocumentAsync(Person + 1, "a.pdf", new byte[] { 1 }, default);

        Assert.Equal(901, Assert.IsType<VkResult<string>.Error>(refused).Problem.Code);
    }

    private async Task<AttachmentView> ShownAsync(string attachment)
    {
        Ok(await _room.Api.SendAsync(new VkCall.Send(Person, 1, new VkContent("файл", null, [attachment])), default));
        return Assert.Single(Assert.Single(_simulator.People.ChatOf(Person).Messages).Attachments);
    }

    private async Task<(FileDownload Download, byte[] Bytes)> FetchAsync(string path)
    {
        using var sink = new MemoryStream();
        var download = await _room.Get<VkFiles>().DownloadAsync($"http://{_host}{path}", sink, 100_000, default);
        return (download, sink.ToArray());
    }

    private static T Ok<T>(VkResult<T> result) => Assert.IsType<VkResult<T>.Ok>(result).Value;
}
