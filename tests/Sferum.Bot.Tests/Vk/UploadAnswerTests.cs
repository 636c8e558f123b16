using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Files;

namespace Sferum.Bot.Tests.Vk;

/// <summary>Answers of an upload server that a simulator would not give.</summary>
public sealed class UploadAnswerTests
{
    [Theory]
    [InlineData("""{"photo":"[{}]","\ud83d":""}""")]
    [InlineData("{\"file\":")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_no_text_is_a_fault(string answer)
    {
        var address = Encoding.UTF8.GetBytes("""{"response":{"upload_url":"https://pu.vk.com/upload"}}""");
        var api = new CannedVkApi(new VkHttp.Body(200, true, address), CannedVkApi.NewCalls(new HastyClock()));
        using var server = new Server(answer);
        var files = new VkFiles(api, server, Options.Create(new VkOptions()), TimeProvider.System);

        Assert.IsType<VkResult<string>.Fault>(await files.UploadPhotoAsync(1, "a.jpg", new byte[] { 1 }, default));
        Assert.IsType<VkResult<string>.Fault>(await files.UploadDocumentAsync(1, "a.pdf", new byte[] { 1 }, default));
    }

    private sealed class Server(string answer) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) });
    }
}
