using System.Text;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Tests.Vk;

/// <summary>Answers that a simulator would not give.</summary>
public sealed class JsonVkApiTests
{
    [Fact]
    public async Task A_dialog_that_is_named_twice_has_one_history()
    {
        var api = Api("""{"response":[{"items":[{"id":1,"peer_id":5,"conversation_message_id":1}]},{"items":[]}]}""");

        var histories = await api.GetHistoriesAsync([5, 5], 40, default);

        Assert.Single(Assert.IsType<VkResult<System.Collections.Immutable.ImmutableDictionary<long, System.Collections.Immutable.ImmutableArray<VkHistoryMessage>>>.Ok>(histories).Value);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b")]
    [InlineData("/whp/1")]
    public async Task Where_nobody_speaks_HTTP_is_no_address(string address)
    {
        var api = Api($$$"""{"response":{"key":"k","ts":"1","server":"{{{address}}}","upload_url":"{{{address}}}"}}""");

        Assert.IsType<VkResult<LongPollServer>.Fault>(await api.GetLongPollServerAsync(1, default));
        Assert.IsType<VkResult<Uri>.Fault>(await api.GetDocumentUploadAddressAsync(1, default));
    }

    private static CannedVkApi Api(string answer) => new(new VkHttp.Body(200, true, Encoding.UTF8.GetBytes(answer)), CannedVkApi.NewCalls(new HastyClock()));
}
