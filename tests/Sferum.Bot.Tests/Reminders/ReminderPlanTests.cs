using System.Collections.Immutable;
using CsCheck;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Calendar;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

public sealed class ReminderPlanTests
{
    private static readonly UnaskedHours Hours = UnaskedHoursTests.Hours(ProductionCalendarTests.Shipped);

    private static readonly Institution School = new(1, "МОУ «Первая»", "МОУ");

    private static readonly ImmutableArray<OrderLine> Mandatory = [.. OfficeStage.Orders.LinesFor("МОУ").Where(line => line.Mandatory)];

    private static OrderLine Line => Mandatory[0];

    private static ReminderLadder Ladder => Line.Order.Ladder;

    [Theory]
    [InlineData("2024-04-16 08:59", null)]
    [InlineData("2024-04-16 09:00", "2024-04-16 09:00")]
    [InlineData("2024-04-17 15:00", "2024-04-16 09:00")]
    [InlineData("2024-04-18 09:00", "2024-04-18 09:00")]
    [InlineData("2024-04-19 09:00", "2024-04-19 09:00")]
    [InlineData("2024-04-21 12:00", "2024-04-19 09:00")] // the day after is a Saturday
    [InlineData("2024-04-22 09:00", "2024-04-22 09:00")]
    [InlineData("2024-04-25 09:00", "2024-04-25 09:00")]
    [InlineData("2024-05-02 09:00", "2024-05-02 09:00")] // 28 April to 1 May are days off
    [InlineData("2024-05-06 09:00", "2024-05-06 09:00")]
    public void The_ladder_of_the_order_runs_over_working_days(string now, string? last) =>
        Assert.Equal(last is null ? null : OfficeClock.Parse(last), ReminderPlan.Last(Ladder, new DateOnly(2024, 4, 19), Hours, OfficeClock.Parse(now))?.At);

    [Theory]
    [InlineData("2024-05-01", "2024-04-27 09:00")] // the last working day before it is a working Saturday
    [InlineData("2024-04-21", "2024-04-19 09:00")]
    public void A_deadline_on_a_day_off_is_reminded_of_on_the_last_working_day_before(string deadline, string last)
    {
        var day = DateOnly.Parse(deadline, null);
        Assert.Equal(OfficeClock.Parse(last), ReminderPlan.Last(Ladder, day, Hours, Hours.At(day, new TimeOnly(12, 0)))?.At);
    }

    [Fact]
    public void However_many_steps_were_missed_one_reminder_is_due() =>
        Assert.Equal(OfficeClock.Parse("2024-04-25 09:00"), Assert.Single(Due(Post(), "2024-04-26 12:00")).StepAt);

    [Fact]
    public void What_comes_due_later_in_the_day_goes_along_with_what_is_due_now()
    {
        var post = Post() with { Reminded = Marks("2024-04-16 09:00"), Later = new DateOnly(2024, 4, 18) };

        Assert.Equal(OfficeClock.Parse("2024-04-18 09:00"), Assert.Single(Due(post, "2024-04-18 08:00")).StepAt);
    }

    [Fact]
    public void A_day_asked_for_long_ago_changes_nothing()
    {
        var post = Post() with { Reminded = Marks("2024-04-19 09:00"), Later = new DateOnly(2024, 4, 17) };

        Assert.Empty(Due(post, "2024-04-19 18:00"));
    }

    [Fact]
    public void A_step_is_due_once()
    {
        var post = Post() with { Reminded = Marks("2024-04-18 09:00") };

        Assert.Empty(Due(post, "2024-04-18 18:00"));
        Assert.Single(Due(post, "2024-04-19 09:00"));
    }

    [Fact]
    public void Who_joins_late_hears_of_what_he_missed_on_another_day()
    {
        var post = Post() with { Since = OfficeClock.Parse("2024-04-23 11:00") };

        Assert.Empty(Due(post, "2024-04-23 12:00"));
        Assert.Single(Due(post, "2024-04-24 08:00"));
        Assert.Empty(Due(post with { Reminded = Marks("2024-04-22 09:00") }, "2024-04-24 18:00"));
    }

