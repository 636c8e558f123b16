using System.Collections.Immutable;
using System.Text;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>The answer to any call of VK's API (bytes). The first sign tells which call.</summary>
internal sealed class ApiTarget : FuzzTarget
{
    private const long Peer = 111222333;

    /// <summary>Twice a page of 200 messages; what follows is read in time linear in its length.</summary>
    private const int Longest = 256 * 1024;

    private static readonly (string Answer, Func<IVkApi, Task<object>> Call)[] Calls =
    [
        ("""{"response":{"groups":[{"id":200100300,"name":"Управление","screen_name":"district_edu"}]}}""", async api => await api.GetOwnGroupAsync(default)),
        ("""{"response":{"mask":397316,"permissions":[{"name":"photos","setting":4},{"name":"messages","setting":4096}]}}""", async api => await api.GetTokenPermissionsAsync(default)),
        ("""{"response":{"is_enabled":true,"api_version":"5.199","events":{"message_new":1,"message_event":0}}}""", async api => await api.GetLongPollSettingsAsync(200100300, default)),
        ("""{"response":{"key":"6f2d","server":"https://lp.vk.com/whp/200100300","ts":"1045"}}""", async api => await api.GetLongPollServerAsync(200100300, default)),
        ("""{"response":1}""", async api => await api.IsMemberAsync(200100300, Peer, default)),
        ("""{"response":{"count":1,"items":[{"id":5,"role":"creator"}]}}""", async api => await api.GetManagersAsync(200100300, default)),
        ("""{"response":[{"id":111222333,"first_name":"Анна","last_name":"Тестова","deactivated":"banned"}]}""", async api => await api.GetUsersAsync([Peer], default)),
        ("""{"response":512}""", async api => await api.SendAsync(new VkCall.Send(Peer, 7, VkContent.Plain("да")), default)),
        (
            """{"response":[{"peer_id":111222333,"message_id":901,"conversation_message_id":45},{"peer_id":444,"message_id":0,"error":{"code":901,"description":"Can't send"}},{"peer_id":5,"error":"no"}]}""",
            async api => await api.SendToManyAsync([Peer, 444, 5], 7, VkContent.Plain("да"), default)),
        (
            """{"response":[901,false,true],"execute_errors":[{"method":"messages.send","error_code":901,"error_msg":"Can't send messages"}]}""",
            async api => await api.ExecuteAsync([.. Enumerable.Range(1, 3).Select(i => new VkCall.Send(Peer, i, VkContent.Plain("да")))], default)),
        ("""{"response":1}""", async api => await api.AnswerPressAsync(new VkCall.AnswerPress("a", Peer, Peer, null), default)),
        (
            """{"response":{"count":1,"items":[{"id":7,"date":1760000000,"peer_id":111222333,"from_id":111222333,"conversation_message_id":8,"text":"да","random_id":0,"attachments":[]}]}}""",
            async api => await api.GetHistoryAsync(Peer, 0, 200, default)),
        (
            """{"response":[{"count":1,"items":[{"id":7,"date":1760000000,"peer_id":111222333,"from_id":111222333,"conversation_message_id":8,"text":"да"}]},{"count":0,"items":[]}]}""",
            async api => await api.GetHistoriesAsync([Peer, 444], 40, default)),
        (
            """{"response":{"count":1,"items":[{"conversation":{"peer":{"id":111222333},"can_write":{"allowed":true,"reason":0},"out_read":5},"last_message":{"id":7,"date":1760000000,"peer_id":111222333,"from_id":-200100300,"admin_author_id":4,"conversation_message_id":8}}]}}""",
            async api => await api.GetRecentAsync(0, 200, default)),
        ("""{"response":{"count":1,"items":[{"peer":{"id":2000000007},"chat_settings":{"title":"Педсовет","state":"in","members_count":34}}]}}""", async api => await api.GetConversationsAsync([2000000007], default)),
        ("""{"response":{"count":1,"items":[{"member_id":-5,"is_admin":true,"is_owner":0}]}}""", async api => await api.GetConversationMembersAsync(2000000007, 0, default)),
        ("""{"response":{"is_allowed":1}}""", async api => await api.IsAllowedToWriteAsync(200100300, Peer, default)),
        ("""{"response":{"upload_url":"https://pu.vk.com/c1/upload.php?act=a"}}""", async api => await api.GetDocumentUploadAddressAsync(Peer, default)),
        ("""{"response":{"type":"doc","doc":{"id":7,"owner_id":111,"access_key":"k"}}}""", async api => await api.SaveDocumentAsync("f", "t", default)),
        ("""{"response":[{"id":7,"owner_id":111,"access_key":"k"}]}""", async api => await api.SavePhotoAsync(new UploadedPhoto("1", "[]", "h"), default)),
        ("""{"response":1760000000}""", async api => await api.GetServerTimeAsync(default)),
        ("""{"error":{"error_code":6,"error_subcode":1,"error_msg":"Too many requests per second","request_params":[{"key":"v","value":"5.199"}]}}""", async api => await api.EditAsync(Peer, 5, VkContent.Plain("да"), default)),
    ];

