using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// Attachments of a message with those of its reply and forwards, of any type (<c>vk-platform.md</c> §6.3). Addresses are
/// signed and do not live long.
/// </summary>
internal static class AttachmentReader
{
    /// <summary>VK allows 500 forwards in all (§2.2); a message that brings more is cut here.</summary>
    private const int Most = 200;

    /// <summary>VK nests 45 deep (§2.2).</summary>
    private const int Deepest = 50;

    public static ImmutableArray<IncomingAttachment> Read(JsonElement message)
    {
        var found = ImmutableArray.CreateBuilder<IncomingAttachment>();
        Collect(message, found, depth: 0);
        return found.DistinctBy(attachment => attachment.Id).Take(Most).ToImmutableArray();
    }

    private static void Collect(JsonElement message, ImmutableArray<IncomingAttachment>.Builder found, int depth)
    {
        if (depth > Deepest || found.Count >= Most)
            return;

        // Looked up once: in a message of very many members each look goes through them all.
        var (peer, number) = (message.Long("peer_id"), message.Long("conversation_message_id"));
        foreach (var (place, attachment) in message.Array("attachments").Take(Most - found.Count).Index())
            found.Add(One(attachment, string.Create(CultureInfo.InvariantCulture, $"{peer}_{number}_{place}")));
        if (message.Object("reply_message") is { } reply)
            Collect(reply, found, depth + 1);
        foreach (var forward in message.Array("fwd_messages"))
            Collect(forward, found, depth + 1);
    }

    /// <param name="place">Names what has no id of its own.</param>
    private static IncomingAttachment One(JsonElement attachment, string place)
    {
        var kind = attachment.Text("type") is { Length: > 0 } type ? type : "unknown";
        var body = attachment.Object(kind) ?? default;
        var id = Id(kind, body, place);
        return kind switch
        {
            "photo" => new IncomingAttachment(kind, id, $"photo{body.Long("id")}.jpg", Picture(body), 0),
            "doc" => new IncomingAttachment(kind, id, DocumentName(body), Address(body, "url"), Math.Max(0, body.Long("size"))),
            "audio_message" => new IncomingAttachment(kind, id, $"voice{body.Long("id")}.ogg", Address(body, "link_ogg") ?? Address(body, "link_mp3"), 0),
            "graffiti" => new IncomingAttachment(kind, id, $"graffiti{body.Long("id")}.png", Address(body, "url"), 0),

            // A link's address is the person's, not a file of VK: it is told as the name and never fetched.
            "link" => new IncomingAttachment(kind, id, body.Text("url"), null, 0),
            _ => new IncomingAttachment(kind, id, body.Text("title"), null, 0),
        };
    }

    private static string Id(string kind, JsonElement body, string place)
    {
        if (kind == "sticker" && body.Long("sticker_id") is > 0 and var sticker)
            return string.Create(CultureInfo.InvariantCulture, $"sticker{sticker}");
        if (body.Long("id") is 0 || body.Long("owner_id") is 0)
            return $"{kind}@{place}";

        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}{body.Long("owner_id")}_{body.Long("id")}");
        return body.Text("access_key") is { Length: > 0 } key ? $"{name}_{key}" : name;
    }

    private static string DocumentName(JsonElement doc)
    {
        var title = doc.Text("title");
        var extension = doc.Text("ext");
        return extension.Length == 0 || title.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase) ? title : $"{title}.{extension}";
    }

    /// <summary>The largest of the sizes: VK's letters for them are not relied on.</summary>
    private static string? Picture(JsonElement photo) => photo.Array("sizes")
        .Concat(photo.Object("orig_photo") is { } original ? [original] : [])
        .Select(size => (Url: Address(size, "url"), Area: (decimal)size.Long("width") * size.Long("height")))
        .Where(size => size.Url is not null)
        .OrderByDescending(size => size.Area)
        .FirstOrDefault().Url;

    private static string? Address(JsonElement json, string name) => json.Text(name) is { Length: > 0 } address ? address : null;
}
