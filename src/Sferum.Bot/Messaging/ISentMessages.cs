namespace Sferum.Bot.Messaging;

/// <summary>What can still be done about messages that the messenger has taken. Implemented by room <c>Vk</c>.</summary>
public interface ISentMessages
{
    /// <summary>Puts other words and buttons into a message that was sent within the last 24 hours.</summary>
    /// <returns>False when the messenger would not, or could not be reached; nothing was changed then.</returns>
    Task<bool> EditAsync(long peerId, long messageId, Outgoing.Text content, CancellationToken cancellationToken);

    /// <summary>Up to which of the messages sent to them people have read.</summary>
    /// <returns>Ids of messages by peer; peers of which the messenger says nothing are missing. Null when it could not be asked.</returns>
    Task<IReadOnlyDictionary<long, long>?> ReadUpToAsync(IReadOnlyCollection<long> peerIds, CancellationToken cancellationToken);
}
