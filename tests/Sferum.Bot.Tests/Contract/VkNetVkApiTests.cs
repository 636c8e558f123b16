using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Vk;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Contract;

/// <summary>The same over VkNet, where that is compiled in; else each is reported as skipped, with the reason.</summary>
public sealed class VkNetVkApiTests : VkApiContract
{
    private protected override string? Missing => WithVkNet.Missing;

    private protected override VkRoom Open(VkSimulatorHost vk, params (string Name, string Value)[] settings) =>
        VkRoom.Open(vk, WithVkNet.Add, [.. settings, ("Vk:Client", "VkNet")]);

    /// <summary>VkNet's generic calls set it, and with it change how every other part of the process reads JSON (§8.3).</summary>
    [SkippableFact]
    public async Task The_settings_of_JSON_for_the_whole_process_are_left_alone()
    {
        await The_own_community_is_known_by_the_token();
        await Members_managers_and_names_are_told();

        Assert.Null(Newtonsoft.Json.JsonConvert.DefaultSettings);
    }
}
