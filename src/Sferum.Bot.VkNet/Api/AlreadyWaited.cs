using VkNet.Abstractions.Core;

namespace Sferum.Bot.VkNet.Api;

/// <summary>
/// In the place of VkNet's limiter, which counts polls among the calls and swallows cancellation (<c>vk-platform.md</c>
/// §8.3): whoever calls has waited for his place at <see cref="Sferum.Bot.Vk.Api.VkRequestRate"/> before.
/// </summary>
internal sealed class AlreadyWaited : IRateLimiter
{
    public Task Perform(Func<Task> perform, CancellationToken cancellationToken) => perform();

    public Task<T> Perform<T>(Func<Task<T>> perform, CancellationToken cancellationToken) => perform();

    public Task Perform(Action perform, CancellationToken cancellationToken)
    {
        perform();
        return Task.CompletedTask;
    }

    public Task<T> Perform<T>(Func<T> perform, CancellationToken cancellationToken) => Task.FromResult(perform());

    /// <summary>The rate is a setting of the bot.</summary>
    public void SetRate(int number, TimeSpan timeSpan)
    {
    }
}
