using System.Text.Json.Nodes;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Wire;

namespace Sferum.VkSimulator.Methods;

/// <summary>photos.getMessagesUploadServer and photos.saveMessagesPhoto (vk-platform.md §6.2).</summary>
internal static class Photos
{
    private const int MessagesAlbum = -64;

    public static JsonNode GetMessagesUploadServer(VkPlatform vk, Parameters parameters) => new JsonObject
    {
        ["album_id"] = MessagesAlbum,
        ["upload_url"] = Docs.UploadUrl(vk, FileKind.Photo, "photo", parameters),
        ["user_id"] = 0,
        ["group_id"] = vk.Options.GroupId,
    };

    public static JsonNode SaveMessagesPhoto(VkPlatform vk, Parameters parameters)
    {
        if (Json.Parse(parameters.Required("photo")) is not JsonArray { Count: > 0 } photos || photos[0] is not JsonObject photo ||
            photo["photo"] is not JsonValue value || !value.TryGetValue<string>(out var token))
            throw Parameters.Wrong("photos_list is invalid");
        if (!parameters.Has("server"))
            throw new VkRefusal(VkError.Of(118));
        if (!parameters.Has("hash"))
            throw new VkRefusal(VkError.Of(121));
        var received = vk.Uploads.Take(token) ?? throw new VkRefusal(VkError.Of(121));
        var file = vk.World.Files.Add(
            vk.World.CommunityId, FileKind.Photo, received.FileName, ContentTypes.ExtensionOf(received.FileName), received.Content);
        return new JsonArray(FileJson.Photo(file, vk.World.Address));
    }
}
