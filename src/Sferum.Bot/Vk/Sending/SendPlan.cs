using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Sending;

/// <summary>A row with what it says to VK.</summary>
internal sealed record PlannedCall(OutboxRow Row, VkCall Call)
{
    public bool HasKeyboard => Call is VkCall.Send { Content.Keyboard: not null };
}

/// <summary>One request to VK. A closed list.</summary>
internal abstract record Packet
{
    private Packet()
    {
    }

    public abstract ImmutableArray<PlannedCall> Calls { get; }

    /// <summary>A call by itself.</summary>
    public sealed record Single(PlannedCall Call) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => [Call];
    }

    /// <summary>Different calls in one <c>execute</c>.</summary>
    public sealed record Batch(ImmutableArray<PlannedCall> All) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => All;
    }

    /// <summary>One text under one <c>random_id</c> for many peers.</summary>
    public sealed record Broadcast(int RandomId, VkContent Content, ImmutableArray<PlannedCall> All) : Packet
    {
        public override ImmutableArray<PlannedCall> Calls => All;
    }
}

/// <summary>
/// How rows become requests (<c>vk-platform.md</c> §1.5): equal texts go by <c>peer_ids</c>, different ones by
/// <c>execute</c>, a lonely one and the leaving of a chat by itself. Pure.
/// </summary>
internal static class SendPlan
{
    /// <summary>Bytes of one program at most. VK publishes no limit; 25 texts of 4,096 Cyrillic letters would be 200 KB.</summary>
    private const int BatchBytes = 64 * 1024;

    /// <summary>Rows that may go at the same time: one of a peer, the next follows when that one is through. Answers to presses first.</summary>
    public static ImmutableArray<ImmutableArray<PlannedCall>> Waves(IEnumerable<PlannedCall> calls) =>
    [
        .. calls
            .GroupBy(call => call.Row.PeerId)
            .SelectMany(peer => peer.OrderBy(Urgency).Select((call, place) => (call, place)))
            .GroupBy(entry => entry.place, entry => entry.call)
            .OrderBy(wave => wave.Key)
            .Select(wave => wave.OrderBy(Urgency).ToImmutableArray()),
    ];

    /// <summary>The requests of one wave, in the order in which they are to start.</summary>
    public static ImmutableArray<Packet> Pack(ImmutableArray<PlannedCall> wave)
    {
        var equal = wave
            .Where(call => call.Call is VkCall.Send)
            .GroupBy(call => Key((VkCall.Send)call.Call))
            .Where(group => group.Count() > 1)
            .ToList();
        var broadcast = equal.SelectMany(group => group).ToHashSet();
        return
        [
            .. Batches(wave.Where(call => call.Call is not VkCall.LeaveChat && !broadcast.Contains(call))),
            .. equal.SelectMany(group => group.Chunk(VkMethods.PeersPerSend)).Select(chunk => Broadcast([.. chunk])),
            .. wave.Where(call => call.Call is VkCall.LeaveChat).Select(call => new Packet.Single(call)),
        ];
    }

    /// <summary>The same calls in smaller requests, for when a request was refused as a whole; empty for one that cannot be split.</summary>
    public static ImmutableArray<Packet> Split(Packet refused) => refused switch
    {
        Packet.Single => [],
        Packet.Batch batch => [.. batch.All.Select(call => new Packet.Single(call))],
        Packet.Broadcast broadcast => Batches(broadcast.All),
        _ => throw new InvalidOperationException($"Unknown packet {refused.GetType().Name}."),
    };

    private static int Urgency(PlannedCall call) => call.Call is VkCall.AnswerPress ? 0 : 1;

    private static ImmutableArray<Packet> Batches(IEnumerable<PlannedCall> calls)
    {
        var packets = ImmutableArray.CreateBuilder<Packet>();
        var batch = ImmutableArray.CreateBuilder<PlannedCall>();
        var bytes = 0;
        foreach (var call in calls)
        {
            var size = Size(call.Call);
            if (batch.Count == VkMethods.CallsPerExecute || (batch.Count > 0 && bytes + size > BatchBytes))
            {
                packets.Add(Packed(batch.DrainToImmutable()));
                bytes = 0;
            }

            batch.Add(call);
            bytes += size;
        }

        if (batch.Count > 0)
            packets.Add(Packed(batch.DrainToImmutable()));
        return packets.DrainToImmutable();
    }

    private static Packet Packed(ImmutableArray<PlannedCall> calls) => calls is [var lonely] ? new Packet.Single(lonely) : new Packet.Batch(calls);

    private static Packet.Broadcast Broadcast(ImmutableArray<PlannedCall> calls)
    {
        var first = (VkCall.Send)calls[0].Call;
        return new Packet.Broadcast(first.RandomId, first.Content, calls);
    }

    /// <summary>Only rows that share a <c>random_id</c> can share a call.</summary>
    private static (int, string, string?, string) Key(VkCall.Send send) =>
        (send.RandomId, send.Content.Text, send.Content.Keyboard, string.Join(',', send.Content.Attachments));

    private static int Size(VkCall call) => VkMethods.Parameters(call).Sum(parameter => System.Text.Encoding.UTF8.GetByteCount(parameter.Value) + 64);
}
