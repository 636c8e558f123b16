using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Reminders;

/// <summary>What the bot will remind of in the next two weeks, and what of it the specialist holds.</summary>
internal static class RemindersEndpoints
{
    private const string Path = "/reminders";

    public static void MapReminders(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, ShowAsync);
        panel.MapPost($"{Path}/hold", HoldAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Path}/release", ReleaseAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    private static Task<IResult> ShowAsync(HttpContext http, Database database, ReminderOutlook outlook, CancellationToken cancellationToken) => PageAsync(
        database, outlook, RemindersView.Of(name => http.Request.Query[name]), Words(http.Request.Query["said"]), null, cancellationToken);

    private static async Task<IResult> HoldAsync(
        [FromForm] string? institution,
        [FromForm] string? line,
        [FromForm] string? until,
        [FromForm] string? day,
        [FromForm] string? q,
        HttpContext http,
        Database database,
        ReminderHoldStore holds,
        ReminderOutlook outlook,
        RosterStore roster,
        CancellationToken cancellationToken)
    {
        var view = ViewOf(day, q);
        if (FormValues.Number(institution) is not { } id || !TryLine(line, out var key))
        {
            return FaultPages.NotFound;
        }

        var last = FormValues.Day(until);
        var result = last is { } known
            ? await database.InTransactionAsync((db, stop) => holds.HoldAsync(db, http.User.Id(), id, key, known, stop), cancellationToken)
            : WriteResult.Incomplete;
        switch (result)
        {
            case WriteResult.Done or WriteResult.Unchanged:
                return PanelPage.SeeOther($"{view.Url("held")}#held");
            case WriteResult.NotAllowed:
                return FaultPages.Forbidden;
            case WriteResult.Incomplete when (await database.ReadAsync(roster.AllAsync, cancellationToken)).FirstOrDefault(i => i.Id == id) is { } named:
                var form = new HoldForm(named, key, until ?? "", $"Укажите последний день без напоминаний: не раньше сегодняшнего и не дальше {ReminderHoldStore.FurthestDay} дней.");
                return await PageAsync(database, outlook, view, null, form, cancellationToken);
            default:
                return FaultPages.NotFound;
        }
    }

    private static async Task<IResult> ReleaseAsync(
        [FromForm] string? institution,
        [FromForm] string? line,
        [FromForm] string? day,
        [FromForm] string? q,
        HttpContext http,
        Database database,
        ReminderHoldStore holds,
        CancellationToken cancellationToken)
    {
        if (FormValues.Number(institution) is not { } id || !TryLine(line, out var key))
        {
            return FaultPages.NotFound;
        }

        return await database.InTransactionAsync((db, stop) => holds.ReleaseAsync(db, http.User.Id(), id, key, stop), cancellationToken) switch
        {
            WriteResult.NotFound => FaultPages.NotFound,
            WriteResult.NotAllowed => FaultPages.Forbidden,
            _ => PanelPage.SeeOther($"{ViewOf(day, q).Url("released")}#held"),
        };
    }

    private static async Task<IResult> PageAsync(
        Database database, ReminderOutlook outlook, RemindersView view, string? said, HoldForm? form, CancellationToken cancellationToken)
    {
        var all = await database.ReadAsync(outlook.LookAsync, cancellationToken);
        return PanelPage.Of<RemindersPage>(
            new { View = view, Outlook = view.Filter(all), Said = said, Form = form },
            form is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static RemindersView ViewOf(string? day, string? q) => RemindersView.Of(name => name switch { "day" => day, "q" => q, _ => null });

    /// <summary>No line named is all of them.</summary>
    private static bool TryLine(string? text, out LineKey? line)
    {
        line = LineKey.Parse(text ?? "");
        return line is not null || string.IsNullOrEmpty(text);
    }

    private static string? Words(string? said) => said switch
    {
        "held" => "Придержали. Кто сам попросил напомнить, получит своё напоминание.",
        "released" => "Напоминания снова идут как обычно.",
        _ => null,
    };
}