    private static readonly string[] Answers = [.. Calls.Select(call => VkSeeds.Bytes(call.Answer))];

    private readonly VkCalls _calls = CannedVkApi.NewCalls(new HastyClock());
    private readonly TextMutation _bytes = new(
        Answers, [.. VkSeeds.Tokens.Select(VkSeeds.Bytes), "\"response\":", "\"error\":{\"error_code\":5}", "\"file:///etc/passwd\"", "\"mailto:a@b\"", "\u00FF", "\u00ED\u00A0\u0080"], Longest, byte.MaxValue);

    public override string Name => "answers";

    public override int Share => 100;

    public override IReadOnlyList<string> Outcomes { get; } = ["Ok", "Error", "Fault"];

    public override string Make(FuzzDice dice)
    {
        var call = dice.Next(Calls.Length);
        var answer = dice.OneIn(5) ? VkSeeds.Damaged(Answers, _bytes, dice) : VkSeeds.Damaged([Answers[call]], _bytes, dice);
        return (char)('A' + call) + answer;
    }

    public override async Task<string> ReadAsync(string input)
    {
        var call = Calls[input.Length == 0 ? 0 : input[0] % Calls.Length].Call;
        var body = Encoding.Latin1.GetBytes(input.Length == 0 ? "" : input[1..]);
        var result = await call(new CannedVkApi(new VkHttp.Body(200, true, body), _calls));
        Check(result);
        return result.GetType().Name;
    }

    /// <summary>What is done with an answer next must not break either.</summary>
    private static void Check(object result)
    {
        switch (result)
        {
            case VkResult<LongPollServer>.Ok { Value.Server: var server }:
                Assert.Contains(server.Scheme, (string[])[Uri.UriSchemeHttps, Uri.UriSchemeHttp]);
                using (VkHttp.PollRequest(server, [new("ts", "1")]))
                {
                }

                break;
            case VkResult<Uri>.Ok { Value: var address }:
                Assert.Contains(address.Scheme, (string[])[Uri.UriSchemeHttps, Uri.UriSchemeHttp]);
                break;
            case VkResult<ImmutableArray<VkHistoryMessage>>.Ok { Value: var history }:
                Check(history);
                break;
            case VkResult<ImmutableDictionary<long, ImmutableArray<VkHistoryMessage>>>.Ok { Value: var histories }:
                Check(histories.Values.SelectMany(messages => messages));
                break;
            default:
                break;
        }
    }

    private static void Check(IEnumerable<VkHistoryMessage> history)
    {
        foreach (var message in history)
        {
            Assert.StartsWith("missed:", VkEventReader.ReadMissed(message.Raw).EventId, StringComparison.Ordinal);
        }
    }
}
