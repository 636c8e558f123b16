using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Receiving;

namespace Sferum.Bot.Tests.Vk;

public sealed class MissedMessagesTests
{
    private const long Anna = 1;
    private const long Other = 2;

    [Fact]
    public void What_was_lost_stands_before_what_was_written_later() => Assert.Equal(
        ["2", "3"], Arranged(found: [Message(Anna, 2)], polled: [Message(Anna, 3)]));

    [Fact]
    public void What_was_written_after_the_poll_stands_behind_it() => Assert.Equal(
        ["1", "2", "3"], Arranged(found: [Message(Anna, 2), Message(Anna, 3)], polled: [Message(Anna, 1)]));

    [Fact]
    public void What_has_no_place_in_the_dialog_came_before_what_was_found() => Assert.Equal(
        ["invited", "1"], Arranged(found: [Message(Anna, 1)], polled: [new IncomingEvent("invited", Anna, Anna, new Incoming.ChatInvite(2_000_000_001))]));

    [Fact]
    public void Dialogs_do_not_order_each_other() => Assert.Equal(
        ["4", "5", "9"], Arranged(found: [Message(Anna, 4), Message(Other, 9)], polled: [Message(Anna, 5)]));

    [Fact]
    public void What_was_written_by_hand_has_its_place_too() => Assert.Equal(
        ["2", "3"], Arranged(found: [new IncomingEvent("2", Anna, Other, new Incoming.ByHand(2, null))], polled: [Message(Anna, 3)]));

    private static IEnumerable<string> Arranged(IncomingEvent[] found, IncomingEvent[] polled) =>
        MissedMessages.Arranged([.. found], [.. polled]).Select(e => e.EventId);

    private static IncomingEvent Message(long peer, long place) =>
        new($"{place}", peer, peer, new Incoming.Message("", null, null, [], place, place));
}
