using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk.Files;

namespace Sferum.Bot.Vk.Api.Calls;

/// <summary>
/// VK's methods, and what the JSON of their answers means; who carries request and answer is the subclass's matter. Sending
/// stands in <c>JsonVkApi.Messages.cs</c>.
/// </summary>
internal abstract partial class JsonVkApi(VkCalls calls, IOptions<VkOptions> options, ILogger log) : IVkApi
{
    /// <summary>Of a poll, as characters; VK's have 40.</summary>
    private const int LongestKey = 1000;

    protected VkOptions Options => options.Value;

    /// <summary>Carries one call to VK and brings the whole answer back, whatever stands in it: neither errors nor shapes are looked at.</summary>
    /// <param name="parameters">Without token and version, which are the carrier's to add.</param>
    protected abstract Task<VkResult<VkHttp.Body>> CarryAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken);

    /// <summary>Carries one poll to the address that VK named. Not counted by the request limit.</summary>
    protected abstract Task<VkResult<VkHttp.Body>> CarryPollAsync(
        Uri server, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken);

    public async Task<VkResult<VkGroup>> GetOwnGroupAsync(CancellationToken cancellationToken) =>
        await ReadAsync("groups.getById", [], WireJson.Default.Groups, groups => groups.Items is [{ } group, ..]
            ? new VkGroup(group.Id, group.Name ?? "", group.ScreenName ?? "")
            : throw new JsonException("no community in the answer"), cancellationToken);

    public async Task<VkResult<ImmutableArray<string>>> GetTokenPermissionsAsync(CancellationToken cancellationToken) =>
        await ReadAsync("groups.getTokenPermissions", [], WireJson.Default.Permissions,
            permissions => Each(permissions.Items, permission => permission.Name ?? ""), cancellationToken);

    public async Task<VkResult<LongPollSettings>> GetLongPollSettingsAsync(long groupId, CancellationToken cancellationToken) =>
        await ReadAsync("groups.getLongPollSettings", [P("group_id", groupId)], WireJson.Default.PollSettings,
            settings => new LongPollSettings(
                settings.IsEnabled,
                settings.ApiVersion ?? "",
                (settings.Events ?? ImmutableDictionary<string, bool>.Empty).Where(on => on.Value).Select(on => on.Key).ToImmutableSortedSet(StringComparer.Ordinal)),
            cancellationToken);

    public async Task<VkResult<bool>> SetLongPollSettingsAsync(long groupId, LongPollSettings settings, CancellationToken cancellationToken) =>
        await FlagAsync(ReadAsync, "groups.setLongPollSettings",
            [
                P("group_id", groupId),
                P("enabled", settings.IsEnabled),
                P("api_version", settings.ApiVersion),
                .. settings.Events.Select(name => P(name, true)),
            ],
            cancellationToken);

    public async Task<VkResult<LongPollServer>> GetLongPollServerAsync(long groupId, CancellationToken cancellationToken)
    {
        // Not repeated here: the receiver asks again at its own, slower pace (error 29, §2.1).
        var envelope = await CallAsync("groups.getLongPollServer", [P("group_id", groupId)], cancellationToken);
        return See("groups.getLongPollServer", envelope, WireJson.Default.PollServer, server =>
            server is { Key: { Length: <= LongestKey } key, Server: { } address, Ts: { } ts } && PollAnswerReader.IsPlace(ts)
                ? new LongPollServer(OfVk(address), key, ts)
                : throw new JsonException("no key, server or ts in the answer"));
    }

    public async Task<VkResult<LongPollAnswer>> PollAsync(LongPollServer server, string ts, TimeSpan wait, CancellationToken cancellationToken)
    {
        return await CarryPollAsync(
            server.Server,
            [P("act", "a_check"), P("key", server.Key), P("ts", ts), P("wait", (long)wait.TotalSeconds)],
            cancellationToken) switch
        {
            VkResult<VkHttp.Body>.Ok { Value: var body } => Polled(body),
            VkResult<VkHttp.Body>.Fault fault => new VkResult<LongPollAnswer>.Fault(fault.Problem),
            var other => throw new InvalidOperationException($"Unexpected {other.GetType()}."),
        };
    }

    public async Task<VkResult<bool>> IsMemberAsync(long groupId, long userId, CancellationToken cancellationToken) =>
        await FlagAsync(ReadAsync, "groups.isMember", [P("group_id", groupId), P("user_id", userId)], cancellationToken);

    public async Task<VkResult<ImmutableArray<VkManager>>> GetManagersAsync(long groupId, CancellationToken cancellationToken) =>
        await ReadAsync("groups.getMembers", [P("group_id", groupId), P("filter", "managers"), P("count", 1000)], WireJson.Default.Managers,
            page => Each(page.Items, manager => new VkManager(manager.Id, manager.Role ?? "")), cancellationToken);

    public async Task<VkResult<ImmutableArray<VkUser>>> GetUsersAsync(ImmutableArray<long> ids, CancellationToken cancellationToken) =>
        await ReadAsync("users.get", [P("user_ids", ids)], WireJson.Default.IReadOnlyListUser,
            users => Each(users, user => new VkUser(user.Id, user.FirstName ?? "", user.LastName ?? "", user.Deactivated)), cancellationToken);

    public async Task<VkResult<ImmutableArray<VkHistoryMessage>>> GetHistoryAsync(long peerId, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(VkMethods.GetHistory, [P("peer_id", peerId), P("offset", offset), P("count", count)], WireJson.Default.Messages,
            page => Each(page.Items, Message), cancellationToken);

    public async Task<VkResult<ImmutableDictionary<long, ImmutableArray<VkHistoryMessage>>>> GetHistoriesAsync(
        ImmutableArray<long> peerIds, int count, CancellationToken cancellationToken) =>
        await ReadAsync(VkMethods.Execute, [P("code", Program(script => VkScript.WriteHistories(script, peerIds, count)))], WireJson.Default.IReadOnlyListJsonElement,
            // While dialogs are listed page by page, one may move from one page to the next and be named twice.
            pages => peerIds.Zip(pages).DistinctBy(entry => entry.First).ToImmutableDictionary(
                entry => entry.First,
                entry => Each((entry.Second.Deserialize(WireJson.Default.Messages) ?? throw new JsonException("null")).Items, Message)),
            cancellationToken);

    public async Task<VkResult<ImmutableArray<VkConversation>>> GetRecentAsync(int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync("messages.getConversations", [P("filter", "all"), P("offset", offset), P("count", count)], WireJson.Default.ConversationItems,
            page => Each(page.Items, item => Conversation(item.Conversation, item.LastMessage)), cancellationToken);

    public async Task<VkResult<ImmutableArray<VkConversation>>> GetConversationsAsync(ImmutableArray<long> peerIds, CancellationToken cancellationToken) =>
        await ReadAsync("messages.getConversationsById", [P("peer_ids", peerIds)], WireJson.Default.Conversations,
            page => Each(page.Items, conversation => Conversation(conversation, null)), cancellationToken);

    public async Task<VkResult<ImmutableArray<VkChatMember>>> GetConversationMembersAsync(long peerId, int offset, CancellationToken cancellationToken) =>
        await ReadAsync("messages.getConversationMembers", [P("peer_id", peerId), P("offset", offset), P("count", 1000)], WireJson.Default.Members,
            page => Each(page.Items, member => new VkChatMember(member.MemberId, member.IsAdmin, member.IsOwner)), cancellationToken);

    public async Task<VkResult<bool>> IsAllowedToWriteAsync(long groupId, long userId, CancellationToken cancellationToken) =>
        await ReadAsync("messages.isMessagesFromGroupAllowed", [P("group_id", groupId), P("user_id", userId)], WireJson.Default.Allowed,
            allowed => allowed.IsAllowed, cancellationToken);

    public async Task<VkResult<Uri>> GetDocumentUploadAddressAsync(long peerId, CancellationToken cancellationToken) =>
        await ReadAsync("docs.getMessagesUploadServer", [P("type", "doc"), P("peer_id", peerId)], WireJson.Default.UploadServer, Address, cancellationToken);

    public async Task<VkResult<string>> SaveDocumentAsync(string file, string title, CancellationToken cancellationToken) =>
        See("docs.save", await CallAsync("docs.save", [P("file", file), P("title", title)], cancellationToken), WireJson.Default.SavedDocument,
            saved => saved.Doc is { } doc ? Attachment("doc", doc) : throw new JsonException("no document in the answer"));

    public async Task<VkResult<Uri>> GetPhotoUploadAddressAsync(long peerId, CancellationToken cancellationToken) =>
        await ReadAsync("photos.getMessagesUploadServer", [P("peer_id", peerId)], WireJson.Default.UploadServer, Address, cancellationToken);

    public async Task<VkResult<string>> SavePhotoAsync(UploadedPhoto photo, CancellationToken cancellationToken) =>
        See("photos.saveMessagesPhoto",
            await CallAsync("photos.saveMessagesPhoto", [P("photo", photo.Photo), P("server", photo.Server), P("hash", photo.Hash)], cancellationToken),
            WireJson.Default.IReadOnlyListSavedFile,
            saved => saved is [{ } file, ..] ? Attachment("photo", file) : throw new JsonException("no photo in the answer"));

    public async Task<VkResult<DateTimeOffset>> GetServerTimeAsync(CancellationToken cancellationToken) =>
        await ReadAsync("utils.getServerTime", [], WireJson.Default.Int64, DateTimeOffset.FromUnixTimeSeconds, cancellationToken);

    /// <summary>A call that changes nothing: passing faults are tried over.</summary>
    private Task<VkResult<Wire.Envelope>> ReadAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        calls.ReadAsync(method, parameters, CarryAsync, cancellationToken);

    /// <summary>Carries a program to <c>execute</c>, as <see cref="CarryAsync"/>.</summary>
    /// <param name="write">Writes the program.</param>
    protected virtual Task<VkResult<VkHttp.Body>> CarryScriptAsync(Action<StringBuilder> write, CancellationToken cancellationToken) =>
        CarryAsync(VkMethods.Execute, [P("code", Program(write))], cancellationToken);

    private Task<VkResult<Wire.Envelope>> CallScriptAsync(Action<StringBuilder> write, CancellationToken cancellationToken) =>
        calls.CallAsync(VkMethods.Execute, [], (_, _, stop) => CarryScriptAsync(write, stop), cancellationToken);

    private static VkResult<LongPollAnswer> Polled(VkHttp.Body answer)
    {
        using var body = answer;
        return body.IsSuccess ? PollAnswerReader.Read(body.Bytes) : new VkResult<LongPollAnswer>.Fault(new VkFault($"HTTP {body.Status}", Uncertain: false));
    }

    private static string Program(Action<StringBuilder> write)
    {
        var script = new StringBuilder();
        write(script);
        return script.ToString();
    }

    /// <summary>A call that is made once.</summary>
    private Task<VkResult<Wire.Envelope>> CallAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        calls.CallAsync(method, parameters, CarryAsync, cancellationToken);

    private async Task<VkResult<T>> ReadAsync<TWire, T>(
        string method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> see,
        CancellationToken cancellationToken) =>
        See(method, await ReadAsync(method, parameters, cancellationToken), type, see);

    private async Task<VkResult<bool>> FlagAsync(
        Func<string, IReadOnlyList<KeyValuePair<string, string>>, CancellationToken, Task<VkResult<Wire.Envelope>>> call,
        string method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellationToken) =>
        See(method, await call(method, parameters, cancellationToken), WireJson.Default.Boolean, flag => flag);

    /// <summary>The typed value; an answer of another shape than expected is a fault, since VK may have done what was asked.</summary>
    private VkResult<T> See<TWire, T>(string method, VkResult<Wire.Envelope> result, JsonTypeInfo<TWire> type, Func<TWire, T> see)
    {
        try
        {
            return result.Select(envelope => see((envelope.Response ?? default).Deserialize(type) ?? throw new JsonException("null")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            log.UnexpectedShape(method, exception.GetType().Name);
            return new VkResult<T>.Fault(new VkFault("the answer has another shape than expected", Uncertain: true));
        }
    }

    /// <summary>Annotations of lists are not looked at by the reader of JSON: a null may stand in any.</summary>
    private static ImmutableArray<T> Each<TWire, T>(IReadOnlyList<TWire>? items, Func<TWire, T> see) =>
        [.. (items ?? []).Select(item => item is null ? throw new JsonException("a null in a list") : see(item))];

    private Uri Address(Wire.UploadServer server) => OfVk(server.UploadUrl);

    /// <summary>An address out of VK's answer. Whoever stands between must not send the bot into our own network, nor people's files elsewhere.</summary>
    private Uri OfVk(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            throw new JsonException("no address in the answer");
        if (FileHosts.AllowNamed(Options, address))
            return address;

        log.ForeignHost(address.Host);
        throw new JsonException("an address of somebody else in the answer");
    }

    private static string Attachment(string kind, Wire.SavedFile file) => file.AccessKey is { Length: > 0 } key
        ? string.Create(CultureInfo.InvariantCulture, $"{kind}{file.OwnerId}_{file.Id}_{key}")
        : string.Create(CultureInfo.InvariantCulture, $"{kind}{file.OwnerId}_{file.Id}");

    private static VkConversation Conversation(Wire.Conversation? conversation, JsonElement? lastMessage) => new(
        conversation?.Peer?.Id ?? 0,
        conversation?.CanWrite?.Allowed ?? true,
        (int)(conversation?.CanWrite?.Reason ?? 0),
        conversation?.ChatSettings?.Title,
        conversation?.ChatSettings?.State,
        (int)(conversation?.ChatSettings?.MembersCount ?? 0),
        lastMessage is { ValueKind: JsonValueKind.Object } message ? Message(message) : null,
        conversation?.OutRead ?? 0);

    private static VkHistoryMessage Message(JsonElement json)
    {
        var head = json.Deserialize(WireJson.Default.MessageHead) ?? throw new JsonException("a message is null");
        return new VkHistoryMessage(head.Id, head.ConversationMessageId, head.PeerId, head.FromId, DateTimeOffset.FromUnixTimeSeconds(head.Date), json.GetRawText(), head.RandomId, head.AdminAuthorId > 0);
    }

    private static KeyValuePair<string, string> P(string name, string value) => new(name, value);

    private static KeyValuePair<string, string> P(string name, bool value) => new(name, value ? "1" : "0");

    private static KeyValuePair<string, string> P(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture));

    private static KeyValuePair<string, string> P(string name, ImmutableArray<long> values) => new(name, string.Join(',', values));
}
