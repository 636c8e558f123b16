namespace Sferum.Bot.Turns;

public static class TurnsRegistration
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<FactsLoader>();
        services.AddSingleton<EffectCarrier>();
        services.AddSingleton<TurnRunner>();
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<EvidenceCollector>();
        return services;
    }
}
