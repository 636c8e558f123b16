using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Review;

/// <summary>Reports that wait for review, one at a time, the oldest first.</summary>
internal static class ReviewEndpoints
{
    private const string Path = "/review";
    private const int MostWaiting = 1_000;
    private const int LongestReason = 300;

    public static void MapReview(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ShowAsync);
        panel.MapPost($"{Path}/{{id:long}}/accept", AcceptAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Path}/{{id:long}}/return", ReturnAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    private static Task<IResult> ShowAsync(
        HttpContext http, Database database, ReportStore reports, RosterStore roster, EvidenceReport evidence, OrderBook orders, CancellationToken cancellationToken) =>
        database.ReadAsync<IResult>(
            async (db, stop) =>
            {
                var waiting = await reports.WaitingAsync(db, MostWaiting, null, stop);
                var at = Math.Max(0, long.TryParse(http.Request.Query["report"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? IndexOf(waiting, wanted) : 0);
                ReviewedReport? shown = null;
                if (at < waiting.Count)
                {
                    var report = waiting[at];
                    var institution = (await roster.LoadAsync(db, [report.Line.InstitutionId], stop))[report.Line.InstitutionId];
                    shown = orders.FindLine(report.Line.Key, institution.Type) is { } line
                        ? new ReviewedReport(report, institution, line, [.. (await evidence.OfAsync(db, [report.Id], stop))[report.Id]])
                        : null;
                }

                return PanelPage.Of<ReviewPage>(new
                {
                    Shown = shown,
                    Place = at + 1,
                    Count = waiting.Count,
                    Before = at > 0 ? waiting[at - 1].Id : (long?)null,
                    After = at + 1 < waiting.Count ? waiting[at + 1].Id : (long?)null,
                    Said = Words(http.Request.Query["said"]),
                });
            },
            cancellationToken);

    private static async Task<IResult> AcceptAsync(
        long id, [FromForm] string? number, [FromForm] string? next, HttpContext http, DeskActions desk, CancellationToken cancellationToken) =>
        Next(id, next, "accepted", await desk.AcceptAsync(http.User.Id(), id, number ?? "", cancellationToken));

    private static async Task<IResult> ReturnAsync(
        long id, [FromForm] string? number, [FromForm] string? next, [FromForm] string? ready, [FromForm] string? words, HttpContext http, DeskActions desk, CancellationToken cancellationToken)
    {
        var reason = string.Join(". ", new[] { ready, words }.Select(part => part?.Trim()).Where(part => !string.IsNullOrEmpty(part)));
        return reason.Length is 0 or > LongestReason
            ? Next(id, id.ToString(CultureInfo.InvariantCulture), "reason", WriteResult.Done)
            : Next(id, next, "returned", await desk.ReturnAsync(http.User.Id(), id, number ?? "", reason, cancellationToken));
    }

    private static IResult Next(long id, string? next, string done, WriteResult result)
    {
        if (result == WriteResult.NotFound)
        {
            return FaultPages.NotFound;
        }

        // A newer version is looked at before it is decided.
        var said = result switch { WriteResult.Done => done, WriteResult.Outdated => "newer", _ => "decided" };
        var to = result == WriteResult.Outdated ? id : long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var other) ? other : 0;
        return PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{PanelRegistration.Root}{Path}?report={to}&said={said}"));
    }

    private static int IndexOf(IReadOnlyList<Report> waiting, long id) => waiting.TakeWhile(report => report.Id != id).Count() is var at && at < waiting.Count ? at : 0;

    private static string? Words(string? said) => said switch
    {
        "accepted" => "✓ Принято, руководителю написано.",
        "returned" => "Возвращено, руководителю написано.",
        "newer" => "Пока вы смотрели, учреждение прислало новое. Вот оно.",
        "decided" => "Этот отчёт уже проверил коллега или его отозвали.",
        "reason" => $"Укажите причину, до {LongestReason} знаков: её увидит руководитель.",
        _ => null,
    };
}

/// <summary>A report on the desk.</summary>
public sealed record ReviewedReport(Report Report, Institution Institution, OrderLine Line, IReadOnlyList<EvidenceFile> Files);
