using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.VkNet.Api;

namespace Sferum.Bot.VkNet;

/// <summary>Makes VkNet one of the clients that setting <c>Vk__Client</c> chooses from.</summary>
internal static class VkNetRegistration
{
    /// <summary>To be called before room <c>Vk</c> adds its own list.</summary>
    public static IServiceCollection AddVkNet(this IServiceCollection services) =>
        services.AddSingleton(VkClients.BuiltInOnly.With(VkClientKind.VkNet, Create));

    private static VkNetApi Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<VkOptions>>();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var vk = VkNetSession.Open(new VkNetHttp(clients.CreateClient, asked => VkNetSession.Moved(asked, options.Value.ApiBaseUrl)));
        return new VkNetApi(vk, provider.GetRequiredService<VkToken>(), provider.GetRequiredService<VkCalls>(), options, provider.GetRequiredService<ILogger<VkNetApi>>());
    }
}
