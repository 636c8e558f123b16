using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Panel.Access;
using Sferum.Bot.Panel.Broadcasts;
using Sferum.Bot.Panel.Codes;
using Sferum.Bot.Panel.Evidence;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Panel.Institutions;
using Sferum.Bot.Panel.Journal;
using Sferum.Bot.Panel.Matrix;
using Sferum.Bot.Panel.OrderFiles;
using Sferum.Bot.Panel.Papers;
using Sferum.Bot.Panel.Questions;
using Sferum.Bot.Panel.Reminders;
using Sferum.Bot.Panel.Review;
using Sferum.Bot.Panel.SignIn;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel;

/// <summary>
/// The specialist's desk as web pages, rendered on the server. Served where <c>Panel:Enabled</c> says so; not said, only
/// where the program listens on its own machine alone: nobody opens it to the world without having meant it.
/// </summary>
public static class PanelRegistration
{
    public const string Root = "/panel";

    internal const string EnterLimit = "panel.enter";

    private const int EntersAMinute = 30;

    private const string AnyLimit = "panel.any";

    /// <summary>Nobody works so fast; a page that looks for news asks 15 times.</summary>
    private const int RequestsAMinute = 600;

    public static IServiceCollection AddPanel(this IServiceCollection services, IConfiguration configuration)
    {
        if (!IsServed(configuration))
        {
            // Switched off, it has no address to hand out either.
            services.PostConfigure<PanelOptions>(options => options.PublicUrl = options.Enabled is false ? null : options.PublicUrl);
            services.AddOptions<PanelOptions>().Validate(
                options => options.PublicUrl is null,
                "Panel__PublicUrl указан, но программа слушает не только свою машину, и панель поэтому выключена. Включите её: Panel__Enabled=true. Или уберите адрес.");
            return services;
        }

        services.AddReports();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PanelOptions>>((headers, panel) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            if (panel.Value.Proxies.Count > 0)
            {
                headers.KnownIPNetworks.Clear();
                headers.KnownProxies.Clear();
                foreach (var proxy in panel.Value.Proxies)
                {
                    headers.KnownProxies.Add(IPAddress.Parse(proxy));
                }
            }
        });
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<PanelCookies>();
        services.AddSingleton<PanelTime>();
        services.AddSingleton<Review.ReviewDesk>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<OrderRehearsals>();
        services.AddSingleton<SendingTime>();
        services.AddSingleton<Composing>();
        services.AddSingleton<QuestionDesk>();
        services.AddAuthentication(SessionHandler.Scheme).AddScheme<PanelSchemeOptions, SessionHandler>(SessionHandler.Scheme, null);
        services.AddAuthorization(PanelPolicies.Add);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) => new ValueTask(FaultPages.TooMany.ExecuteAsync(rejected.HttpContext));
            limiter.AddPolicy(AnyLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.User.Identity?.IsAuthenticated == true ? (object)http.User.Id() : http.Connection.RemoteIpAddress ?? IPAddress.None,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.AddPolicy(EnterLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress ?? IPAddress.None,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = EntersAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
        return services;
    }

    public static void MapPanel(this WebApplication app)
    {
        if (!IsServed(app.Configuration))
        {
            return;
        }

        app.UseForwardedHeaders();

        // Headers first, then pages for faults, so that whatever refuses or breaks behind them has both.
        app.UseRouting();
        app.Use(PanelHeaders.AddAsync);
        app.UseMiddleware<FaultHandler>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        var panel = app.MapGroup(Root).RequireAuthorization(PanelPolicies.See).RequireRateLimiting(AnyLimit).AddEndpointFilter(CsrfToken.CheckAsync).AddEndpointFilter(TellOriginAsync);
        panel.MapSignIn();
        panel.MapMatrix();
        panel.MapAccess();
        panel.MapInstitutions();
        panel.MapReview();
        panel.MapReviewList();
        panel.MapOrders();
        panel.MapEvidence();
        panel.MapBroadcasts();
        panel.MapReminders();
        panel.MapQuestions();
        panel.MapPapers();
        panel.MapCodes();
        panel.MapJournal();
        panel.MapGet("/assets/{name}", PanelAssets.Get).AllowAnonymous();
        panel.MapFallback("/{**rest}", () => FaultPages.NotFound);
    }

    /// <summary>What is journaled of a request says that it came from here.</summary>
    private static async ValueTask<object?> TellOriginAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        JournalOrigin.Begin(JournalOrigin.Panel);
        return await next(context);
    }

    /// <summary>See <see cref="PanelOptions.Enabled"/>.</summary>
    internal static bool IsServed(IConfiguration configuration) =>
        configuration.GetValue<bool?>($"{PanelOptions.Section}:{nameof(PanelOptions.Enabled)}")
        ?? (!configuration.GetSection("Kestrel:Endpoints").Exists() && configuration["Urls"] switch
        {
            { Length: > 0 } urls => urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsLoopback),

            // Without addresses the server takes these ports, on every interface.
            _ => string.IsNullOrEmpty(configuration["HTTP_PORTS"]) && string.IsNullOrEmpty(configuration["HTTPS_PORTS"]),
        });

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
