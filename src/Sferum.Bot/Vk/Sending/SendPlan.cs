using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Sending;

/// <summary>
/// How rows become requests (<c>vk-platform.md</c> §1.5): one text for many goes by <c>peer_ids</c>, different ones by
/// <c>execute</c>, a lonely one, one with files to upload and the leaving of a chat by itself. Pure.
/// </summary>
internal static class SendPlan
{
    /// <summary>
    /// Bytes of one program at most: 25 replies of 5 KB, as the director's list with a dozen buttons has. VK publishes no limit,
    /// and a program that is too large is tried in parts; 25 texts of 4,096 Cyrillic letters would be 200 KB.
    /// </summary>
    private const int BatchBytes = 128 * 1024;

    /// <summary>
    /// The rows of each request, in the order in which the requests are to start. Rows of one peer go in one program, in their
    /// order; what can't is left out.
    /// </summary>
    /// <param name="conditions">Whether a program may hold conditions; without them a peer has one row at a time.</param>
    public static ImmutableArray<ImmutableArray<OutboxRow>> Pack(IReadOnlyList<OutboxRow> rows, bool conditions)
    {
        // Only rows that share a random_id can share a call, and those that do were written as one message.
        var shared = rows
            .Where(row => row.Content is Outgoing.Text && !IsAlone(row))
            .GroupBy(row => (row.RandomId, row.WithoutKeyboard))
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .Select(row => row.Id)
            .ToHashSet();
        var packed = PeerOrder.Together(rows, row => conditions && !IsAlone(row) && !shared.Contains(row.Id)).ToList();

        // Not all may start at once, and what goes by itself must not wait for ever behind what keeps coming.
        var different = Batches(packed.Where(row => !IsAlone(row) && !shared.Contains(row.Id)))
            .Concat(packed.Where(IsAlone).Select(row => ImmutableArray.Create(row)))
            .OrderBy(packet => packet.Min(row => row.Purpose))
            .ThenBy(packet => packet.Min(row => row.Id));
        var broadcasts = packed.Where(row => shared.Contains(row.Id)).GroupBy(row => (row.RandomId, row.WithoutKeyboard));
        return [.. different, .. broadcasts.SelectMany(group => group.Chunk(VkMethods.PeersPerSend)).Select(chunk => chunk.ToImmutableArray())];
    }

    /// <summary>The request for rows that <see cref="Pack"/> put together.</summary>
    public static Packet Of(ImmutableArray<PlannedCall> calls) => calls switch
    {
        [var lonely] => new Packet.Single(lonely),
        _ when calls.All(call => IsSame(call, calls[0])) => Broadcast(calls),
        _ => new Packet.Batch(calls),
    };

    /// <summary>
    /// The same calls in smaller requests, for when a request was refused as a whole; empty for one that cannot be split. Calls
    /// that have to wait for another one are left out at first.
    /// </summary>
    public static ImmutableArray<Packet> Split(Packet refused) => refused switch
    {
        Packet.Single => [],
        Packet.Batch batch => Firsts(batch.All) is { } firsts && firsts.Length < batch.All.Length
            ? [new Packet.Batch(firsts)]
            : [.. batch.All.Select(call => new Packet.Single(call))],
        Packet.Broadcast broadcast => [.. broadcast.All.Chunk(VkMethods.CallsPerExecute).Select(chunk => Batch([.. chunk]))],
        _ => throw new InvalidOperationException($"Unknown packet {refused.GetType().Name}."),
    };

    private static Packet Batch(ImmutableArray<PlannedCall> calls) => calls is [var lonely] ? new Packet.Single(lonely) : new Packet.Batch(calls);

    /// <summary>What takes requests of its own, for which no other row is to wait.</summary>
    private static bool IsAlone(OutboxRow row) => row.Content is Outgoing.LeaveChat or Outgoing.Text { Files.Length: > 0 };

    /// <summary>The calls of a program that have to wait for no other one.</summary>
    private static ImmutableArray<PlannedCall> Firsts(ImmutableArray<PlannedCall> calls) =>
        [.. calls.Zip(VkScript.Predecessors([.. calls.Select(call => call.Call)])).Where(each => each.Second is null).Select(each => each.First)];

    private static IEnumerable<ImmutableArray<OutboxRow>> Batches(IEnumerable<OutboxRow> rows)
    {
        var batch = ImmutableArray.CreateBuilder<OutboxRow>();
        var before = new HashSet<long>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = Size(row.Content);
            if (batch.Count == VkMethods.CallsPerExecute || (batch.Count > 0 && bytes + size > BatchBytes))
            {
                before.UnionWith(batch.Where(each => each.Content is not Outgoing.PressAnswer).Select(each => each.PeerId));
                yield return batch.DrainToImmutable();
                bytes = 0;
            }

            // Two requests would race.
            if (row.Content is not Outgoing.PressAnswer && before.Contains(row.PeerId))
                continue;

            batch.Add(row);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch.DrainToImmutable();
    }

    private static bool IsSame(PlannedCall call, PlannedCall other) =>
        call.Call is VkCall.Send a && other.Call is VkCall.Send b
        && a.RandomId == b.RandomId
        && a.Content.Text == b.Content.Text
        && a.Content.Keyboard == b.Content.Keyboard
        && a.Content.Attachments.SequenceEqual(b.Content.Attachments);

    private static Packet.Broadcast Broadcast(ImmutableArray<PlannedCall> calls)
    {
        var first = (VkCall.Send)calls[0].Call;
        return new Packet.Broadcast(first.RandomId, first.Content, calls);
    }

    /// <summary>About how many bytes a row takes in a program: two for each letter, and what stands around them.</summary>
    private static int Size(Outgoing content) => 256 + content switch
    {
        Outgoing.Text text => (2 * text.Body.Length) + (text.Keyboard?.Rows.Sum(row => row.Sum(button => 120 + (2 * button.Label.Length) + (2 * button.Payload.Length))) ?? 0),
        _ => 0,
    };
}
