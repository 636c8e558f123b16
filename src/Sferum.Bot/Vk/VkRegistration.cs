using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Messaging.Troubles;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Api.Calls;
using Sferum.Bot.Vk.Chats;
using Sferum.Bot.Vk.Checks;
using Sferum.Bot.Vk.Files;
using Sferum.Bot.Vk.Receiving;
using Sferum.Bot.Vk.Sending;

namespace Sferum.Bot.Vk;

/// <summary>Composition of the room. Needs the inbox of <c>Messaging</c> for the receivers, and <c>Storage</c> for files that go out.</summary>
internal static class VkRegistration
{
    private const int LargestAnswer = 32 * 1024 * 1024;

    /// <summary>The API seam, the transport, the checks and files; no receiver.</summary>
    public static IServiceCollection AddVkClient(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VkOptions>().Bind(configuration.GetSection(VkOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VkOptions>, VkOptionsAttributes>();
        services.AddSingleton<IValidateOptions<VkOptions>, VkOptionsConsistency>();
        services.TryAddSingleton(TimeProvider.System);
        AddHttp(services, VkHttp.Api, options => options.ApiTimeout);
        AddHttp(services, VkHttp.Poll, options => options.LongPollWait + options.LongPollMargin);
        AddHttp(services, VkHttp.Files, options => options.FileTimeout);
        services.AddSingleton(provider => new VkRequestRate(
            provider.GetRequiredService<IOptions<VkOptions>>().Value.RequestsPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddMetrics();
        services.AddSingleton<VkMetrics>();
        services.AddSingleton(provider => new VkToken(
            configuration, provider.GetRequiredService<IOptions<VkOptions>>(), provider.GetRequiredService<ILogger<VkToken>>()));
        services.AddSingleton<VkCalls>();
        services.TryAddSingleton(VkClients.BuiltInOnly);
        services.AddSingleton(provider => provider.GetRequiredService<VkClients>()
            .Create(provider.GetRequiredService<IOptions<VkOptions>>().Value.Client, provider));
        services.AddSingleton<IMessageTransport, VkTransport>();
        services.AddSingleton<ISentMessages, VkSentMessages>();
        services.AddSingleton<VkFiles>();
        services.AddSingleton<RowFiles>();
        services.AddSingleton<IFileSource, VkFileSource>();
        services.AddSingleton<IChatSource, VkChatSource>();
        services.AddSingleton<IManagerSource, VkManagerSource>();
        services.AddSingleton<VkChecks>();
        return services;
    }

    /// <summary>All of the room: the client and both receivers, of which the settings choose one.</summary>
    public static IServiceCollection AddVk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddVkClient(configuration);
        services.AddSingleton<PollPulse>();
        services.AddSingleton<MissedMessages>();
        services.AddSingleton<CallbackEndpoint>();
        services.AddSingleton<ITroubleSign, PollSign>();
        services.AddSingleton<ITroubleSign, TokenSign>();
        services.AddHostedService<LongPollReceiver>();
        return services;
    }

    /// <summary>The address that VK calls, when events are to come so.</summary>
    public static IEndpointRouteBuilder MapVk(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<VkOptions>>().Value.Transport == VkTransportKind.Callback)
            endpoints.MapPost(CallbackEndpoint.Path, endpoints.ServiceProvider.GetRequiredService<CallbackEndpoint>().HandleAsync);
        return endpoints;
    }

    private static void AddHttp(IServiceCollection services, string name, Func<VkOptions, TimeSpan> timeout) => services
        .AddHttpClient(name)
        .ConfigureHttpClient((provider, client) =>
        {
            client.Timeout = timeout(provider.GetRequiredService<IOptions<VkOptions>>().Value);
            client.MaxResponseContentBufferSize = LargestAnswer;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // Redirects are followed by hand, each checked; VK's own calls have none.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        })

        // The socket handler renews its connections by itself.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

        // The factory's own lines at Information hold addresses, and those of polls and uploads hold keys.
        .RemoveAllLoggers();
}
