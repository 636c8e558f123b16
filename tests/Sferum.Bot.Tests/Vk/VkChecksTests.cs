using Sferum.Bot.Tests.Support;
using Sferum.Bot.Vk.Checks;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Vk;

public sealed class VkChecksTests
{
    [Fact]
    public async Task A_community_in_order_shows_no_problem()
    {
        await using var simulator = await TestSimulator.StartAsync();
        simulator.Host.SetLongPollEvent("message_reply", on: true);
        await using var room = VkRoom.Open(simulator.Host);

        var findings = await room.Get<VkChecks>().RunAsync(default);

        Assert.Equal(["Ключ доступа", "Права ключа", "Long Poll API", "Ответы вручную", "Возможности ботов", "Добавление в чаты", "Часы"], findings.Select(finding => finding.Subject));
        Assert.DoesNotContain(findings, finding => finding.Kind == VkFindingKind.Problem);
        Assert.All(findings.Where(finding => finding.Kind == VkFindingKind.LookYourself), finding => Assert.NotNull(finding.Mend));
    }

    [Fact]
    public async Task Replies_by_hand_that_the_bot_cannot_see_are_told_and_no_problem()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host);

        var findings = await room.Get<VkChecks>().RunAsync(default);

        Assert.DoesNotContain(findings, finding => finding.Kind == VkFindingKind.Problem);
        var finding = Assert.Single(findings, finding => finding.Subject == "Ответы вручную");
        Assert.Equal(VkFindingKind.LookYourself, finding.Kind);
        Assert.Contains("message_reply", finding.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_beyond_need_are_named_and_no_problem()
    {
        await using var simulator = await TestSimulator.StartAsync(new VkSimulatorOptions { TokenRights = ["photos", "messages", "docs", "manage", "wall"] });
        await using var room = VkRoom.Open(simulator.Host);

        var findings = await room.Get<VkChecks>().RunAsync(default);

        Assert.DoesNotContain(findings, finding => finding.Kind == VkFindingKind.Problem);
        Assert.StartsWith("wall:", Assert.Single(findings, finding => finding.Subject == "Лишние права ключа").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_is_missing_is_a_problem()
    {
        await using var simulator = await TestSimulator.StartAsync(new VkSimulatorOptions { TokenRights = ["photos", "messages", "manage"] });
        await using var room = VkRoom.Open(simulator.Host);

        Assert.Contains("docs", (await ProblemAsync(room, "Права ключа")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_the_one_thing_told()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host, settings: ("Vk:Token", "vk1.a.wrong"));

        var finding = Assert.Single(await room.Get<VkChecks>().RunAsync(default));

        Assert.Equal(VkFindingKind.Problem, finding.Kind);
        Assert.Contains("Ключи доступа", finding.Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("vk1.a.wrong", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_another_community_is_told()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host, settings: ("Vk:GroupId", "5"));

        Assert.Contains($"Vk__GroupId={simulator.Host.GroupId}", Assert.Single(await room.Get<VkChecks>().RunAsync(default)).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VK_out_of_reach_is_told()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host);
        await simulator.Host.DisposeAsync();

        Assert.Contains("не отвечает", Assert.Single(await room.Get<VkChecks>().RunAsync(default)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("message_event", "message_event")]
    [InlineData("message_deny", "message_deny")]
    public async Task An_event_that_is_switched_off_is_named(string type, string named)
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host);
        simulator.Host.SetLongPollEvent(type, on: false);

        Assert.Contains(named, (await ProblemAsync(room, "Long Poll API")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_poll_switched_off_is_told()
    {
        await using var simulator = await TestSimulator.StartAsync(new VkSimulatorOptions { LongPollEnabled = false });
        await using var room = VkRoom.Open(simulator.Host);

        Assert.Contains("Включено", (await ProblemAsync(room, "Long Poll API")).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_is_told()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await using var room = VkRoom.Open(simulator.Host, time: new VirtualClock(TimeProvider.System, simulator.Clock.GetUtcNow() + TimeSpan.FromHours(3)));

        Assert.Contains("0.03:00:0", (await ProblemAsync(room, "Часы")).Text, StringComparison.Ordinal);
    }

    private static async Task<VkFinding> ProblemAsync(VkRoom room, string subject)
    {
        var finding = Assert.Single(await room.Get<VkChecks>().RunAsync(default), finding => finding.Kind == VkFindingKind.Problem);
        Assert.Equal(subject, finding.Subject);
        return finding;
    }
}
