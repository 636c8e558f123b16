using Sferum.Bot.Reports;

namespace Sferum.Bot.Turns;

public static class TurnsRegistration
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddHostedService<OrderWatcher>();
        services.AddSingleton<AnswerDesk>();
        services.AddHostedService<AnswerWarmUp>();
        services.AddHostedService<SavedAnswerWatcher>();
        services.AddHostedService<ManagerLooker>();
        services.AddHostedService<TroubleWatch>();
        services.AddSingleton<FactsLoader>();
        services.AddSingleton<DeskFactsLoader>();
        services.AddSingleton<OverviewLoader>();
        services.AddSingleton<NoticeWriter>();
        services.AddSingleton<ReportEffects>();
        services.AddSingleton<PeopleEffects>();
        services.AddSingleton<QuestionEffects>();
        services.AddSingleton<ChatEffects>();
        services.AddSingleton<TeacherEffects>();
        services.AddSingleton<LineEffects>();
        services.AddSingleton<BroadcastLetters>();
        services.AddSingleton<MailingLoader>();
        services.AddSingleton<MailingDesk>();
        services.AddSingleton<BroadcastEffects>();
        services.AddReports();
        services.AddSingleton<TableEffects>();
        services.AddSingleton<PanelEffects>();
        services.AddSingleton<PrivacyEffects>();
        services.AddSingleton<EffectCarrier>();
        services.AddSingleton<DeskActions>();
        services.AddSingleton<TurnRunner>();
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<EvidenceCollector>();
        services.AddHostedService<EvidencePrinter>();
        services.AddHostedService<ChatLooker>();
        services.AddSingleton<EscalationNews>();
        services.AddSingleton<DigestSender>();
        services.AddSingleton<ReminderSender>();
        services.AddHostedService(provider => provider.GetRequiredService<ReminderSender>());
        services.AddSingleton<BroadcastSender>();
        services.AddHostedService(provider => provider.GetRequiredService<BroadcastSender>());
        return services;
    }
}
