using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sferum.Bot.Messaging;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Commands;

/// <summary>
/// What the bot tells about itself: metrics at <c>/metrics</c> in the form of Prometheus, traces to wherever the
/// standard setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> points, and to nobody without it.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Seconds; replies are a matter of milliseconds, an outage one of minutes.</summary>
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

    /// <summary>
    /// Of one measure: methods of VK times codes of its errors are some hundred. Room for all of them is held from the start, by
    /// default for 2,000 each, which is 7 MB.
    /// </summary>
    private const int MostSeries = 500;

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("sferum-bot"))
            .WithMetrics(metrics => metrics
                .AddMeter(PipelineMetrics.MeterName, PipelineDepth.MeterName, VkMetrics.MeterName, "System.Runtime", "Npgsql")
                .AddView(instrument => instrument.Unit == "s"
                    ? new ExplicitBucketHistogramConfiguration { Boundaries = Buckets, CardinalityLimit = MostSeries }
                    : new MetricStreamConfiguration { CardinalityLimit = MostSeries })
                .AddPrometheusExporter(prometheus => prometheus.ScrapeResponseCacheDurationMilliseconds = 1000));
        if (!string.IsNullOrEmpty(configuration[Endpoint]))
        {
            telemetry.WithTracing(tracing => tracing
                .AddSource(PipelineSteps.SourceName, StorageSteps.SourceName, "Npgsql")
                .AddOtlpExporter());
        }

        services.AddSingleton<PipelineDepth>();
        services.AddHostedService(provider => provider.GetRequiredService<PipelineDepth>());
        return services;
    }
}
