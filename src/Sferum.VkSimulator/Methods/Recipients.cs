using System.Globalization;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Methods;

/// <summary>Who may be written to (vk-platform.md §3.2, §3.3).</summary>
internal static class Recipients
{
    public static Recipient Find(VkWorld world, long peerId)
    {
        if (peerId > GroupChat.PeerBase)
        {
            return world.Chats.TryGetValue(peerId, out var chat) && chat.Bot is BotStanding.Member or BotStanding.Administrator
                ? new Recipient.Reachable(chat.Dialog)
                : new Recipient.Unreachable(VkError.Of(917));
        }

        if (peerId <= 0)
            return new Recipient.Unreachable(VkError.Of(936));
        // VK has more people than were ever added here: a stranger never wrote.
        return world.Persons.TryGetValue(peerId, out var person) && person.CanMessage
            ? new Recipient.Reachable(person.Dialog)
            : new Recipient.Unreachable(VkError.Of(901));
    }

    /// <summary>The one dialog that <c>peer_id</c> (or <c>user_id</c>) of a call names.</summary>
    public static Dialog Required(VkPlatform vk, Parameters parameters) =>
        Find(vk.World, parameters.Long("peer_id") ?? parameters.Long("user_id") ?? throw Parameters.Wrong("peer_id is undefined")) switch
        {
            Recipient.Reachable(var dialog) => dialog,
            Recipient.Unreachable(var error) => throw new VkRefusal(error),
            var other => throw new InvalidOperationException($"Unknown recipient {other}."),
        };

    /// <summary>A dialog to read: consent is not needed, only that it exists and the community is in it.</summary>
    /// <param name="refused">Error for any other peer: the methods differ (schema <c>messages/methods.json</c>).</param>
    public static Dialog Readable(VkPlatform vk, Parameters parameters, VkError refused)
    {
        var peerId = parameters.Long("peer_id") ?? parameters.Long("user_id") ?? throw Parameters.Wrong("peer_id is undefined");
        if (vk.World.Persons.TryGetValue(peerId, out var person))
            return person.Dialog;
        return Find(vk.World, peerId) is Recipient.Reachable(var dialog) ? dialog : throw new VkRefusal(refused);
    }

    /// <summary>Peers of messages.send in all its forms; null ids mean the single form, whose answer is one number.</summary>
    public static (long? Single, IReadOnlyList<long> Many) Named(Parameters parameters)
    {
        foreach (var list in (ReadOnlySpan<string>)["peer_ids", "user_ids"])
        {
            if (parameters.Has(list))
                return (null, parameters.Longs(list, 100));
        }

        var single = parameters.Long("peer_id")
            ?? parameters.Long("user_id")
            ?? (parameters.Has("chat_id") ? (long?)(GroupChat.PeerBase + parameters.Int("chat_id", 0, 0, 100_000_000)) : null)
            ?? Domain(parameters.Text("domain"));
        return single is null or 0 ? throw Parameters.Wrong("you should specify peer_id, user_id, domain, chat_id or peer_ids param") : (single, []);
    }

    private static long? Domain(string? domain)
    {
        if (domain is null)
            return null;
        return domain.StartsWith("id", StringComparison.Ordinal) &&
            long.TryParse(domain[2..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Parameters.Wrong("domain is invalid");
    }
}

internal abstract record Recipient
{
    private Recipient()
    {
    }

    public sealed record Reachable(Dialog Dialog) : Recipient;

    public sealed record Unreachable(VkError Error) : Recipient;
}
