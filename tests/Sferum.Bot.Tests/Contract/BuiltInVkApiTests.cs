using Sferum.Bot.Tests.Vk;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Contract;

public sealed class BuiltInVkApiTests : VkApiContract
{
    private protected override VkRoom Open(VkSimulatorHost vk, params (string Name, string Value)[] settings) => VkRoom.Open(vk, settings: settings);
}
