using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Messaging;

public sealed class SendPolicyTests
{
    private static readonly DateTimeOffset Start = new(2024, 4, 15, 6, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(3, 8)]
    [InlineData(6, 15)]
    [InlineData(30, 15)]
    public void Pauses_double_up_to_a_quarter_of_a_minute(int faults, int seconds)
    {
        var verdict = SendPolicy.AfterAttempt(Row(faults: faults), new SendOutcome.Retry(10, "internal", false), jitter: 0);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<SendVerdict.Again>(verdict).After);
    }

    [Fact]
    public void A_fault_that_does_not_pass_ends_as_failed() => Assert.Equal(
        Fate.Failed,
        Assert.IsType<SendVerdict.Finished>(
            SendPolicy.AfterAttempt(Row(faults: SendPolicy.MostFaults - 1), new SendOutcome.Retry(10, "internal", false), 0)).Fate);

    [Fact]
    public void A_wrong_token_keeps_the_message_queued() =>
        Assert.Equal(SendPolicy.AlertPause, Assert.IsType<SendVerdict.Halted>(SendPolicy.AfterAttempt(Row(), new SendOutcome.Alert(5, "auth"), 0)).After);

    [Fact]
    public void A_chat_that_cannot_be_written_to_is_left_all_the_same()
    {
        var notice = Row() with { Purpose = SendPurpose.Notice };

        Assert.Equal(Fate.Unreachable, Assert.IsType<SendVerdict.Finished>(SendPolicy.BeforeAttempt(notice, true, Start)).Fate);
        Assert.Null(SendPolicy.BeforeAttempt(notice with { Content = new Outgoing.LeaveChat() }, true, Start));
    }

    [Fact]
    public void An_answer_to_a_button_is_not_sent_after_its_minute()
    {
        var row = Row(content: new Outgoing.PressAnswer("a", null)) with { Purpose = SendPurpose.PressAnswer };

        Assert.Null(SendPolicy.BeforeAttempt(row, false, Start + SendPolicy.PressLife));
        Assert.Equal(Fate.Expired, Assert.IsType<SendVerdict.Finished>(SendPolicy.BeforeAttempt(row, false, Start + SendPolicy.PressLife + TimeSpan.FromSeconds(1))).Fate);
    }

    [Fact]
    public void A_message_that_may_have_been_delivered_is_looked_for_outside_the_window_of_random_id()
    {
        var later = Start + SendPolicy.SafeResend + TimeSpan.FromSeconds(1);

        Assert.True(SendPolicy.MustBeLookedFor(Row(uncertain: true), later));
        Assert.False(SendPolicy.MustBeLookedFor(Row(uncertain: true), Start + SendPolicy.SafeResend));
        Assert.False(SendPolicy.MustBeLookedFor(Row(uncertain: false), later));
    }

    [Fact]
    public void What_was_cancelled_ends_unsent_and_is_looked_for_when_it_may_have_gone()
    {
        var row = Row() with { Purpose = SendPurpose.Broadcast, Cancelled = true };
        var uncertain = row with { Uncertain = true };

        Assert.Equal(Fate.Cancelled, Assert.IsType<SendVerdict.Finished>(SendPolicy.BeforeAttempt(row, false, Start)).Fate);
        Assert.Null(SendPolicy.BeforeAttempt(uncertain, false, Start));
        Assert.True(SendPolicy.MustBeLookedFor(uncertain, Start));
        Assert.False(SendPolicy.MustBeLookedFor(uncertain with { Cancelled = false }, Start));
    }

    [Theory]
    [InlineData(SendPurpose.Reply, false)]
    [InlineData(SendPurpose.Notice, false)]
    [InlineData(SendPurpose.Reminder, true)]
    [InlineData(SendPurpose.Broadcast, true)]
    public void Who_wants_nothing_unasked_gets_what_he_asked_for(SendPurpose purpose, bool unwanted) =>
        Assert.Equal(
            unwanted ? Fate.Unwanted : null,
            (SendPolicy.BeforeAttempt(Row() with { Purpose = purpose }, false, Start, unwanted: true) as SendVerdict.Finished)?.Fate);

    [Fact]
    public void What_is_held_goes_back_unless_it_may_have_gone()
    {
        var row = Row() with { Purpose = SendPurpose.Broadcast, Held = true };

        Assert.Equal(Fate.Withheld, Assert.IsType<SendVerdict.Finished>(SendPolicy.BeforeAttempt(row, false, Start)).Fate);
        Assert.Null(SendPolicy.BeforeAttempt(row with { Uncertain = true }, false, Start));
        Assert.True(SendPolicy.MustBeLookedFor(row with { Uncertain = true }, Start));
    }

    [Theory]
    [InlineData(SendPurpose.Reply, 24)]
    [InlineData(SendPurpose.Notice, 72)]
    [InlineData(SendPurpose.Reminder, 10)]
    [InlineData(SendPurpose.Broadcast, 720)]
    public void A_message_is_not_sent_when_its_time_is_over(SendPurpose purpose, int hours)
    {
        var row = Row() with { Purpose = purpose };

        Assert.Null(SendPolicy.BeforeAttempt(row, false, Start + TimeSpan.FromHours(hours)));
        Assert.Equal(Fate.Expired, Assert.IsType<SendVerdict.Finished>(SendPolicy.BeforeAttempt(row, false, Start + TimeSpan.FromHours(hours + 0.01))).Fate);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2_147_483_646)]
    [InlineData(2_147_483_647)]
    [InlineData(9_000_000_000_000)]
    public void Random_id_fits_int32_and_is_never_zero(long rowId) => Assert.True(OutboxStore.RandomIdOf(rowId) > 0);

    private static OutboxRow Row(int faults = 0, bool uncertain = false, Outgoing? content = null) =>
        new(1, 1, 2, SendPurpose.Reply, content ?? new Outgoing.Text("т", null, []), faults, uncertain, false, Start, Start, faults);
}
