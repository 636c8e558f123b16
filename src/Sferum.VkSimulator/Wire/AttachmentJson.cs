using System.Text.Json.Nodes;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Wire;

/// <summary>Attachments of a message: <c>type</c> and a member of the same name (vk-platform.md §6.3).</summary>
internal static class AttachmentJson
{
    public static JsonArray Array(IReadOnlyList<Attachment> attachments, VkWorld world) =>
        [.. attachments.Select(attachment => (JsonNode)Of(attachment, world))];

    private static JsonObject Of(Attachment attachment, VkWorld world) => attachment switch
    {
        Attachment.Photo(var file) => Typed("photo", FileJson.Photo(file, world.Address)),
        Attachment.Document(var file) => Typed("doc", FileJson.Document(file, world.Address)),
        Attachment.Voice(var file) => Typed("audio_message", FileJson.Voice(file, world.Address)),
        Attachment.Graffiti(var file) => Typed("graffiti", FileJson.Graffiti(file, world.Address)),
        Attachment.Sticker(var id) => Typed("sticker", Sticker(id, world.Address)),
        Attachment.Link(var url, var title) => Typed("link", new JsonObject { ["url"] = url, ["title"] = title, ["is_favorite"] = false }),
        Attachment.Unknown(var type, var title) => Typed(type, new JsonObject { ["title"] = title }),
        _ => throw new InvalidOperationException($"Unknown attachment {attachment}."),
    };

    private static JsonObject Typed(string type, JsonObject body) => new() { ["type"] = type, [type] = body };

    private static JsonObject Sticker(int id, Uri address) => new()
    {
        ["inner_type"] = "base_sticker_new",
        ["sticker_id"] = id,
        ["product_id"] = 1,
        ["images"] = new JsonArray(new JsonObject
        {
            ["url"] = new Uri(address, $"file/{FileEndpoint.Sticker}/{id}.png").ToString(),
            ["width"] = 128,
            ["height"] = 128,
        }),
        ["is_allowed"] = true,
    };
}
