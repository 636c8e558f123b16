using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class UploadTests
{
    private const long Anna = 700000001;

    /// <summary>A GIF of 2 x 1 pixels: enough of a picture for its size to be read.</summary>
    private static readonly byte[] Gif = [.. "GIF89a"u8, 2, 0, 1, 0, 0, 0, 0];

    [Fact]
    public async Task A_document_goes_to_its_person_and_can_be_downloaded()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);
        var content = Encoding.UTF8.GetBytes("свод");

        var uploaded = await UploadAsync(caller, "docs.getMessagesUploadServer", "file", "svod.xlsx", content, ("type", "doc"));
        var saved = await caller.AskAsync("docs.save", ("file", (string)uploaded["file"]!), ("title", "Свод за апрель.xlsx"));
        var doc = saved["doc"]!;
        await caller.AskAsync(
            "messages.send", ("peer_id", Anna), ("random_id", 1), ("attachment", $"doc{doc["owner_id"]}_{doc["id"]}_{doc["access_key"]}"));

        var shown = vk.People.ChatOf(Anna).Messages.Single(message => message.Out).Attachments.Single();
        Assert.Equal(("doc", "Свод за апрель.xlsx", "xlsx"), (shown.Type, shown.Title, shown.Ext));
        Assert.Equal(Anna, (long)doc["owner_id"]!);
        using var download = await caller.Http.GetAsync(new Uri(shown.Url!));
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", download.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_photo_is_saved_with_its_sizes()
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var uploaded = await UploadAsync(caller, "photos.getMessagesUploadServer", "photo", "a.gif", Gif);
        var saved = (await caller.AskAsync(
            "photos.saveMessagesPhoto",
            ("photo", (string)uploaded["photo"]!),
            ("server", (int)uploaded["server"]!),
            ("hash", (string)uploaded["hash"]!))).AsArray().Single()!;
        await caller.AskAsync("messages.send", ("peer_id", Anna), ("random_id", 1), ("attachment", $"photo{saved["owner_id"]}_{saved["id"]}"));

        Assert.Equal((2, 1), ((int)saved["sizes"]![0]!["width"]!, (int)saved["sizes"]![0]!["height"]!));
        Assert.Equal(-vk.Host.GroupId, (long)saved["owner_id"]!);
        Assert.Equal("photo", vk.People.ChatOf(Anna).Messages.Single(message => message.Out).Attachments.Single().Type);
    }

    [Theory]
    [InlineData("photo", "a.gif", "GIF", "[]")]
    [InlineData("photo", "a.txt", "текст", "[]")]
    public async Task What_is_no_picture_gets_an_empty_list(string field, string name, string content, string photo)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var uploaded = await UploadAsync(caller, "photos.getMessagesUploadServer", field, name, Encoding.UTF8.GetBytes(content));

        Assert.Equal(photo, (string)uploaded["photo"]!);
    }

    [Theory]
    [InlineData("file", "a.mp3")]
    [InlineData("file", "a.exe")]
    [InlineData("file", "noextension")]
    [InlineData("photo", "a.xlsx")]
    public async Task A_forbidden_file_is_refused_in_the_answer(string field, string name)
    {
        await using var vk = await StartAsync();
        using var caller = new VkCaller(vk.Host);

        var uploaded = await UploadAsync(caller, "docs.getMessagesUploadServer", field, name, [1], ("type", "doc"));

        Assert.StartsWith("ERR_UPLOAD_", (string)uploaded["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_its_signature_gives_a_page_and_a_lost_file_too()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { FileBytesKept = 4 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: Anna);
        vk.People.Write(Anna, new PersonMessage { Attachments = [new PersonAttachment("doc", "a.txt", "AAAA")] });
        var url = vk.People.ChatOf(Anna).Messages[0].Attachments[0].Url!;

        using var unsigned = await caller.Http.GetAsync(new Uri(url[..url.IndexOf('?', StringComparison.Ordinal)]));
        using var signed = await caller.Http.GetAsync(new Uri(url));
        vk.People.Write(Anna, new PersonMessage { Attachments = [new PersonAttachment("doc", "b.txt", "AAAA")] });
        using var lost = await caller.Http.GetAsync(new Uri(url));

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.NotFound], [unsigned.StatusCode, signed.StatusCode, lost.StatusCode]);
        Assert.Equal("text/html", lost.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<TestSimulator> StartAsync()
    {
        var vk = await TestSimulator.StartAsync();
        vk.People.Add("Анна", "Тестова", id: Anna, canMessage: true);
        return vk;
    }

    private static async Task<JsonObject> UploadAsync(
        VkCaller caller, string method, string field, string name, byte[] content, params (string, object)[] parameters)
    {
        var server = await caller.AskAsync(method, [.. parameters, ("peer_id", Anna)]);
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, field, name } };
        using var response = await caller.Http.PostAsync(new Uri((string)server["upload_url"]!), form);
        return await VkCaller.ReadAsync(response);
    }
}
