using Microsoft.Extensions.Time.Testing;
using Sferum.Bot.Tests.Support;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Simulator;

public sealed class RateTests
{
    [Fact]
    public async Task The_21st_request_of_a_second_gets_error_6()
    {
        var time = new FakeTimeProvider();
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { TimeProvider = time });
        using var caller = new VkCaller(vk.Host);

        for (var i = 0; i < 20; i++)
            Assert.Equal(0, await caller.ErrorOfAsync("utils.getServerTime"));
        Assert.Equal(6, await caller.ErrorOfAsync("utils.getServerTime"));

        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(6, await caller.ErrorOfAsync("utils.getServerTime"));
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await caller.ErrorOfAsync("utils.getServerTime"));
    }

    [Fact]
    public async Task Travelling_in_time_gives_no_further_requests()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { TimeProvider = new FakeTimeProvider(), RequestsPerSecond = 1 });
        using var caller = new VkCaller(vk.Host);
        await caller.AskAsync("utils.getServerTime");

        vk.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(6, await caller.ErrorOfAsync("utils.getServerTime"));
    }

    [Fact]
    public async Task Long_poll_is_not_counted()
    {
        await using var vk = await TestSimulator.StartAsync(new VkSimulatorOptions { TimeProvider = new FakeTimeProvider(), RequestsPerSecond = 2 });
        using var caller = new VkCaller(vk.Host);
        vk.People.Add("Анна", "Тестова", id: 700000001);
        var poll = await caller.PollAsync();
        vk.People.Write(700000001, "раз");
        for (var i = 0; i < 10; i++)
            await poll.OnceAsync();

        Assert.Equal(0, await caller.ErrorOfAsync("utils.getServerTime"));
    }
}
