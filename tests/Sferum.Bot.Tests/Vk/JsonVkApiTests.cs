using System.Collections.Immutable;
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

        Assert.Single(Assert.IsType<VkResult<ImmutableDictionary<long, ImmutableArray<VkHistoryMessage>>>.Ok>(histories).Value);
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

    [Theory]
    [InlineData("""{"response":[null]}""")]
    [InlineData("""{"response":{"items":[null],"groups":[null],"permissions":[null]}}""")]
    public async Task A_null_in_a_list_is_no_exception(string answer)
    {
        var api = Api(answer);

        Assert.IsType<VkResult<VkGroup>.Fault>(await api.GetOwnGroupAsync(default));
        Assert.IsType<VkResult<ImmutableArray<string>>.Fault>(await api.GetTokenPermissionsAsync(default));
        Assert.IsType<VkResult<ImmutableArray<VkManager>>.Fault>(await api.GetManagersAsync(1, default));
        Assert.IsType<VkResult<ImmutableArray<VkUser>>.Fault>(await api.GetUsersAsync([1], default));
        Assert.IsType<VkResult<ImmutableArray<VkConversation>>.Fault>(await api.GetRecentAsync(0, 1, default));
        Assert.IsType<VkResult<ImmutableArray<VkConversation>>.Fault>(await api.GetConversationsAsync([1], default));
        Assert.IsType<VkResult<ImmutableArray<VkChatMember>>.Fault>(await api.GetConversationMembersAsync(1, 0, default));
        Assert.IsType<VkResult<ImmutableArray<VkHistoryMessage>>.Fault>(await api.GetHistoryAsync(1, 0, 1, default));
        Assert.IsType<VkResult<string>.Fault>(await api.SavePhotoAsync(new UploadedPhoto("", "", ""), default));
        Assert.IsType<VkResult<ImmutableDictionary<long, VkResult<VkSent>>>.Fault>(await api.SendToManyAsync([1], 1, VkContent.Plain("да"), default));
    }

    [Fact]
    public async Task A_null_among_the_errors_of_a_script_is_passed_over()
    {
        var api = Api("""{"response":[false],"execute_errors":[null,{"method":"messages.send","error_code":901}]}""");

        var results = await api.ExecuteAsync([new VkCall.Send(1, 1, VkContent.Plain("да"))], default);

        var sent = Assert.Single(Assert.IsType<VkResult<ImmutableArray<VkResult<VkSent>>>.Ok>(results).Value);
        Assert.Equal(901, Assert.IsType<VkResult<VkSent>.Error>(sent).Problem.Code);
    }

    private static CannedVkApi Api(string answer) => new(new VkHttp.Body(200, true, Encoding.UTF8.GetBytes(answer)), CannedVkApi.NewCalls(new HastyClock()));
}
