using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

internal static class Utils
{
    public static JsonNode GetServerTime(VkPlatform vk, Parameters parameters) => JsonValue.Create(vk.Clock.GetUtcNow().ToUnixTimeSeconds());
}
