using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Privacy;

public static class PrivacyRegistration
{
    /// <summary>All of the room. Needs Orders and Messaging.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsCheck>();
        services.AddSingleton<RemovedContentStore>();
        services.AddSingleton<ErasureStore>();
        services.AddSingleton<PersonalDataStore>();
        services.AddSingleton<RetentionStore>();
        services.AddSingleton(provider => new OldRows("questions", (db, now, most, token) =>
            QuestionStore.DeleteOldAsync(db, now, provider.GetRequiredService<IOptions<PrivacyOptions>>().Value.AnsweredQuestionsKept, most, token)));
        foreach (var rule in Enumerable.Range(0, RetentionStore.Names.Count))
        {
            services.AddSingleton(provider => provider.GetRequiredService<RetentionStore>().Rules()[rule]);
        }

        return services;
    }
}
