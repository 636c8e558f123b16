using System.Text.Json.Nodes;
using Sferum.VkSimulator.Files;
using Sferum.VkSimulator.Wire;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>docs.getMessagesUploadServer and docs.save (vk-platform.md §6.1).</summary>
internal static class Docs
{
    public static JsonNode GetMessagesUploadServer(VkPlatform vk, Parameters parameters)
    {
        var kind = parameters.Choice("type", "doc", "audio_message", "graffiti") switch
        {
            "audio_message" => FileKind.Voice,
            "graffiti" => FileKind.Graffiti,
            _ => FileKind.Document,
        };
        return new JsonObject { ["upload_url"] = UploadUrl(vk, kind, "doc", parameters) };
    }

    public static JsonNode Save(VkPlatform vk, Parameters parameters)
    {
        var token = parameters.Required("file").Split('|')[^1];
        var received = vk.Uploads.Take(token) ?? throw new VkRefusal(VkError.Of(105));
        var owner = received.Ticket.PeerId is > 0 and < GroupChat.PeerBase ? received.Ticket.PeerId : vk.World.CommunityId;
        var title = parameters.Text("title") ?? received.FileName;
        var file = vk.World.Files.Add(
            owner, received.Ticket.Kind, title, ContentTypes.ExtensionOf(received.FileName), received.Content);
        return received.Ticket.Kind switch
        {
            FileKind.Voice => new JsonObject { ["type"] = "audio_message", ["audio_message"] = FileJson.Voice(file, vk.World.Address) },
            FileKind.Graffiti => new JsonObject { ["type"] = "graffiti", ["graffiti"] = FileJson.Graffiti(file, vk.World.Address) },
            _ => new JsonObject { ["type"] = "doc", ["doc"] = FileJson.Document(file, vk.World.Address) },
        };
    }

    /// <summary>Address for a file that goes to a peer; error 901 where the peer may not be written to.</summary>
    public static string UploadUrl(VkPlatform vk, FileKind kind, string name, Parameters parameters)
    {
        var peerId = parameters.Long("peer_id") ?? 0;
        if (peerId != 0 && Recipients.Find(vk.World, peerId) is Recipient.Unreachable(var error))
            throw new VkRefusal(error);
        return new Uri(vk.World.Address, $"upload/{name}/{vk.Uploads.Issue(new UploadTicket(kind, peerId))}").ToString();
    }
}
