using System.Xml.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sferum.Bot.Rehearsal;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Rehearsal;

/// <summary>A campaign is played whole, on the real engine.</summary>
public sealed class CampaignTests
{
    private const int Heads = 24;

    [Fact]
    public async Task Nobody_is_written_to_outside_the_gate_and_everybody_who_works_gets_done()
    {
        var result = await PlayAsync(seed: 1);

        Assert.Equal(0, result.SentOutsideGate);
        foreach (var head in result.Heads)
        {
            switch (head.Kind)
            {
                case HeadKind.Prompt or HeadKind.Typing or HeadKind.Slow or HeadKind.WrongPhoto:
                    Assert.True(head.Done is not null, $"{head.Name}, {head.Kind}, never got done");
                    Assert.True(head.Reminders.All(day => day <= head.Done || head.Kind == HeadKind.WrongPhoto), $"{head.Name} was reminded after he was done");
                    break;
                case HeadKind.Silent:
                    Assert.Equal(5, head.Reminders.Length);
                    break;
                case HeadKind.Forbidding or HeadKind.Absent:
                    Assert.True(head.Reminders.Length <= 1, $"{head.Name} forbade messages and was reminded {head.Reminders.Length} times");
                    break;
            }

            Assert.Equal(head.Reminders.Length, head.Reminders.Distinct().Count());
            Assert.True(head.Kind != HeadKind.Typing || head.Taps == 0);
        }

        Assert.Equal(Enum.GetValues<HeadKind>().Length, result.Heads.Select(head => head.Kind).Distinct().Count());
        Assert.True(result.Days.Sum(day => day.Accepted) > 100 && result.Days.Sum(day => day.Returned) > 0);
        Assert.True(result.Presses.Done > 0 && result.Presses is { Later: > 0 } or { Late: > 0 } or { Why: > 0 }, $"{result.Presses}");
        Assert.Equal(result.MessagesSent, result.ByKind.Replies + result.ByKind.Notices + result.ByKind.Reminders);
        Assert.Equal(result.Specialist.Reviewed, result.Days.Sum(day => day.Accepted + day.Returned));
    }

    [Fact]
    public async Task The_same_seed_plays_the_same_campaign_and_another_one_another()
    {
        var first = await PlayAsync(seed: 7);
        var again = await PlayAsync(seed: 7);
        var other = await PlayAsync(seed: 8);

        Assert.Equal(Told(first), Told(again));
        Assert.NotEqual(Told(first), Told(other));
    }

    [Fact]
    public async Task The_picture_is_a_picture()
    {
        var svg = XDocument.Parse(CampaignPicture.Draw(await PlayAsync(seed: 1), "Приказ <№ 1> & другие", "напоминаний", "сдали"));

        Assert.Equal("svg", svg.Root?.Name.LocalName);
        Assert.Contains(svg.Descendants(), element => element.Name.LocalName == "polyline");
    }

    [Fact]
    public async Task The_campaign_runs_by_the_settings_of_the_office()
    {
        var result = await PlayAsync(seed: 1, heads: 12, ("Office:TimeZone", "Asia/Vladivostok"), ("Office:UnaskedFrom", "14:00"), ("Office:UnaskedUntil", "15:00"), ("Office:Specialists:0", "77"), ("Office:Specialists:1", "78"));

        Assert.Equal(0, result.SentOutsideGate);
        Assert.True(result.Days.Sum(day => day.Reminded) > 0);
        Assert.True(result.Specialist.Reviewed > 0);
        await Assert.ThrowsAsync<OptionsValidationException>(() => PlayAsync(seed: 1, heads: 1, ("Office:TimeZone", "Nowhere/Town")));
    }

    private static Task<RehearsalResult> PlayAsync(int seed, int heads = Heads, params (string Key, string Value)[] settings) =>
        new Campaign(
            OfficeStage.Book,
            OfficeStage.Orders,
            OfficeStage.Orders.Orders[0],
            RepositoryAnswers.Data.Calendar,
            RepositoryAnswers.Desk,
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build())
        .RunAsync(heads, seed, CancellationToken.None);

    private static string Told(RehearsalResult result) => string.Join('\n', result.Days.Select(day => $"{day}").Concat(
        result.Heads.Select(head => $"{head with { Reminders = [] }} {string.Join(' ', head.Reminders)}")).Append($"{result.Specialist}"));
}
