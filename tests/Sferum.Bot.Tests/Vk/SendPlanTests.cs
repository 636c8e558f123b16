using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Sending;

namespace Sferum.Bot.Tests.Vk;

public sealed class SendPlanTests
{
    [Fact]
    public void Different_texts_go_by_twenty_five_in_an_execute()
    {
        var packets = Pack(Enumerable.Range(1, 60).Select(i => Text(i, i, $"№ {i}")));

        Assert.Equal([25, 25, 10], packets.Select(packet => Assert.IsType<Packet.Batch>(packet).All.Length));
    }

    [Fact]
    public void Equal_texts_of_one_random_id_go_by_a_hundred()
    {
        var packets = Pack(Enumerable.Range(1, 250).Select(i => Text(i, 7, "всем")));

        Assert.Equal([100, 100, 50], packets.Select(packet => Assert.IsType<Packet.Broadcast>(packet).All.Length));
    }

    [Fact]
    public void Equal_texts_of_different_random_ids_keep_their_ids() =>
        Assert.IsType<Packet.Batch>(Assert.Single(Pack([Text(1, 1, "всем"), Text(2, 2, "всем")])));

    [Fact]
    public void A_lonely_text_goes_by_itself() => Assert.IsType<Packet.Single>(Assert.Single(Pack([Text(1, 1, "один")])));

    [Fact]
    public void A_chat_is_left_by_a_request_of_its_own()
    {
        var packets = Pack([Text(1, 1, "раз"), Leave(2_000_000_001, 2), Text(3, 3, "два"), Leave(2_000_000_002, 4)]);

        Assert.Equal([1L, 3L], Assert.IsType<Packet.Batch>(packets[0]).All.Select(call => call.Row.Id));
        Assert.Equal([2L, 4L], packets.Skip(1).Select(packet => Assert.IsType<Packet.Single>(packet).Call.Row.Id));
    }

    [Fact]
    public void What_has_files_goes_by_itself_also_to_many_and_waits_behind_nothing_that_came_later()
    {
        PlannedCall[] calls =
        [
            Text(1, 1, "раз"), Text(2, 2, "два"),
            WithFile(3, 3, SendPurpose.Reply),
            .. Enumerable.Range(4, 30).Select(i => Text(i, i, "потом")),
            WithFile(40, 7, SendPurpose.Broadcast), WithFile(41, 7, SendPurpose.Broadcast),
        ];

        var packets = Pack(calls);

        Assert.Equal([[1, 25], [3, 1], [27, 7], [40, 1], [41, 1]], packets.Select(packet => new[] { packet.Calls[0].Row.Id, packet.Calls.Length }));
    }

    [Fact]
    public void Long_texts_make_smaller_batches()
    {
        var packets = Pack(Enumerable.Range(1, 25).Select(i => Text(i, i, new string('я', 4096))));

        Assert.True(packets.Count > 1);
        Assert.Equal(25, packets.Sum(packet => packet.Calls.Length));
    }

    [Fact]
    public void A_refused_request_is_split_down_to_single_calls()
    {
        var broadcast = Assert.Single(Pack(Enumerable.Range(1, 60).Select(i => Text(i, 7, "всем"))));

        var batches = SendPlan.Split(broadcast);
        Assert.Equal([25, 25, 10], batches.Select(batch => batch.Calls.Length));
        Assert.All(SendPlan.Split(batches[2]), packet => Assert.IsType<Packet.Single>(packet));
        Assert.Empty(SendPlan.Split(SendPlan.Split(batches[2])[0]));
    }

    [Fact]
    public void Replies_of_one_person_go_in_one_program_in_their_order()
    {
        var packet = Assert.IsType<Packet.Batch>(Assert.Single(Pack([Reply(1, 5), Reply(2, 6), Reply(3, 5), Reply(4, 5)])));

        Assert.Equal([1L, 2L, 3L, 4L], packet.All.Select(call => call.Row.Id));
        Assert.Equal<int?>([null, null, 0, 2], VkScript.Predecessors([.. packet.All.Select(call => call.Call)]));
    }

    [Fact]
    public void Without_conditions_a_person_has_one_reply_at_a_time() =>
        Assert.Equal([1L, 2L], Assert.Single(Pack([Reply(1, 5), Reply(2, 6), Reply(3, 5)], conditions: false)).Calls.Select(call => call.Row.Id));

    [Fact]
    public void A_reply_that_does_not_fit_beside_the_one_before_it_waits()
    {
        var packets = Pack([.. Enumerable.Range(1, 26).Select(i => Reply(i, i)), Reply(27, 1), Reply(28, 26)]);

        Assert.Equal([25, 2], packets.Select(packet => packet.Calls.Length));
        Assert.Equal([26L, 28L], packets[1].Calls.Select(call => call.Row.Id));
    }

    [Fact]
    public void What_follows_a_row_with_files_or_a_broadcast_of_the_same_person_waits()
    {
        PlannedCall[] calls = [WithFile(1, 1, SendPurpose.Reply), Reply(2, 1), Text(3, 7, "всем"), Text(4, 7, "всем"), Reply(5, 3), Reply(6, 8)];

        Assert.Equal([[1L], [6L], [3L, 4L]], Pack(calls).Select(packet => packet.Calls.Select(call => call.Row.Id)));
    }

    [Fact]
    public void Of_a_refused_program_with_conditions_those_go_first_that_wait_for_none()
    {
        var refused = Assert.Single(Pack([Reply(1, 5), Reply(2, 5), Reply(3, 6)]));

        var part = Assert.Single(SendPlan.Split(refused));

        Assert.Equal([1L, 3L], part.Calls.Select(call => call.Row.Id));
        Assert.All(SendPlan.Split(part), packet => Assert.IsType<Packet.Single>(packet));
    }

    private static List<Packet> Pack(IEnumerable<PlannedCall> calls, bool conditions = true)
    {
        var byRow = calls.ToDictionary(call => call.Row.Id);
        return [.. SendPlan.Pack([.. byRow.Values.Select(call => call.Row)], conditions).Select(rows => SendPlan.Of([.. rows.Select(row => byRow[row.Id])]))];
    }

    private static PlannedCall Text(long peer, int randomId, string text) =>
        new(Row(peer, peer, new Outgoing.Text(text, null, [])) with { RandomId = randomId }, new VkCall.Send(peer, randomId, VkContent.Plain(text)));

    private static PlannedCall Reply(long row, long peer) =>
        new(Row(row, peer, new Outgoing.Text($"№ {row}", null, [])), new VkCall.Send(peer, (int)row, VkContent.Plain($"№ {row}")));

    private static PlannedCall WithFile(long peer, int randomId, SendPurpose purpose)
    {
        var content = new Outgoing.Text("таблица", null, []) { Files = [new OutgoingFile(new string('0', 64), "a.xlsx")] };
        return new(Row(peer, peer, content) with { RandomId = randomId, Purpose = purpose }, new VkCall.Send(peer, randomId, VkContent.Plain("таблица")));
    }

    private static PlannedCall Leave(long chat, long row) => new(Row(row, chat, new Outgoing.LeaveChat()), new VkCall.LeaveChat(chat));

    private static OutboxRow Row(long id, long peer, Outgoing content) =>
        new(id, peer, (int)id, SendPurpose.Reply, content, 0, false, false, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
}
