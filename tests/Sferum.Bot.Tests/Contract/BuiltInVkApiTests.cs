using Sferum.Bot.Tests.Vk;
using Sferum.Bot.Vk.Api;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Contract;

public sealed class BuiltInVkApiTests : VkApiContract
{
    private readonly List<VkRoom> _rooms = [];

    public override async Task DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override IVkApi Connect(VkSimulatorHost vk, TimeSpan apiTimeout) => Open(vk, ("Vk:ApiTimeout", apiTimeout.ToString()));

    private protected override IVkApi ConnectWithToken(VkSimulatorHost vk, string token) => Open(vk, ("Vk:Token", token));

    private IVkApi Open(VkSimulatorHost vk, (string, string) setting)
    {
        var room = VkRoom.Open(vk, settings: setting);
        _rooms.Add(room);
        return room.Api;
    }
}
