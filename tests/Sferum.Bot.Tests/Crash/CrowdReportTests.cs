using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Crash;

/// <summary>The account that the crash tests rest on notices what it is there for.</summary>
public sealed class CrowdReportTests
{
    private const long Person = CrashOffice.FirstPerson;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Replies_that_come_once_and_in_order_are_content()
    {
        var report = await ToldAsync(false, "привет", "согласен", "педагог");

        Assert.Equal((3, 0, 0, 0), (report.Replies, report.Lost, report.Doubled, report.OutOfOrder));
        report.AssertExact(() => "");
    }

    [Theory]
    [InlineData(1, 0, 0, "привет", "согласен")]
    [InlineData(0, 1, 0, "привет", "привет", "согласен", "педагог")]
    [InlineData(0, 1, 0, "привет", "согласен", "педагог", "педагог")]
    [InlineData(0, 0, 1, "согласен", "привет", "педагог")]
    [InlineData(1, 1, 0, "привет", "согласен", "не понял")]
    public async Task What_is_lost_doubled_wrong_or_out_of_order_is_told(int lost, int doubled, int outOfOrder, params string[] told)
    {
        var report = await ToldAsync(true, told);

        Assert.Equal((lost, doubled, outOfOrder), (report.Lost, report.Doubled, report.OutOfOrder));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => report.AssertExact(() => ""));
    }

    /// <summary>A person says three lines, of which each has itself as its reply.</summary>
    private static async Task<CrowdReport> ToldAsync(bool inBursts, params IEnumerable<string> told)
    {
        await using var vk = await TestSimulator.StartAsync();
        vk.People.Add("Пётр", "Образцов", id: Person);
        var script = await TalkScript.LearnAsync(Person, Task.FromResult);
        var talker = new Talker(vk.People, script, Person, inBursts, TimeProvider.System, _ => { });
        foreach (var text in told)
        {
            talker.Hear(text);
        }

        await talker.TalkAsync(Patience, new CancellationToken(canceled: true));
        talker.HearRest();
        return CrowdReport.Of([talker]);
    }
}
