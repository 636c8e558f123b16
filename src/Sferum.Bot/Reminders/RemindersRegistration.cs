using Sferum.Bot.Storage;

namespace Sferum.Bot.Reminders;

public static class RemindersRegistration
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton<ReminderStore>();
        services.AddSingleton<DigestStore>();
        services.AddSingleton(new OldRows("digests", DigestStore.DeleteOldAsync));
        services.AddSingleton<ReminderHoldStore>();
        services.AddSingleton<ReminderOutlook>();
        services.AddSingleton(new OldRows("reminders", ReminderStore.DeleteOldAsync));
        services.AddSingleton(new OldRows("held reminders", ReminderHoldStore.DeleteOldAsync));
        return services;
    }
}
