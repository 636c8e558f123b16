using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Simulator;

/// <summary>A library that knows nothing of this project runs on the simulator: it is a VK and not a mirror of our client.</summary>
public sealed class VkIoTests
{
    private const long Anna = 700000001;

    [SkippableFact]
    public async Task A_bot_on_vk_io_answers_with_a_keyboard_and_gets_the_presses()
    {
        await using var vk = await StartAsync();
        await using var bot = await VkIoBot.StartAsync(vk.Host);
        await bot.SaysAsync($"group {vk.Host.GroupId}");
        await bot.SaysAsync("ready");

        vk.People.Write(Anna, "Здравствуйте");
        await bot.SaysAsync("answered");
        Assert.Equal("Здравствуйте! Вы написали: Здравствуйте", vk.People.ChatOf(Anna).Messages[^1].Text);

        vk.People.Press(Anna, "Меню");
        await bot.SaysAsync("pressed menu");
        Assert.Equal("Нажато: menu", vk.People.ChatOf(Anna).Messages[^1].Text);

        vk.People.Press(Anna, "Статус");
        await bot.SaysAsync("event status");
        Assert.Equal("Статус: status", vk.People.ChatOf(Anna).Snackbar?.Text);
    }

    [SkippableFact]
    public async Task A_bot_on_vk_io_uploads_files()
    {
        await using var vk = await StartAsync();
        await using var bot = await VkIoBot.StartAsync(vk.Host);
        await bot.SaysAsync("ready");

        vk.People.Write(Anna, "файлы");
        await bot.SaysAsync("files");

        Assert.Equal(["doc", "photo"], vk.People.ChatOf(Anna).Messages.Where(message => message.Out).Select(message => message.Attachments[0].Type));
    }

    [SkippableFact]
    public async Task A_bot_on_vk_io_packs_its_calls_by_execute()
    {
        await using var vk = await StartAsync();
        await using var bot = await VkIoBot.StartAsync(vk.Host, mode: "parallel");
        await bot.SaysAsync("ready");

        vk.People.Write(Anna, "много");
        await bot.SaysAsync("many 3");

        Assert.Equal(["раз", "два", "три"], vk.People.ChatOf(Anna).Messages.Where(message => message.Out).Select(message => message.Text));
        using var caller = new VkCaller(vk.Host);
        var traffic = (await caller.AdminAsync(HttpMethod.Get, "traffic"))!.AsArray();
        Assert.Contains(traffic, entry => (string)entry!["name"]! == "execute");
        Assert.DoesNotContain(traffic, entry => (string)entry!["name"]! == "messages.send");
    }

    [SkippableFact]
    public async Task A_bot_on_vk_io_survives_an_expired_key_and_broken_connections()
    {
        await using var vk = await StartAsync();
        await using var bot = await VkIoBot.StartAsync(vk.Host);
        await bot.SaysAsync("ready");
        vk.People.Write(Anna, "раз");
        await bot.SaysAsync("answered");

        using var caller = new VkCaller(vk.Host);
        vk.Host.ExpireLongPollKeys();
        vk.Host.Faults = [new("longpoll", new VkSimulator.Fault.DropBefore(), Times: 1)];
        // Ends the waiting poll with failed 2; vk-io then forgets its ts, so this one is lost (vk-platform.md §9).
        vk.People.Write(Anna, "два");
        await Eventually.TrueAsync(
            async () => (await caller.AdminAsync(HttpMethod.Get, "traffic"))!.AsArray()
                .Count(entry => (string)entry!["name"]! == "groups.getLongPollServer") >= 2,
            () => "no second session");

        vk.People.Write(Anna, "три");
        await bot.SaysAsync("answered");
        Assert.Equal("Здравствуйте! Вы написали: три", vk.People.ChatOf(Anna).Messages[^1].Text);
    }

    private static async Task<TestSimulator> StartAsync()
    {
        Skip.If(VkIoBot.Missing() is not null, VkIoBot.Missing());
        // vk-io's requests are its own affair; what the simulator says is checked all the same.
        var vk = await TestSimulator.StartAsync(badRequests: true);
        vk.People.Add("Анна", "Тестова", id: Anna);
        return vk;
    }
}
