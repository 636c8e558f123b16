using Microsoft.AspNetCore.Http.HttpResults;

namespace Sferum.Bot.Panel.Faults;

/// <summary>Nobody sees an empty page: a crash and a refusal without words get a page here. Outside the panel it does nothing.</summary>
internal sealed class FaultHandler(RequestDelegate next, ILogger<FaultHandler> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(PanelRegistration.Root))
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null, ContentType: null })
            {
                await ShowAsync(http, FaultPages.Refused(http.Response.StatusCode));
            }
        }
        catch (BadHttpRequestException fault) when (CanAnswer(http))
        {
            http.Response.Clear();
            await ShowAsync(http, FaultPages.Refused(fault.StatusCode));
        }
        catch (Exception fault) when (CanAnswer(http))
        {
            // The route, not the address: that of a link to sign in is a secret.
            logger.RequestFailed(fault, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route");
            http.Response.Clear();
            await ShowAsync(http, FaultPages.Crashed);
        }
    }

    /// <summary>Whoever has left needs no page, and one half sent can't become another.</summary>
    private static bool CanAnswer(HttpContext http) => !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested;

    /// <summary>With services of its own: the renderer of this request may have broken in the middle of a page.</summary>
    private static async Task ShowAsync(HttpContext http, RazorComponentResult page)
    {
        var before = http.RequestServices;
        await using var scope = before.CreateAsyncScope();
        try
        {
            http.RequestServices = scope.ServiceProvider;
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = before;
        }
    }
}
