using System.Collections.Immutable;
using System.Net;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Sending;

/// <summary>
/// Rows of the outbox to VK in as few requests as can be. Nothing is repeated here except what VK refused as a whole
/// because of one of its parts.
/// </summary>
internal sealed class VkTransport(IVkApi api, RowFiles files, VkRequestRate rate, TimeProvider time, ILogger<VkTransport> log)
    : IMessageTransport
{
    /// <summary>How long no program holds conditions after VK refused one that did: it may have been a whim of VK's.</summary>
    internal static readonly TimeSpan WithoutConditions = TimeSpan.FromHours(1);

    /// <summary>How far back a dialog is looked through for a message; as many as VK remembers random ids of (§3.1), twice.</summary>
    private const int HistoryDepth = 200;

    /// <summary>From when on programs may hold conditions, in ticks of UTC.</summary>
    private long _conditionsFrom;

    public int DifferentRows => VkMethods.CallsPerExecute;

    public int EqualRows => VkMethods.PeersPerSend;

    public Task<int> RoomAsync(CancellationToken cancellationToken) => rate.RoomAsync(cancellationToken);

    public ImmutableArray<ImmutableArray<OutboxRow>> Pack(IReadOnlyList<OutboxRow> rows) =>
        SendPlan.Pack(rows, time.GetUtcNow().UtcTicks >= Volatile.Read(ref _conditionsFrom));

    public async Task<ImmutableDictionary<long, SendOutcome>> SendAsync(ImmutableArray<OutboxRow> rows, CancellationToken cancellationToken)
    {
        // A row with files is the only one of its request.
        var uploaded = ImmutableArray<string>.Empty;
        if (rows is [{ Content: Outgoing.Text { Files: { Length: > 0 } wanted } } row])
        {
            using var step = PipelineSteps.Begin(PipelineSteps.SendUpload);
            switch (await files.UploadAsync(row, wanted, cancellationToken))
            {
                case RowFilesResult.Ready ready:
                    uploaded = ready.Names;
                    break;
                case RowFilesResult.Failed failed:
                    return ImmutableDictionary<long, SendOutcome>.Empty.Add(row.Id, failed.Outcome);
                case var other:
                    throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
            }
        }

        var passed = await PassAsync(SendPlan.Of([.. rows.Select(each => Planned(each, uploaded))]), cancellationToken);
        return passed.Results.ToImmutableDictionary(
            entry => entry.Call.Row.Id, entry => SendOutcomes.Of(entry.Result, entry.Call.Row.Attempts, entry.Call.HasKeyboard));
    }

    public async Task<SendOutcome?> FindAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var history = await api.GetHistoryAsync(row.PeerId, 0, HistoryDepth, cancellationToken);
        if (history is not VkResult<ImmutableArray<VkHistoryMessage>>.Ok { Value: var messages })
            return SendOutcomes.Of(history.Select(_ => new VkSent(0, 0)), row.Attempts, hasKeyboard: false);

        var taken = messages.FirstOrDefault(message => message.FromId < 0 && message.RandomId == row.RandomId);
        return taken is null ? null : new SendOutcome.Sent(taken.Id, taken.ConversationMessageId);
    }

    private PlannedCall Planned(OutboxRow row, ImmutableArray<string> uploaded) => new(row, row.Content switch
    {
        Outgoing.Text text => new VkCall.Send(
            row.PeerId, row.RandomId, new VkContent(text.Body, row.WithoutKeyboard ? null : Keyboard(row, text), AttachmentsOf(text, uploaded))),
        Outgoing.PressAnswer answer => new VkCall.AnswerPress(answer.AnswerId, row.PeerId, row.PeerId, answer.Notice),
        Outgoing.LeaveChat => new VkCall.LeaveChat(row.PeerId),
        _ => throw new InvalidOperationException($"Unknown content {row.Content.GetType().Name}."),
    });

    private static ImmutableArray<string> AttachmentsOf(Outgoing.Text text, ImmutableArray<string> uploaded) =>
        uploaded.IsEmpty ? text.Attachments : [.. text.Attachments.IsDefault ? [] : text.Attachments, .. uploaded];

    private string? Keyboard(OutboxRow row, Outgoing.Text text)
    {
        if (text.Keyboard is not { } keyboard)
            return null;

        var json = VkKeyboard.Write(keyboard, out var left);
        if (left > 0)
            log.ButtonsLeftOut(row.Id, left);
        return json;
    }

    private async Task<Passed> PassAsync(Packet packet, CancellationToken cancellationToken)
    {
        using var step = PipelineSteps.Begin(PipelineSteps.SendRequest);
        switch (packet)
        {
            case Packet.Single { Call: var call }:
                return new Passed([(call, call.Call switch
                {
                    VkCall.Send send => await api.SendAsync(send, cancellationToken),
                    VkCall.AnswerPress answer => await api.AnswerPressAsync(answer, cancellationToken),
                    VkCall.LeaveChat leave => Left(await api.LeaveChatAsync(leave.ChatPeerId, cancellationToken)),
                    _ => throw new InvalidOperationException($"Unknown call {call.Call.GetType().Name}."),
                })], IsRun: true);
            case Packet.Batch { All: var calls }:
                return await api.ExecuteAsync([.. calls.Select(call => call.Call)], cancellationToken) switch
                {
                    VkResult<ImmutableArray<VkResult<VkSent>>>.Ok { Value: var results } => Report(VkMethods.Execute, calls.Zip(results)),
                    var whole => await WholeAsync(packet, whole, cancellationToken),
                };
            case Packet.Broadcast { All: var calls } broadcast:
                return await api.SendToManyAsync([.. calls.Select(call => call.Row.PeerId)], broadcast.RandomId, broadcast.Content, cancellationToken) switch
                {
                    VkResult<ImmutableDictionary<long, VkResult<VkSent>>>.Ok { Value: var results } =>
                        Report(VkMethods.Send, calls.Select(call => (call, results[call.Row.PeerId]))),
                    var whole => await WholeAsync(packet, whole, cancellationToken),
                };
            default:
                throw new InvalidOperationException($"Unknown packet {packet.GetType().Name}.");
        }
    }

    /// <summary>Who is not in the chat has left it.</summary>
    private static VkResult<VkSent> Left(VkResult<bool> result) => result is VkResult<bool>.Error { Problem.Code: VkErrorPolicy.NotInChat }
        ? new VkResult<VkSent>.Ok(new VkSent(0, 0))
        : result.Select(_ => new VkSent(0, 0));

    /// <summary>A request refused or lost as a whole. When one of its parts may be the reason, the parts are tried by themselves.</summary>
    private async Task<Passed> WholeAsync<T>(Packet packet, VkResult<T> whole, CancellationToken cancellationToken)
    {
        int? refused = whole switch
        {
            VkResult<T>.Error { Problem: var error } when MayBeOnePart(error) => error.Code,
            VkResult<T>.Fault { Problem.IsTooLarge: true } => (int)HttpStatusCode.RequestEntityTooLarge,
            _ => null,
        };
        if (refused is not { } code)
        {
            var same = whole.Select(_ => new VkSent(0, 0));
            return new Passed(packet.Calls.Select(call => (call, same)), IsRun: false);
        }

        log.PacketSplit(packet.Calls.Length, code);
        var parts = await Task.WhenAll(SendPlan.Split(packet).Select(part => PassAsync(part, cancellationToken)));
        var results = parts.SelectMany(part => part.Results).ToList();
        var left = packet.Calls.ExceptBy(results.Select(each => each.Call.Row.Id), call => call.Row.Id).ToList();
        if (left.Count > 0 && code is VkErrorPolicy.NotCompiled or VkErrorPolicy.NotRun && parts.All(part => part.IsRun))
        {
            Volatile.Write(ref _conditionsFrom, (time.GetUtcNow() + WithoutConditions).UtcTicks);
            log.ConditionsRefused(code, WithoutConditions);
        }

        // A program that broke off may have come to them.
        VkResult<VkSent> untouched = code == VkErrorPolicy.NotRun
            ? new VkResult<VkSent>.Fault(new VkFault("the program broke off", Uncertain: true))
            : new VkResult<VkSent>.NotCalled();
        return new Passed(results.Concat(left.Select(call => (call, untouched))), IsRun: false);
    }

    private static bool MayBeOnePart(VkError error) =>
        VkErrorPolicy.Of(error).Policy is not (VkPolicy.Retry or VkPolicy.RetryThenWait or VkPolicy.Wait or VkPolicy.Alert);

    /// <summary>Errors of single recipients stand inside a good answer: told in the log here, the others by the connection.</summary>
    private Passed Report(string method, IEnumerable<(PlannedCall Call, VkResult<VkSent> Result)> results)
    {
        var list = results.ToList();
        foreach (var error in list.Select(entry => entry.Result).OfType<VkResult<VkSent>.Error>())
            VkErrorPolicy.Report(log, method, error.Problem);
        return new Passed(list, IsRun: true);
    }

    /// <param name="IsRun">VK answered to each part, rather than refusing the request as a whole or losing it.</param>
    private sealed record Passed(IEnumerable<(PlannedCall Call, VkResult<VkSent> Result)> Results, bool IsRun);
}
