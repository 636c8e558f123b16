using CsCheck;
using Sferum.Bot.Messaging.Troubles;

namespace Sferum.Bot.Tests.Messaging;

public sealed class TroubleRuleTests
{
    private static readonly DateTimeOffset Start = new(2024, 4, 15, 9, 0, 0, TimeSpan.Zero);

    /// <param name="looks">A look each minute: «x» trouble, «.» none, a number so many minutes of the sign before it.</param>
    /// <param name="told">Minute and news: «!» trouble, «+» over.</param>
    [Theory]
    [InlineData(".", "")]
    [InlineData("x", "0!")]
    [InlineData("x30", "0!")]
    [InlineData("x.", "0!")]
    [InlineData("x.3", "0!")]
    [InlineData("x.4", "0! 4+")]
    [InlineData("x.30", "0! 4+")]
    [InlineData("x.2x.4", "0! 7+")] // one bad look and all is to wait for again
    [InlineData("x.4x.4", "0! 4+")] // within the hour: neither this one nor its end
    [InlineData("x.4x60.4", "0! 4+ 60! 68+")] // it still lasts when the hour is over
    [InlineData("x1440", "0!")]
    [InlineData("x1441", "0! 1440!")] // it lasts: once a day
    public void Who_keeps_the_bot_running_is_told_once_an_hour_and_once_when_it_is_over(string looks, string told) =>
        Assert.Equal(told, string.Join(' ', Told(Expand(looks).Select(look => new SignReading(look == 'x')))));

    [Fact]
    public void What_grows_is_told_again_but_not_within_the_hour()
    {
        var figures = Enumerable.Range(0, 200).Select(minute => new SignReading(true, minute < 10 ? 1 : minute < 100 ? 2 : 3, IsMore: true));

        Assert.Equal(["0!", "60!", "120!"], Told(figures));
    }

    [Fact]
    public void Whatever_happens_no_kind_is_told_of_twice_within_an_hour_and_each_end_follows_its_beginning() =>
        Gen.Select(Gen.Bool, Gen.Int[1, 90], Gen.Long[0, 5]).Array[1, 60].Sample(runs =>
        {
            var told = Told(runs.SelectMany(run => Enumerable.Repeat(new SignReading(run.Item1, run.Item3, IsMore: true), run.Item2))).ToList();
            var troubles = told.Where(news => news.EndsWith('!')).Select(news => int.Parse(news[..^1], null)).ToList();
            Assert.All(troubles.Zip(troubles.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 60));
            Assert.All(told.Zip(told.Prepend("+")), pair => Assert.True(pair.First.EndsWith('!') || pair.Second.EndsWith('!'), string.Join(' ', told)));
        });

    private static IEnumerable<string> Told(IEnumerable<SignReading> readings)
    {
        TroubleState? state = null;
        foreach (var (minute, reading) in readings.Index())
        {
            (state, var news) = TroubleRule.Of(state, reading, Start.AddMinutes(minute));
            if (news != TroubleNews.None)
            {
                yield return $"{minute}{(news == TroubleNews.Trouble ? '!' : '+')}";
            }
        }
    }

    private static IEnumerable<char> Expand(string looks)
    {
        for (var i = 0; i < looks.Length; i++)
        {
            var digits = looks[(i + 1)..].TakeWhile(char.IsDigit).Count();
            foreach (var look in Enumerable.Repeat(looks[i], digits == 0 ? 1 : int.Parse(looks.AsSpan(i + 1, digits), null)))
            {
                yield return look;
            }

            i += digits;
        }
    }
}
