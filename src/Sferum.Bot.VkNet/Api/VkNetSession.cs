using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sferum.Bot.Vk.Api.Calls;
using VkNet;
using VkNet.Abstractions.Core;
using VkNet.Abstractions.Utils;

namespace Sferum.Bot.VkNet.Api;

/// <summary>Builds VkNet's <see cref="VkApi"/> with its parts replaced that must not reach the bot (<c>vk-platform.md</c> §8.2).</summary>
internal static class VkNetSession
{
    /// <param name="http">Disposed of together with the session.</param>
    /// <param name="more">Further parts; what is registered wins over VkNet's own.</param>
    public static VkApi Open(IRestClient http, Action<IServiceCollection>? more = null)
    {
        // A collection of its own: VkNet adds to what it is given, and disposes of what it built from it.
        var parts = new ServiceCollection();
        parts.AddSingleton(http);
        parts.AddSingleton<IRateLimiter, AlreadyWaited>();

        // At Debug VkNet logs requests with the token; what is to be known is logged by VkCalls.
        parts.AddSingleton<ILogger>(NullLogger.Instance);
        more?.Invoke(parts);
        var vk = new VkApi(parts);
        var version = Version.Parse(VkCalls.ApiVersion);
        vk.VkApiVersion.SetVersion(version.Major, version.Minor);
        return vk;
    }

    /// <summary>VkNet writes <c>https://api.vk.com/method/NAME</c>, whatever the settings say (§1.2).</summary>
    /// <returns>The same method below the address of the settings; any other address as it is.</returns>
    public static Uri Moved(Uri asked, Uri apiBase) => asked.Host is "api.vk.com" or "api.vk.ru" && asked.Segments is [_, "method/", var method]
        ? new Uri(apiBase, method)
        : asked;
}
