using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Orders.Compiling;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

public static class OrdersRegistration
{
    /// <summary>All of the room. Needs an <see cref="OrderBook"/>, an <see cref="OrderReader"/> and a <see cref="ProductionCalendar"/>.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OfficeOptions>().Bind(configuration.GetSection(OfficeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<OfficeOptions>, OfficeOptionsCheck>();
        services.AddSingleton<JournalStore>();
        services.AddSingleton<OrderVersionStore>();
        services.AddSingleton<OrdersInForce>();
        services.AddSingleton<RosterStore>();
        services.AddSingleton<PersonStore>();
        services.AddSingleton<ClaimStore>();
        services.AddSingleton<MembershipStore>();
        services.AddSingleton<TeacherStore>();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<PromiseStore>();
        services.AddSingleton<LineDecisionStore>();
        services.AddSingleton<DistrictStore>();
        services.AddSingleton<CertificateStore>();
        services.AddSingleton<ChatStore>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<PrintStore>();
        services.AddSingleton<QuestionStore>();
        services.AddSingleton<SavedAnswerStore>();
        services.AddSingleton<CommunityManagers>();
        services.AddSingleton<SubstituteStore>();
        services.AddOptions<PanelOptions>().Bind(configuration.GetSection(PanelOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PanelOptions>, PanelOptionsCheck>();
        services.AddSingleton<PanelAccessStore>();
        services.AddSingleton(new OldRows("links and sessions of the panel", PanelAccessStore.DeleteOldAsync));
        services.AddSingleton<OfficeHours>();
        services.AddSingleton(provider =>
        {
            var office = provider.GetRequiredService<IOptions<OfficeOptions>>().Value;
            return new UnaskedHours(provider.GetRequiredService<ProductionCalendar>(), office.GetZone(), office.UnaskedFrom, office.UnaskedUntil);
        });
        return services;
    }
}
