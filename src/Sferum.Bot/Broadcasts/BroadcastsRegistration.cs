using Sferum.Bot.Storage;

namespace Sferum.Bot.Broadcasts;

public static class BroadcastsRegistration
{
    public static IServiceCollection AddBroadcasts(this IServiceCollection services)
    {
        services.AddSingleton<AudienceStore>();
        services.AddSingleton<BroadcastStore>();
        services.AddSingleton<BroadcastRunStore>();
        services.AddSingleton(new OldRows("broadcasts", BroadcastStore.DeleteOldAsync));
        return services;
    }
}
