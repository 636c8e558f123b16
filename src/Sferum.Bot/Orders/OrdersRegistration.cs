using Microsoft.Extensions.Options;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

public static class OrdersRegistration
{
    public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OfficeOptions>().Bind(configuration.GetSection(OfficeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<OfficeOptions>, OfficeOptionsCheck>();
        services.AddSingleton<JournalStore>();
        services.AddSingleton<RosterStore>();
        services.AddSingleton<PersonStore>();
        services.AddSingleton<ClaimStore>();
        services.AddSingleton<MembershipStore>();
        services.AddSingleton<TeacherStore>();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<PromiseStore>();
        services.AddSingleton<DistrictStore>();
        services.AddSingleton<CertificateStore>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<QuestionStore>();
        services.AddSingleton<SavedAnswerStore>();
        services.AddSingleton<OfficeHours>();
        services.AddSingleton(new OldRows("questions", QuestionStore.DeleteOldAsync));
        return services;
    }
}
