using System.Text.Json.Nodes;
using Sferum.VkSimulator.Files;

namespace Sferum.VkSimulator.Wire;

/// <summary>Photos, documents and voice messages of API 5.199 (photos_photo, docs_doc, messages_audio_message).</summary>
internal static class FileJson
{
    /// <summary>Letters of scaled copies with the longer side they allow.</summary>
    private static readonly (string Letter, int Longest)[] Scales = [("s", 75), ("m", 130), ("x", 604), ("y", 807), ("z", 1280)];

    public static string Address(StoredFile file, Uri address) =>
        new Uri(address, $"file/{file.Id}/{Uri.EscapeDataString(file.FileName)}?hash={file.AccessKey}").AbsoluteUri;

    public static JsonObject Photo(StoredFile file, Uri address)
    {
        var url = Address(file, address);
        var sizes = new JsonArray();
        var longest = Math.Max(1, Math.Max(file.Width, file.Height));
        foreach (var (letter, side) in Scales.Where(scale => scale.Longest < longest))
            sizes.Add(Size(letter, file.Width * side / longest, file.Height * side / longest, $"{url}&size={letter}"));
        sizes.Add(Size("w", file.Width, file.Height, url));
        return new JsonObject
        {
            ["id"] = file.Id,
            ["album_id"] = -3,
            ["owner_id"] = file.OwnerId,
            ["date"] = file.At.ToUnixTimeSeconds(),
            ["text"] = "",
            ["has_tags"] = false,
            ["access_key"] = file.AccessKey,
            ["sizes"] = sizes,
            ["width"] = file.Width,
            ["height"] = file.Height,
        };
    }

    public static JsonObject Document(StoredFile file, Uri address) => new()
    {
        ["id"] = file.Id,
        ["owner_id"] = file.OwnerId,
        ["title"] = file.Title,
        ["size"] = file.Content.Length,
        ["ext"] = file.Extension,
        ["date"] = file.At.ToUnixTimeSeconds(),
        ["type"] = ContentTypes.DocumentType(file.Extension),
        ["url"] = Address(file, address),
        ["access_key"] = file.AccessKey,
    };

    public static JsonObject Voice(StoredFile file, Uri address) => new()
    {
        ["id"] = file.Id,
        ["owner_id"] = file.OwnerId,
        ["duration"] = 3,
        ["waveform"] = new JsonArray(0, 7, 12, 31, 12, 7, 0),
        ["link_ogg"] = Address(file, address),
        ["link_mp3"] = Address(file, address),
        ["access_key"] = file.AccessKey,
    };

    public static JsonObject Graffiti(StoredFile file, Uri address) => new()
    {
        ["id"] = file.Id,
        ["owner_id"] = file.OwnerId,
        ["url"] = Address(file, address),
        ["width"] = Math.Max(1, file.Width),
        ["height"] = Math.Max(1, file.Height),
        ["access_key"] = file.AccessKey,
    };

    private static JsonObject Size(string letter, int width, int height, string url) =>
        new() { ["type"] = letter, ["width"] = Math.Max(1, width), ["height"] = Math.Max(1, height), ["url"] = url };
}