    [Fact]
    public void Who_has_named_a_day_is_not_pressed_before_it()
    {
        var post = Post() with { Open = [new OpenLine(Line, new DateOnly(2024, 4, 19), new DateOnly(2024, 4, 25))] };

        Assert.Single(Due(post, "2024-04-19 09:00"));
        Assert.Empty(Due(post, "2024-04-25 18:00"));
        Assert.Single(Due(post, "2024-04-26 09:00"));
    }

    [Fact]
    public void Who_asked_for_tomorrow_hears_of_it_tomorrow()
    {
        var post = Post() with { Reminded = Marks("2024-04-16 09:00"), Later = new DateOnly(2024, 4, 17) };

        Assert.Empty(Due(post, "2024-04-16 19:00"));
        Assert.Single(Due(post, "2024-04-17 08:00"));
    }

    [Fact]
    public void Who_is_silent_is_left_to_the_specialist()
    {
        Assert.Single(Due(Post() with { Unanswered = Ladder.EscalateAfter - 1 }, "2024-04-25 09:00"));
        Assert.Empty(Due(Post() with { Unanswered = Ladder.EscalateAfter }, "2024-04-25 09:00"));
    }

    [Fact]
    public void The_deputy_hears_his_own_words()
    {
        var after = Ladder.Steps[^1];
        Assert.NotEqual(after.SayTo(PostRole.Head, "МОУ"), after.SayTo(PostRole.Deputy, "МОУ"));
    }

    /// <summary>A year of days at which the planner is asked, with a head who reports at some time: never after done, each step once.</summary>
    [Fact]
    public void Whatever_the_deadline_each_step_is_due_at_most_once_and_nothing_after_it_is_done()
    {
        Gen.Select(Gen.Int[0, 700], Gen.Int[0, 400], Gen.Int[0, 60 * 24], Gen.Bool).Sample((deadlineDay, doneAfter, minute, later) =>
        {
            var deadline = new DateOnly(2024, 1, 10).AddDays(deadlineDay);
            var done = deadline.AddDays(doneAfter - 10);
            var reminded = ImmutableDictionary<LineKey, DateTimeOffset>.Empty;
            DateOnly? asked = later ? deadline.AddDays(2) : null;
            var seen = new HashSet<DateTimeOffset>();
            for (var day = deadline.AddDays(-10); day < deadline.AddDays(30); day = day.AddDays(1))
            {
                var now = Hours.At(day, TimeOnly.MinValue).AddMinutes(minute);
                var post = Post() with
                {
                    Since = Hours.At(deadline.AddDays(-30), TimeOnly.MinValue),
                    Open = day >= done ? [] : [new OpenLine(Line, deadline, null)],
                    Reminded = reminded,
                    Later = asked,
                };
                foreach (var due in ReminderPlan.Due(post, Hours, now))
                {
                    Assert.True(day < done);
                    Assert.True(Hours.DayOf(due.StepAt) <= Hours.DayOf(now));
                    Assert.True(seen.Add(due.StepAt) || asked is not null, $"twice for {due.StepAt:u}");
                    reminded = reminded.SetItem(Line.Key, due.StepAt);
                    asked = null;
                }
            }
        });
    }

    private static ImmutableArray<DueLine> Due(RemindedPost post, string now) => ReminderPlan.Due(post, Hours, OfficeClock.Parse(now));

    private static ImmutableDictionary<LineKey, DateTimeOffset> Marks(string at) => ImmutableDictionary<LineKey, DateTimeOffset>.Empty.Add(Line.Key, OfficeClock.Parse(at));

    private static RemindedPost Post() => new(
        101,
        PostRole.Head,
        School,
        OfficeClock.Parse("2024-04-13 12:00"),
        [new OpenLine(Line, new DateOnly(2024, 4, 19), null)],
        ImmutableDictionary<LineKey, DateTimeOffset>.Empty,
        null,
        0);
}
