using Microsoft.Extensions.DependencyInjection.Extensions;
using Sferum.Bot.Reports.Warnings;

namespace Sferum.Bot.Reports;

public static class ReportsRegistration
{
    /// <summary>May be called by every room that shows reports.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.TryAddSingleton<DistrictReport>();
        services.TryAddSingleton<BroadcastReport>();
        services.TryAddSingleton<MatrixReport>();
        services.TryAddSingleton<EvidenceReport>();
        services.TryAddSingleton<ReviewReport>();
        services.TryAddSingleton<InstitutionReport>();
        services.TryAddSingleton<DetailsReport>();
        services.TryAddSingleton<UnreachedReport>();
        services.TryAddSingleton<SummaryReport>();
        services.TryAddSingleton<CodesReport>();
        services.TryAddSingleton<DigestReport>();
        services.TryAddSingleton<JournalReport>();
        services.TryAddSingleton<WarningReport>();
        return services;
    }
}
