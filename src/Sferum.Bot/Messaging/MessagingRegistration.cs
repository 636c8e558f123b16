namespace Sferum.Bot.Messaging;

public static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<PeerStore>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<DeadLetterStore>();
        services.AddSingleton<PipelineReport>();
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<Housekeeper>();
        return services;
    }
}
