using System.Text.Json.Nodes;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>groups.getLongPollServer, getLongPollSettings, setLongPollSettings (vk-platform.md §4.3).</summary>
internal static class GroupsLongPoll
{
    public static JsonNode GetServer(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        if (!vk.World.Settings.LongPollEnabled)
            throw Parameters.Wrong("longpoll for this group is not enabled");
        return new JsonObject
        {
            ["key"] = vk.Events.NewKey(),
            ["server"] = new Uri(vk.World.Address, $"lp/{vk.Options.GroupId}").ToString(),
            ["ts"] = vk.Events.Ts,
        };
    }

    public static JsonNode GetSettings(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        var settings = vk.World.Settings;
        return new JsonObject
        {
            ["is_enabled"] = settings.LongPollEnabled,
            ["api_version"] = settings.LongPollVersion,
            ["events"] = EventTypes.Json(settings.LongPollEvents),
        };
    }

    public static JsonNode SetSettings(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        var settings = vk.World.Settings;
        if (parameters.Has("enabled"))
            settings.LongPollEnabled = parameters.Flag("enabled");
        settings.LongPollVersion = parameters.Text("api_version") ?? settings.LongPollVersion;
        EventTypes.Switch(settings.LongPollEvents, parameters);
        return JsonValue.Create(1);
    }
}
