using System.Collections.Immutable;
using System.Text.Json;

namespace Sferum.Bot.Vk.Api.Calls;

internal partial class JsonVkApi
{
    public async Task<VkResult<VkSent>> SendAsync(VkCall.Send message, CancellationToken cancellationToken) =>
        See(VkMethods.Send, await CallAsync(VkMethods.Send, VkMethods.Parameters(message), cancellationToken),
            WireJson.Default.Int64, id => new VkSent(id, 0));

    public async Task<VkResult<VkSent>> AnswerPressAsync(VkCall.AnswerPress answer, CancellationToken cancellationToken) =>
        See(VkMethods.AnswerPress, await CallAsync(VkMethods.AnswerPress, VkMethods.Parameters(answer), cancellationToken),
            WireJson.Default.Boolean, _ => new VkSent(0, 0));

    public async Task<VkResult<ImmutableDictionary<long, VkResult<VkSent>>>> SendToManyAsync(
        ImmutableArray<long> peerIds, int randomId, VkContent content, CancellationToken cancellationToken) =>
        See(VkMethods.Send,
            await CallAsync(
                VkMethods.Send,
                [P("peer_ids", peerIds), P("random_id", randomId), .. VkMethods.Parameters(content)],
                cancellationToken),
            WireJson.Default.IReadOnlyListDelivery,
            deliveries => Deliveries(peerIds, deliveries));

    public async Task<VkResult<ImmutableArray<VkResult<VkSent>>>> ExecuteAsync(ImmutableArray<VkCall> calls, CancellationToken cancellationToken)
    {
        var envelope = await CallScriptAsync(script => VkScript.Write(script, calls), cancellationToken);
        return See(VkMethods.Execute, envelope, WireJson.Default.IReadOnlyListJsonElement, results =>
            ExecuteResults(calls, results, envelope is VkResult<Wire.Envelope>.Ok { Value.ExecuteErrors: { } errors } ? errors : []));
    }

    public async Task<VkResult<bool>> EditAsync(long peerId, long messageId, VkContent content, CancellationToken cancellationToken) =>
        await FlagAsync(CallAsync, "messages.edit", [P("peer_id", peerId), P("message_id", messageId), .. VkMethods.Parameters(content)], cancellationToken);

    public async Task<VkResult<bool>> LeaveChatAsync(long chatPeerId, CancellationToken cancellationToken) =>
        await FlagAsync(CallAsync, VkMethods.RemoveChatUser,
            [P("chat_id", chatPeerId - VkMethods.FirstChatPeer), P("member_id", -Options.GroupId)], cancellationToken);

    public async Task<VkResult<bool>> SetTypingAsync(long peerId, CancellationToken cancellationToken) =>
        await FlagAsync(CallAsync, "messages.setActivity", [P("peer_id", peerId), P("type", "typing")], cancellationToken);

    public async Task<VkResult<bool>> MarkAsReadAsync(long peerId, CancellationToken cancellationToken) =>
        await FlagAsync(CallAsync, "messages.markAsRead", [P("peer_id", peerId), P("mark_conversation_as_read", true)], cancellationToken);

    /// <summary>Told apart by peer, not by place: VK promises no order (§1.4). A peer that is not in the answer stays uncertain.</summary>
    private static ImmutableDictionary<long, VkResult<VkSent>> Deliveries(ImmutableArray<long> peerIds, IReadOnlyList<Wire.Delivery> deliveries)
    {
        var results = peerIds.ToImmutableDictionary(
            peer => peer,
            VkResult<VkSent> (_) => new VkResult<VkSent>.Fault(new VkFault("VK said nothing of this recipient", Uncertain: true)));
        foreach (var delivery in Each(deliveries, delivery => delivery))
        {
            results = results.SetItem(delivery.PeerId, delivery.Error is { } error
                ? new VkResult<VkSent>.Error(Seen(error))
                : new VkResult<VkSent>.Ok(new VkSent(delivery.MessageId, delivery.ConversationMessageId)));
        }

        return results;
    }

    private static VkError Seen(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
            return new VkError(0, error.ToString());

        var item = error.Deserialize(WireJson.Default.DeliveryError);
        return new VkError((int)(item?.Code ?? 0), item?.Description ?? "");
    }

    /// <summary>
    /// Each literal <c>false</c> takes the next of the errors (§1.5). None of the calls returns <c>false</c> of its own; null
    /// is what a call has that waited in vain for the one before it.
    /// </summary>
    private static ImmutableArray<VkResult<VkSent>> ExecuteResults(
        ImmutableArray<VkCall> calls,
        IReadOnlyList<JsonElement> results,
        IReadOnlyList<Wire.EnvelopeError> errors)
    {
        var failed = new Queue<Wire.EnvelopeError>(errors.Where(error => error is { Method: not VkMethods.Execute }));
        return [.. VkScript.Predecessors(calls).Select((before, index) => Result(index < results.Count ? results[index] : default, before is not null, failed))];
    }

    private static VkResult<VkSent> Result(JsonElement result, bool isConditional, Queue<Wire.EnvelopeError> failed) => result.ValueKind switch
    {
        JsonValueKind.Null when isConditional => new VkResult<VkSent>.NotCalled(),
        JsonValueKind.False when failed.TryDequeue(out var error) => new VkResult<VkSent>.Error(VkCalls.Seen(error)),
        JsonValueKind.Number => new VkResult<VkSent>.Ok(new VkSent(result.Deserialize(WireJson.Default.Int64), 0)),
        JsonValueKind.True => new VkResult<VkSent>.Ok(new VkSent(0, 0)),
        _ => new VkResult<VkSent>.Fault(new VkFault("execute gave no result for this call", Uncertain: true)),
    };
}
