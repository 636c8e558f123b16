using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>Orders: those in force, uploaded ones, and from when these are in force.</summary>
internal static class OrderEndpoints
{
    public const string Root = $"{PanelRegistration.Root}{Path}";

    private const string Path = "/orders";
    private const string One = $"{Path}/{{id:long}}";

    public static void MapOrders(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ListAsync);
        panel.MapPost(Path, UploadAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(OrderUpload.MostBytesOfForm));
        panel.MapGet($"{Path}/edit", EditAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapGet($"{Path}/standing", ShowStandingAsync);
        panel.MapGet(One, ShowAsync);
        panel.MapGet($"{One}/force", AskForceAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{One}/force", ForceAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapGet($"{Path}/end", AskEndAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Path}/end", EndAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{One}/rehearse", RehearseAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{One}/rehearse/stop", StopRehearsal).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Path}/terms/{{id:long}}/revoke", RevokeAsync).RequireAuthorization(PanelPolicies.Decide);
    }

    private static async Task<IResult> ListAsync(HttpContext http, OrderDesk desk, CancellationToken cancellationToken) =>
        PanelPage.Of<OrdersPage>(new { List = await desk.ListAsync(cancellationToken), Said = Words(http.Request.Query["said"]) });

    private static async Task<IResult> UploadAsync(
        [FromForm] string? text, HttpContext http, OrderDesk desk, Database database, OrderVersionStore versions, CancellationToken cancellationToken)
    {
        // Not as a parameter, with which the address would be there for forms with files only.
        switch (await OrderUpload.ReadAsync(http.Request.Form.Files["file"], text, cancellationToken))
        {
            case OrderUpload.Refused refused:
                return Wrong(refused.Typed, refused.Fault, []);
            case OrderUpload.Text { Value: var typed }:
                if (desk.Read(typed, out var faults) is not { } order)
                {
                    return Wrong(typed, null, faults);
                }

                var (result, id) = await database.InTransactionAsync((db, stop) => versions.AddAsync(db, http.User.Id(), order, stop), cancellationToken);
                return result == WriteResult.NotAllowed
                    ? FaultPages.Forbidden
                    : PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Root}/{id}?said={(result == WriteResult.Done ? "uploaded" : "same")}"));
            case var unknown:
                throw new InvalidOperationException($"unknown upload {unknown.GetType().Name}");
        }
    }

    private static RazorComponentResult Wrong(string text, string? fault, ImmutableArray<OrderFault> faults) => PanelPage.Of<OrderEditPage>(
        new { Text = text, Fault = fault, Faults = faults }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>A text to begin with: that of a version, that in force of a number, or none.</summary>
    private static async Task<IResult> EditAsync(long? version, string? order, OrderDesk desk, OrderBook book, CancellationToken cancellationToken)
    {
        var text = version is { } id ? await desk.TextOfAsync(id, cancellationToken) : order is null ? "" : book.Now.Find(order)?.File;
        if (text is null)
        {
            return FaultPages.NotFound;
        }

        // What this program does not understand any more is told at once.
        var faults = ImmutableArray<OrderFault>.Empty;
        if (text.Length > 0)
        {
            desk.Read(text, out faults);
        }

        return PanelPage.Of<OrderEditPage>(new { Text = text, Faults = faults });
    }

    private static async Task<IResult> ShowStandingAsync(string? order, OrderDesk desk, OrderRehearsals rehearsals, CancellationToken cancellationToken) =>
        await PageAsync(await desk.ViewAsync(order ?? "", null, cancellationToken), null, desk, rehearsals, cancellationToken);

    private static async Task<IResult> ShowAsync(long id, HttpContext http, OrderDesk desk, OrderRehearsals rehearsals, CancellationToken cancellationToken)
    {
        if (await desk.ViewAsync(id, null, cancellationToken) is { } view)
        {
            return await PageAsync(view, Words(http.Request.Query["said"]), desk, rehearsals, cancellationToken);
        }

        return await desk.TextOfAsync(id, cancellationToken) is null || !http.User.MayDecide()
            ? FaultPages.NotFound
            : PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{Root}/edit?version={id}"));
    }

    private static async Task<IResult> PageAsync(
        OrderView? view, string? said, OrderDesk desk, OrderRehearsals rehearsals, CancellationToken cancellationToken) => view is null
        ? FaultPages.NotFound
        : PanelPage.Of<OrderPage>(new { View = view, Previews = await desk.PreviewAsync(view.Order, view.FirstDay, cancellationToken), Run = rehearsals.Of(view.Version?.Id), Said = said });

    private static async Task<IResult> AskForceAsync(long id, string? since, OrderDesk desk, PanelTime time, CancellationToken cancellationToken) =>
        await ForcePageAsync(id, FormValues.Day(since) ?? time.Today, null, desk, cancellationToken);

    private static async Task<IResult> ForcePageAsync(long id, DateOnly since, string? fault, OrderDesk desk, CancellationToken cancellationToken) =>
        await desk.ViewAsync(id, since, cancellationToken) is { } view
            ? PanelPage.Of<OrderForcePage>(new { View = view, Since = since, Fault = fault }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : FaultPages.NotFound;

    private static async Task<IResult> ForceAsync(
        long id,
        [FromForm] string? since,
        [FromForm] long? seen,
        HttpContext http,
        Database database,
        OrderVersionStore versions,
        OrdersInForce orders,
        OrderDesk desk,
        PanelTime time,
        CancellationToken cancellationToken)
    {
        var day = FormValues.Day(since);
        var result = day is { } first
            ? await database.InTransactionAsync((db, stop) => versions.PutInForceAsync(db, http.User.Id(), id, first, seen ?? 0, stop), cancellationToken)
            : WriteResult.Incomplete;
        return await AfterAsync(result, "forced", fault => ForcePageAsync(id, day ?? time.Today, fault, desk, cancellationToken), orders, cancellationToken);
    }

    private static async Task<IResult> AskEndAsync(string? order, OrderDesk desk, PanelTime time, CancellationToken cancellationToken) =>
        await EndPageAsync(order, time.Today, null, desk, cancellationToken);

    private static async Task<IResult> EndPageAsync(string? order, DateOnly since, string? fault, OrderDesk desk, CancellationToken cancellationToken) =>
        await desk.ViewAsync(order ?? "", since, cancellationToken) is { } view
            ? PanelPage.Of<OrderEndPage>(new { View = view, Since = since, Fault = fault }, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : FaultPages.NotFound;

    private static async Task<IResult> EndAsync(
        [FromForm] string? order,
        [FromForm] string? since,
        [FromForm] long? seen,
        HttpContext http,
        Database database,
        OrderVersionStore versions,
        OrdersInForce orders,
        OrderBook book,
        OrderDesk desk,
        PanelTime time,
        CancellationToken cancellationToken)
    {
        if (book.Now.Find(order ?? "") is not { Number: var number })
        {
            return FaultPages.NotFound;
        }

        var day = FormValues.Day(since);
        var result = day is { } first
            ? await database.InTransactionAsync((db, stop) => versions.EndAsync(db, http.User.Id(), number, first, seen ?? 0, stop), cancellationToken)
            : WriteResult.Incomplete;
        return await AfterAsync(result, "ended", fault => EndPageAsync(number, day ?? time.Today, fault, desk, cancellationToken), orders, cancellationToken);
    }

    private static async Task<IResult> RehearseAsync(long id, OrderDesk desk, OrderRehearsals rehearsals, CancellationToken cancellationToken) =>
        await desk.ViewAsync(id, null, cancellationToken) is { } view
            ? Rehearsal(id, rehearsals.Begin(id, view.Order) ? null : "busy")
            : FaultPages.NotFound;

    private static IResult StopRehearsal(long id, OrderRehearsals rehearsals)
    {
        rehearsals.Stop(id);
        return Rehearsal(id, null);
    }

    private static IResult Rehearsal(long id, string? said) => PanelPage.SeeOther(
        string.Create(CultureInfo.InvariantCulture, $"{Root}/{id}{(said is null ? "" : $"?said={said}")}#rehearsal"));

    private static async Task<IResult> RevokeAsync(
        long id, HttpContext http, Database database, OrderVersionStore versions, OrdersInForce orders, CancellationToken cancellationToken) =>
        await AfterAsync(
            await database.InTransactionAsync((db, stop) => versions.RevokeAsync(db, http.User.Id(), id, stop), cancellationToken),
            "revoked",
            _ => Task.FromResult(PanelPage.SeeOther($"{Root}?said=late")),
            orders,
            cancellationToken);

    /// <summary>The list as it is from now on, or the same page with what stands in the way.</summary>
    private static async Task<IResult> AfterAsync(
        WriteResult result, string said, Func<string, Task<IResult>> again, OrdersInForce orders, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case WriteResult.Done:
                // This process need not wait for its watcher: the next page is to tell the truth.
                await orders.LookAsync(cancellationToken);
                return PanelPage.SeeOther($"{Root}?said={said}");
            case WriteResult.NotFound:
                return FaultPages.NotFound;
            case WriteResult.NotAllowed:
                return FaultPages.Forbidden;
            case WriteResult.Outdated:
                return await again("Пока вы смотрели, об этом приказе решили другое. Вот как стало: проверьте и подтвердите ещё раз.");
            case WriteResult.Unchanged:
                return await again("");
            default:
                return await again($"Укажите день: не раньше сегодняшнего и не дальше {OrderVersionStore.FurthestDays} дней.");
        }
    }

    private static string? Words(string? said) => said switch
    {
        "uploaded" => "Ошибок нет, приказ сохранён как черновик. В силу он пока не введён: руководители его не видят.",
        "same" => "Этот текст уже загружен, ничего не изменилось.",
        "forced" => "Готово: приказ вводится в силу.",
        "ended" => "Готово: приказ заканчивается.",
        "revoked" => "Решение отменено, всё остаётся как было.",
        "busy" => "Сейчас идёт прогон другого приказа. Дождитесь его конца и попробуйте снова.",
        "late" => "Поздно отменять: этот день уже наступил или решение отменено раньше.",
        _ => null,
    };
}
