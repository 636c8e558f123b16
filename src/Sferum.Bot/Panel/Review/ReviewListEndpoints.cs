using System.Globalization;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Review;

/// <summary>All that waits, a page at a time, and acceptance of several at once.</summary>
internal static class ReviewListEndpoints
{
    private const string Path = "/review/all";

    public static void MapReviewList(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ShowAsync);
        panel.MapPost($"{Path}/accept", AcceptAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    /// <summary>One of <see cref="DeskActions.MostAtOnce"/> values of the form: which report, and which of its versions was on the screen.</summary>
    internal static string Choice(long reportId, string number) => string.Create(CultureInfo.InvariantCulture, $"{reportId}:{number}");

    private static async Task<IResult> ShowAsync(HttpContext http, ReviewDesk desk, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var accepted = FormValues.Number(query["accepted"]);
        LeftReport[] left = accepted is null ? [] : [.. query["left"].ToString().Split(',').Take(DeskActions.MostAtOnce).Select(LeftOf).OfType<LeftReport>()];
        return PanelPage.Of<ReviewListPage>(new
        {
            List = await desk.ListAsync((int)Math.Min(FormValues.Number(query["page"]) ?? 1, int.MaxValue), left, cancellationToken),
            Accepted = accepted,
        });
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, ReviewDesk desk, DeskActions actions, CancellationToken cancellationToken)
    {
        var form = await http.Request.ReadFormAsync(cancellationToken);
        (long, string)[] reports = [.. form["chosen"].Select(ChoiceOf).OfType<(long, string)>().DistinctBy(choice => choice.Item1)];
        if (reports.Length is 0 or > DeskActions.MostAtOnce)
        {
            return PanelPage.Of<ReviewListPage>(
                new
                {
                    List = await desk.ListAsync((int)Math.Min(FormValues.Number(form["page"]) ?? 1, int.MaxValue), [], cancellationToken),
                    Fault = $"Отметьте отчёты, которые принимаете, не больше {DeskActions.MostAtOnce}.",
                },
                StatusCodes.Status422UnprocessableEntity);
        }

        var result = await actions.AcceptAllAsync(http.User.Id(), reports, cancellationToken);
        var left = string.Join(',', result.Left.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.ReportId}-{l.Reason}"))).ToLowerInvariant();
        return PanelPage.SeeOther(string.Create(
            CultureInfo.InvariantCulture,
            $"{PanelRegistration.Root}{Path}?accepted={result.Accepted}{(left.Length > 0 ? $"&left={left}" : "")}"));
    }

    private static (long, string)? ChoiceOf(string? choice) =>
        choice?.Split(':') is [var id, { Length: > 0 and <= 40 } number] && FormValues.Number(id) is { } report and > 0 ? (report, number) : null;

    private static LeftReport? LeftOf(string text) =>
        text.Split('-') is [var id, var reason] && FormValues.Number(id) is { } report && Enum.TryParse<LeftReason>(reason, ignoreCase: true, out var why) && Enum.IsDefined(why)
            ? new LeftReport(report, why)
            : null;
}
