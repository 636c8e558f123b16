using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

public sealed class MomentInputTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2024, 4, 16);

    [Theory]
    [InlineData("завтра в 9", "2024-04-17T09:00")]
    [InlineData("Завтра, в 9:30", "2024-04-17T09:30")]
    [InlineData("сегодня в 14", "2024-04-16T14:00")]
    [InlineData("в 14:30", "2024-04-16T14:30")]
    [InlineData("14:30", "2024-04-16T14:30")]
    [InlineData("в пятницу 14:30", "2024-04-19T14:30")]
    [InlineData("в пятницу в 10", "2024-04-19T10:00")]
    [InlineData("25.04 в 10", "2024-04-25T10:00")]
    [InlineData("25 апреля в 10 утра", "2024-04-25T10:00")]
    [InlineData("25 апреля к 3 дня", "2024-04-25T15:00")]
    [InlineData("завтра в 7 вечера", "2024-04-17T19:00")]
    [InlineData("послезавтра в 9.15", "2024-04-18T09:15")]
    [InlineData("завтра 9 часов", "2024-04-17T09:00")]
    [InlineData("18-го в 8", "2024-04-18T08:00")]
    public void A_day_and_a_time_are_read(string text, string at) => Assert.Equal(at, Match(text)["at"]);

    [Theory]
    [InlineData("завтра")]
    [InlineData("25.04")]
    [InlineData("в пятницу")]
    public void A_day_alone_is_its_morning_and_says_so(string text)
    {
        Assert.EndsWith("T09:00", Match(text)["at"], StringComparison.Ordinal);
        Assert.True(Match(text).ContainsKey("timeless"));
    }

    [Theory]
    [InlineData("в 25:00", "impossible_time")]
    [InlineData("завтра в 9:75", "impossible_time")]
    [InlineData("31.02 в 9", "impossible_date")]
    public void What_no_clock_and_no_calendar_shows_is_a_problem(string text, string problem) =>
        Assert.Equal(problem, Assert.IsType<Recognition.Problem>(Recognise(text)).Reason);

    [Theory]
    [InlineData("отправить")]
    [InlineData("когда-нибудь")]
    [InlineData("")]
    [InlineData("😀")]
    public void Other_words_are_no_time(string text) => Assert.IsType<Recognition.None>(Recognise(text));

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Match(string text) => Assert.IsType<Recognition.Match>(Recognise(text)).Values;

    private static Recognition Recognise(string text) => new MomentInput().Recognise(new DialogEvent.Wrote(text, []), Today);
}
