using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>utils.getServerTime: the virtual clock's instant in Unix seconds.</summary>
internal static class ServerTime
{
    public static JsonNode Get(VkPlatform vk, Parameters parameters) => JsonValue.Create(vk.Clock.GetUtcNow().ToUnixTimeSeconds());
}
