using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.Vk.Chats;

/// <summary>Those whom VK calls creator or administrator of the community (<c>vk-platform.md</c> §7.1): they hold its token anyway.</summary>
internal sealed class VkManagerSource(IVkApi api, IOptions<VkOptions> options) : IManagerSource
{
    public async Task<IReadOnlyCollection<long>?> LookAsync(CancellationToken cancellationToken) =>
        await api.GetManagersAsync(options.Value.GroupId, cancellationToken) is VkResult<ImmutableArray<VkManager>>.Ok { Value: var managers }
            ? [.. managers.Where(manager => manager.Role is "creator" or "administrator").Select(manager => manager.Id)]
            : null;
}
