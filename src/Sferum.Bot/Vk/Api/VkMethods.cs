using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sferum.Bot.Vk.Api;

/// <summary>Names and parameters of the calls that stand alone as well as in <c>execute</c>.</summary>
internal static class VkMethods
{
    public const string Send = "messages.send";
    public const string AnswerPress = "messages.sendMessageEventAnswer";
    public const string RemoveChatUser = "messages.removeChatUser";
    public const string Execute = "execute";
    public const string GetHistory = "messages.getHistory";

    /// <summary>Peers from here on are group chats: the chat's number and this (<c>vk-platform.md</c> §3.2).</summary>
    public const long FirstChatPeer = 2_000_000_000;

    /// <summary>At most so many calls in one <see cref="Execute"/> (<c>vk-platform.md</c> §2.1).</summary>
    public const int CallsPerExecute = 25;

    /// <summary>At most so many recipients of one <see cref="Send"/> (§2.1).</summary>
    public const int PeersPerSend = 100;

    private const int NoticeLength = 90;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Name(VkCall call) => call switch
    {
        VkCall.Send => Send,
        VkCall.AnswerPress => AnswerPress,
        VkCall.LeaveChat => throw new ArgumentException("A chat is left by a call of its own.", nameof(call)),
        _ => throw new InvalidOperationException($"Unknown call {call.GetType().Name}."),
    };

    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(VkCall call) => call switch
    {
        VkCall.Send send =>
        [
            new("peer_id", send.PeerId.ToString(CultureInfo.InvariantCulture)),
            new("random_id", send.RandomId.ToString(CultureInfo.InvariantCulture)),
            .. Parameters(send.Content),
        ],
        VkCall.AnswerPress answer =>
        [
            new("event_id", answer.EventId),
            new("user_id", answer.UserId.ToString(CultureInfo.InvariantCulture)),
            new("peer_id", answer.PeerId.ToString(CultureInfo.InvariantCulture)),
            .. answer.Notice is { Length: > 0 } notice ? [new KeyValuePair<string, string>("event_data", Snackbar(notice))] : Array.Empty<KeyValuePair<string, string>>(),
        ],
        VkCall.LeaveChat => throw new ArgumentException("A chat is left by a call of its own.", nameof(call)),
        _ => throw new InvalidOperationException($"Unknown call {call.GetType().Name}."),
    };

    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(VkContent content)
    {
        var parameters = new List<KeyValuePair<string, string>>(4) { new("message", content.Text) };
        if (content.Keyboard is { } keyboard)
            parameters.Add(new("keyboard", keyboard));
        if (!content.Attachments.IsDefaultOrEmpty)
            parameters.Add(new("attachment", string.Join(',', content.Attachments)));
        parameters.Add(new("dont_parse_links", "1"));
        return parameters;
    }

    private static string Snackbar(string notice) => new JsonObject
    {
        ["type"] = "show_snackbar",
        ["text"] = notice.Length <= NoticeLength ? notice : string.Concat(notice.AsSpan(0, NoticeLength - 1), "…"),
    }.ToJsonString(Plain);
}
