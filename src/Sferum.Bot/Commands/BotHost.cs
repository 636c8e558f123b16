using Microsoft.Extensions.Options;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel;
using Sferum.Bot.Privacy;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Commands;

/// <summary>
/// Puts the rooms together into one process. Settings: <c>appsettings.json</c> &lt; environment &lt; files of secrets &lt; command line.
/// </summary>
internal static class BotHost
{
    public const string DialogsPath = "Dialogs:Path";

    private const string ServiceName = "Sferum.Bot";

    /// <param name="settings">Settings on the command line, in the forms of Microsoft.Extensions.Configuration (<c>--Vk:GroupId=1</c>).</param>
    /// <param name="additions">Null for a command that speaks to no VK.</param>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> settings, Additions? additions = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = [.. settings],
            ContentRootPath = AppContext.BaseDirectory,
        });
        SecretFiles.AddTo(builder.Configuration);
        builder.Configuration.AddCommandLine([.. settings]);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        // Under systemd lines get their priority and no time, since the journal has its own; under Windows they go to its event log.
        builder.Services.AddSystemd();
        builder.Services.AddWindowsService(service => service.ServiceName = ServiceName);

        // What serves is nobody's business.
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(server => server.AddServerHeader = false);
        additions?.AddServices(builder.Services);
        return builder;
    }

    /// <summary>The bot whole: rooms, clock, what <paramref name="data"/> holds.</summary>
    public static WebApplication Build(WebApplicationBuilder builder, DataFolder data, TimeProvider clock)
    {
        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddStorage(builder.Configuration);
        services.AddMessaging();
        services.AddOrders(builder.Configuration);
        services.AddPrivacy(builder.Configuration);
        services.AddReminders();
        services.AddBroadcasts();
        services.AddTurns();
        services.AddVk(builder.Configuration);
        services.AddPanel(builder.Configuration);
        services.AddSingleton(new OrderBook(data.Orders.Files));
        services.AddSingleton(DataFolder.Reader);
        services.AddSingleton(data.Answers);
        services.AddSingleton(data.Calendar);
        services.AddSingleton(data.Reasons);
        services.AddSingleton(data.Personal);
        services.AddSingleton(provider => new DialogCore(
            data.Dialogs ?? throw new InvalidOperationException("dialogs with faults are not run"),
            provider.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone(),
            provider.GetRequiredService<AnswerDesk>().Answer));
        services.AddSingleton(provider => OrderRehearsal.For(provider, data, builder.Configuration));
        services.AddTelemetry(builder.Configuration);
        services.AddHostedService<SystemdWatchdog>();
        services.AddHealthChecks().AddCheck<ReadyCheck>(nameof(ReadyCheck));
        var app = builder.Build();

        // Before the host starts, which would log a wrong setting as a crash of its own.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapVk();
        app.MapPanel();
        return app;
    }

    /// <summary>Where <c>check</c> and <c>graph</c> look when they are not told: as <c>run</c> does.</summary>
    public static string DialogsFolder => CreateBuilder([]).Configuration[DialogsPath] ?? DataFolder.DefaultPath;

    public static DataFolder LoadData(IConfiguration configuration) => DataFolder.Load(configuration[DialogsPath] ?? DataFolder.DefaultPath);
}
