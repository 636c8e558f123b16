using System.Text.Json.Nodes;
using Sferum.VkSimulator.Events;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Callback servers by API (vk-platform.md §4.4). A server is asked for the confirmation code when it is added or changed.</summary>
internal static class GroupsCallback
{
    private const int Title = 14;
    private const int Secret = 50;

    public static JsonNode GetConfirmationCode(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        return new JsonObject { ["code"] = vk.Callbacks.ConfirmationCode };
    }

    public static JsonNode AddServer(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        var server = vk.Callbacks.Add(UrlOf(parameters), TitleOf(parameters), SecretOf(parameters), [])
            ?? throw new VkRefusal(VkError.Of(2000));
        return new JsonObject { ["server_id"] = server.Id };
    }

    public static JsonNode EditServer(VkPlatform vk, Parameters parameters)
    {
        var server = ServerOf(vk, parameters);
        server.Url = UrlOf(parameters);
        server.Title = TitleOf(parameters);
        server.Secret = SecretOf(parameters);
        vk.Callbacks.Confirm(server);
        return JsonValue.Create(1);
    }

    public static JsonNode DeleteServer(VkPlatform vk, Parameters parameters)
    {
        vk.Callbacks.Remove(ServerOf(vk, parameters).Id);
        return JsonValue.Create(1);
    }

    public static JsonNode GetServers(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        var asked = parameters.Longs("server_ids", CallbackServers.Most);
        var servers = vk.Callbacks.All.Where(server => asked.Count == 0 || asked.Contains(server.Id)).ToList();
        return new JsonObject
        {
            ["count"] = servers.Count,
            ["items"] = new JsonArray(
            [
                .. servers.Select(server => new JsonObject
                {
                    ["id"] = server.Id,
                    ["title"] = server.Title,
                    ["creator_id"] = 0,
                    ["url"] = server.Url.ToString(),
                    ["secret_key"] = server.Secret,
                    ["status"] = server.Status.ToString().ToLowerInvariant(),
                }),
            ]),
        };
    }

    public static JsonNode SetSettings(VkPlatform vk, Parameters parameters)
    {
        var server = ServerOf(vk, parameters);
        lock (server.Events)
            EventTypes.Switch(server.Events, parameters);
        return JsonValue.Create(1);
    }

    private static CallbackServer ServerOf(VkPlatform vk, Parameters parameters)
    {
        Groups.RequireOwn(vk.World, parameters, required: true);
        return vk.Callbacks.Find((int)parameters.RequiredLong("server_id")) ?? throw new VkRefusal(VkError.Of(104));
    }

    private static Uri UrlOf(Parameters parameters) =>
        Uri.TryCreate(parameters.Required("url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw Parameters.Wrong("url is invalid");

    private static string TitleOf(Parameters parameters)
    {
        var title = parameters.Required("title");
        return title.Length <= Title ? title : throw Parameters.Wrong($"title is longer than {Title} characters");
    }

    private static string SecretOf(Parameters parameters)
    {
        var secret = parameters.Text("secret_key") ?? "";
        return secret.Length <= Secret ? secret : throw Parameters.Wrong($"secret_key is longer than {Secret} characters");
    }
}
