using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Panel.Matrix;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Broadcasts;

/// <summary>What the specialist writes to many: written, looked at before it goes, and followed.</summary>
internal static class BroadcastEndpoints
{
    private const string Path = "/broadcasts";
    private const string Route = $"{Path}/{{id:long}}";
    private const int MostListed = 50;
    private const int MostUnreached = 200;

    public static void MapBroadcasts(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ListAsync);
        panel.MapGet($"{Path}/new", NewAsync);
        panel.MapPost(Path, SendAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Path}/preview", PreviewAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Path}/test", TestAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapGet(Route, ShowAsync);
        panel.MapGet($"{Route}/version", VersionAsync);
        panel.MapGet($"{Route}/fates.xlsx", DownloadAsync);
        panel.MapPost($"{Route}/steer", SteerAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    private static async Task<IResult> ListAsync(Database database, BroadcastStore broadcasts, CancellationToken cancellationToken) => PanelPage.Of<BroadcastsPage>(
        new { Broadcasts = await database.ReadAsync((db, stop) => broadcasts.LastAsync(db, MostListed, null, stop), cancellationToken) });

    private static async Task<IResult> ShowAsync(long id, HttpContext http, Database database, BroadcastStore broadcasts, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async (db, stop) => await broadcasts.FindAsync(db, id, stop) is { } broadcast
                ? (broadcast, await CountAsync(broadcasts, db, id, stop), await broadcasts.FatesAsync(db, id, [.. RecipientState.NotReached], MostUnreached, stop))
                : ((Broadcast, BroadcastCount, IReadOnlyList<RecipientFate>)?)null,
            cancellationToken);
        return found is ({ } shown, { } count, { } unreached)
            ? PanelPage.Of<BroadcastPage>(new { Broadcast = shown, Count = count, Unreached = unreached, Version = VersionOf(shown, count), Said = Words(http.Request.Query["said"]) })
            : FaultPages.NotFound;
    }

    /// <summary>Its page asks here whether it is still true.</summary>
    private static async Task<IResult> VersionAsync(long id, HttpContext http, Database database, BroadcastStore broadcasts, CancellationToken cancellationToken)
    {
        var version = await database.ReadAsync(
            async (db, stop) => await broadcasts.FindAsync(db, id, stop) is { } broadcast ? VersionOf(broadcast, await CountAsync(broadcasts, db, id, stop)) : null, cancellationToken);
        return version is null ? FaultPages.NotFound : PageVersion.Answer(http, version);
    }

    private static async Task<IResult> DownloadAsync(
        long id, Database database, BroadcastStore broadcasts, BroadcastReport report, PanelTime time, CancellationToken cancellationToken)
    {
        var table = await database.ReadAsync(
            async (db, stop) => await broadcasts.FindAsync(db, id, stop) is not null ? await report.OfAsync(db, id, stop) : null, cancellationToken);
        return table is null ? FaultPages.NotFound : TableFile.Of(table, TableFile.Xlsx, time, string.Create(CultureInfo.InvariantCulture, $"{table.Name} {id}"));
    }

    private static async Task<IResult> SteerAsync(
        long id, [FromForm] string? step, HttpContext http, Database database, BroadcastStore broadcasts, DeskActions desk, CancellationToken cancellationToken)
    {
        if (await database.ReadAsync((db, stop) => broadcasts.FindAsync(db, id, stop), cancellationToken) is not { } before)
        {
            return FaultPages.NotFound;
        }

        var me = http.User.Id();
        DeskResult? result = step switch
        {
            "pause" => await desk.PauseBroadcastAsync(me, id, cancellationToken),
            "resume" => await desk.ResumeBroadcastAsync(me, id, cancellationToken),
            "cancel" => await desk.CancelBroadcastAsync(me, id, cancellationToken),
            _ => null,
        };
        if (result is null)
        {
            return FaultPages.NotFound;
        }

        // Whoever was quicker: what is so now is shown.
        var after = await database.ReadAsync((db, stop) => broadcasts.GetAsync(db, id, stop), cancellationToken);
        return SeePage(id, after.State == before.State ? "unchanged" : after.State);
    }

