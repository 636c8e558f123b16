using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Sferum.Bot.Storage;

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>());
        services.AddSingleton<Database>();
        services.AddSingleton<Leadership>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<ContentStore>();
        services.AddSingleton<Backups.Backup>();
        services.AddSingleton<Backups.Restoration>();
        return services;
    }
}
