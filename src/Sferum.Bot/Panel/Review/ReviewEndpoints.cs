using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Review;

/// <summary>Reports that wait for review, one at a time, the oldest first.</summary>
internal static class ReviewEndpoints
{
    private const string Path = "/review";
    private const int LongestReason = 300;

    public static void MapReview(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ShowAsync);
        panel.MapPost($"{Path}/{{id:long}}/accept", AcceptAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Path}/{{id:long}}/return", ReturnAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, ReviewDesk desk, CancellationToken cancellationToken) => PanelPage.Of<ReviewPage>(new
    {
        Queue = await desk.LookAsync(Number(http.Request.Query["report"]), Number(http.Request.Query["next"]), cancellationToken),
        Said = Words(http.Request.Query["said"]),
    });

    private static async Task<IResult> AcceptAsync(
        long id, [FromForm] string? number, [FromForm] string? next, HttpContext http, DeskActions actions, CancellationToken cancellationToken) =>
        Next(id, next, "accepted", (await actions.AcceptAsync(http.User.Id(), id, number ?? "", cancellationToken)).Result);

    private static async Task<IResult> ReturnAsync(
        long id,
        [FromForm] string? number,
        [FromForm] string? next,
        [FromForm] string? ready,
        [FromForm] string? words,
        HttpContext http,
        ReviewDesk desk,
        DeskActions actions,
        CancellationToken cancellationToken)
    {
        var reason = string.Join(". ", new[] { ready, words }.Select(part => part?.Trim()).Where(part => !string.IsNullOrEmpty(part)));
        if (reason.Length is > 0 and <= LongestReason)
        {
            return Next(id, next, "returned", (await actions.ReturnAsync(http.User.Id(), id, number ?? "", reason, cancellationToken)).Result);
        }

        var queue = await desk.LookAsync(id, null, cancellationToken);
        if (queue.Shown is null)
        {
            return Next(id, next, "", WriteResult.Unchanged);
        }

        // What was typed stays in the form.
        return PanelPage.Of<ReviewPage>(
            new
            {
                Queue = queue,
                Chosen = ready,
                Typed = words,
                Fault = $"Укажите причину, до {LongestReason} знаков: её увидит руководитель.",
            },
            StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Next(long id, string? next, string done, WriteResult result)
    {
        if (result == WriteResult.NotFound)
        {
            return FaultPages.NotFound;
        }

        // A newer version is looked at before it is decided.
        var said = result switch { WriteResult.Done => done, WriteResult.Outdated => "newer", _ => "decided" };
        var to = result == WriteResult.Outdated ? $"report={id.ToString(CultureInfo.InvariantCulture)}"
            : Number(next) is { } other ? $"next={other.ToString(CultureInfo.InvariantCulture)}"
            : "next=0";
        return PanelPage.SeeOther($"{PanelRegistration.Root}{Path}?{to}&said={said}");
    }

    private static long? Number(string? text) => FormValues.Number(text) is { } number and > 0 ? number : null;

    private static string? Words(string? said) => said switch
    {
        "accepted" => "✓ Принято, руководителю написано.",
        "returned" => "Возвращено, руководителю написано.",
        "newer" => "Пока вы смотрели, учреждение прислало новое. Вот оно.",
        "decided" => "Тот отчёт уже проверен или отозван: решение не записано.",
        _ => null,
    };
}
