using Sferum.Bot.Messaging.Troubles;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging;

public static class MessagingRegistration
{
    /// <summary>The stores alone, for commands that only look.</summary>
    public static IServiceCollection AddMessagingStores(this IServiceCollection services)
    {
        services.AddSingleton<InboxSignal>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<InboxStore>();
        services.AddSingleton<PeerStore>();
        services.AddSingleton<ConversationStore>();
        services.AddSingleton<TalkStore>();
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<BroadcastHoldStore>();
        services.AddSingleton<DeadLetterStore>();
        services.AddSingleton<PipelineReport>();
        return services;
    }

    /// <summary>All of the room. Needs an <see cref="IMessageTransport"/>.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddMessagingStores();
        services.AddMetrics();
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<UnaskedDayStore>();
        services.AddSingleton<HeldUpStore>();
        services.AddSingleton<Gate>();
        services.AddSingleton<SentStore>();
        services.AddSingleton(new OldRows("days of unasked messages", UnaskedDayStore.DeleteOldAsync));
        services.AddOptions<TroubleOptions>().BindConfiguration(TroubleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TroubleStore>();
        services.AddSingleton<ITroubleSign, OldOutboxSign>();
        services.AddSingleton<ITroubleSign, DeadLetterSign>();
        services.AddSingleton<ITroubleSign, DiskSign>();
        services.AddHostedService<OutboxSender>();
        services.AddHostedService<Housekeeper>();
        services.AddHostedService<QueueSweeper>();
        return services;
    }
}