    /// <summary>An empty form, or one with what the address names: who stood in the table, or an earlier broadcast.</summary>
    private static async Task<IResult> NewAsync(
        HttpContext http, Database database, BroadcastStore broadcasts, MatrixReport matrix, OrderBook orders, Composing composing, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var form = ComposeForm.Empty with { Draft = ComposeForm.NewDraft() };
        var view = MatrixView.Of(query, orders);
        if (LikeOf(query["unreached"]) is { } missed)
        {
            form = form with { To = ComposeForm.Unreached, Like = missed };
        }
        else if (LikeOf(query["again"]) is { } again)
        {
            form = form with { To = ComposeForm.Same, Like = again };
        }
        else if (view.Text.Length > 0)
        {
            var named = await database.ReadAsync((db, stop) => matrix.OfAsync(db, view.Query with { Status = view.Status ?? DistrictStatus.Open }, stop), cancellationToken);
            form = form with { To = ComposeForm.Picked, Institutions = ComposeForm.Join(named.Rows.Select(row => row.Institution.Id)), Text = ComposePage.ReminderText };
        }
        else if (query.ContainsKey("type") || query.ContainsKey("point") || query.ContainsKey("status"))
        {
            form = form with
            {
                To = ComposeForm.Standing,
                Types = view.Type is { } type ? [type] : [],
                Point = view.Point,
                Status = view.Status ?? DistrictStatus.Open,
                Text = ComposePage.ReminderText,
            };
        }

        if (form.Like > 0)
        {
            form = form with { Text = (await database.ReadAsync((db, stop) => broadcasts.FindAsync(db, form.Like, stop), cancellationToken))?.Body ?? "" };
        }

        return await composing.PageAsync(form, null, StatusCodes.Status200OK, cancellationToken);
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, OrderBook orders, Composing composing, CancellationToken cancellationToken) =>
        await composing.PageAsync(await FormOfAsync(http, orders, cancellationToken), null, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> TestAsync(HttpContext http, OrderBook orders, Composing composing, DeskActions desk, CancellationToken cancellationToken)
    {
        var form = await FormOfAsync(http, orders, cancellationToken);
        var mailing = await composing.LookAsync(form, cancellationToken);
        if (Composing.FaultOf(form, mailing) is { } fault)
        {
            return await composing.PageAsync(form, fault, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (mailing?.Audience is { } audience)
        {
            await desk.TestBroadcastAsync(http.User.Id(), audience, form.Text, cancellationToken);
        }

        return await composing.PageAsync(form, null, StatusCodes.Status200OK, cancellationToken, said: "Пробное сообщение отправлено вам во ВКонтакте. Больше никому оно не ушло.");
    }

    private static async Task<IResult> SendAsync(
        HttpContext http, Database database, BroadcastStore broadcasts, OrderBook orders, Composing composing, SendingTime times, DeskActions desk, CancellationToken cancellationToken)
    {
        var form = await FormOfAsync(http, orders, cancellationToken);
        var me = http.User.Id();
        Task<Broadcast?> SentAsync() => database.ReadAsync((db, stop) => broadcasts.FindAsync(db, me, form.Draft, stop), cancellationToken);
        if (await SentAsync() is { } before)
        {
            return await SeenAsync(before);
        }

        var mailing = await composing.LookAsync(form, cancellationToken);
        if ((Composing.FaultOf(form, mailing) ?? times.FaultOf(form) ?? Composing.DoubtOf(form, mailing)) is { } fault)
        {
            // Another press of this form may have been quicker, and its broadcast be what raises the doubt.
            return await SentAsync() is { } first ? await SeenAsync(first) : await RefuseAsync(fault, form.Draft);
        }

        var result = mailing?.Audience is { } audience
            ? await desk.PlanBroadcastAsync(me, form.Draft, audience, form.Text, form.Urgent, form.Time, cancellationToken)
            : new DeskResult(WriteResult.NotFound, 0);
        return result.Result == WriteResult.NotAllowed ? FaultPages.Forbidden
            : await SentAsync() is { } planned ? SeePage(planned.Id, "planned")
            : await RefuseAsync("Не получилось: здесь что-то изменилось. Проверьте и повторите.", form.Draft);

        async Task<IResult> SeenAsync(Broadcast sent) => sent.Body == form.Text ? SeePage(sent.Id, "planned") : await RefuseAsync(
            "Эта форма уже отправлена с другим текстом, та рассылка осталась как была. Если нужна ещё одна, проверьте и отправьте снова.", ComposeForm.NewDraft());

        Task<IResult> RefuseAsync(string fault, string draft) => composing.PageAsync(form with { Draft = draft }, fault, StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }

    private static async Task<ComposeForm> FormOfAsync(HttpContext http, OrderBook orders, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        return ComposeForm.Of(name => fields[name], orders);
    }

    private static async Task<BroadcastCount> CountAsync(BroadcastStore broadcasts, LinqToDB.Data.DataConnection db, long id, CancellationToken cancellationToken) =>
        (await broadcasts.CountAsync(db, [id], cancellationToken)).GetValueOrDefault(id) ?? BroadcastCount.None;

    /// <summary>Another one when anything that its page shows has changed.</summary>
    private static string VersionOf(Broadcast broadcast, BroadcastCount count) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{broadcast.State} {count}")))[..16];

    private static IResult SeePage(long id, string said) => PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{PanelRegistration.Root}{Path}/{id}?said={said}"));

    private static long? LikeOf(string? id) => FormValues.Number(id) is { } number and > 0 ? number : null;

    private static string? Words(string? said) => said switch
    {
        BroadcastState.Planned => "Рассылка принята.",
        BroadcastState.Running => "Продолжили.",
        BroadcastState.Paused => "Поставили на паузу: что ещё не ушло, ждёт.",
        BroadcastState.Cancelled => "Отменили: больше никому не уйдёт.",
        "unchanged" => "Ничего не изменилось: рассылка уже в другом состоянии. Вот оно.",
        _ => null,
    };
}
