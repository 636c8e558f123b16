namespace Sferum.Bot.Messaging;

/// <summary>Who runs the community. Implemented by room <c>Vk</c>.</summary>
public interface IManagerSource
{
    /// <summary>VK numbers of those who may do anything in the community; null: it can't be told now.</summary>
    Task<IReadOnlyCollection<long>?> LookAsync(CancellationToken cancellationToken);
}
