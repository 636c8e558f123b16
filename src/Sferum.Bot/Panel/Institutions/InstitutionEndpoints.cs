using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Panel.Institutions;

/// <summary>One institution: what it has reported, who is there, and what the specialist decides about it.</summary>
internal static class InstitutionEndpoints
{
    private const string Route = "/institutions/{id:long}";
    private const int MostMessages = 20;
    private const string Quietly = "quietly";

    public static void MapInstitutions(this RouteGroupBuilder panel)
    {
        panel.MapGet(Route, ShowAsync);
        panel.MapPost($"{Route}/extend", ExtendAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/excuse", ExcuseAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/restore", RestoreAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/code", IssueCodeAsync).RequireAuthorization(PanelPolicies.Decide);
    }

    private static async Task<IResult> ShowAsync(
        long id, HttpContext http, Database database, InstitutionReport report, SentStore sent, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async (db, stop) => await report.OfAsync(db, id, stop) is { } card
                ? (card, await sent.LastAsync(db, [.. card.People.Select(p => p.PersonId)], MostMessages, stop))
                : ((InstitutionCard, IReadOnlyList<SentMessage>)?)null,
            cancellationToken);
        return found is ({ } institution, { } messages)
            ? PanelPage.Of<InstitutionPage>(new { Card = institution, Messages = messages, Said = Words(http.Request.Query["said"]) })
            : FaultPages.NotFound;
    }

    private static Task<IResult> ExtendAsync(
        long id, [FromForm] string? line, [FromForm] string? due, HttpContext http, DeskActions desk, CancellationToken cancellationToken) =>
        OnLineAsync(id, line, async at => DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await desk.ExtendAsync(http.User.Id(), at, day, cancellationToken)
            : new DeskResult(WriteResult.Incomplete, 0));

    private static Task<IResult> ExcuseAsync(long id, [FromForm] string? line, HttpContext http, DeskActions desk, CancellationToken cancellationToken) =>
        OnLineAsync(id, line, at => desk.ExcuseAsync(http.User.Id(), at, cancellationToken));

    private static Task<IResult> RestoreAsync(long id, [FromForm] string? line, HttpContext http, DeskActions desk, CancellationToken cancellationToken) =>
        OnLineAsync(id, line, at => desk.RestoreAsync(http.User.Id(), at, cancellationToken));

    /// <summary>Decides on a line and goes back to it.</summary>
    private static async Task<IResult> OnLineAsync(long id, string? line, Func<ReportLine, Task<DeskResult>> decide) => LineKey.Parse(line ?? "") is { } key
        ? Back(id, key, await decide(new ReportLine(id, key.Order, key.Point)))
        : FaultPages.NotFound;

    /// <summary>Shown once and by no address: the database keeps the hash of a code only. With a code of an archived institution nobody could enter.</summary>
    private static async Task<IResult> IssueCodeAsync(
        long id, HttpContext http, Database database, RosterStore roster, ClaimStore claims, IConfiguration settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var issued = await database.InTransactionAsync(
            async (db, stop) => (await roster.AllAsync(db, stop)).FirstOrDefault(known => known.Id == id) is { } institution
                ? (institution, await claims.IssueAsync(db, http.User.Id(), id, stop))
                : ((Institution Institution, string Code)?)null,
            cancellationToken);
        if (issued is not { } made)
        {
            return FaultPages.NotFound;
        }

        // The room Vk is none of the panel's: it needs the community's name alone.
        var community = CommunityName.Parse(settings["Vk:ScreenName"] ?? "") ?? CommunityName.Of(settings.GetValue<long>("Vk:GroupId"));
        return PanelPage.Of<CodePage>(new
        {
            made.Institution,
            Code = ClaimCode.Print(made.Code),
            Link = community.LinkWith(made.Code).AbsoluteUri,
            Qr = CodeSheet.QrOf(community.LinkWith(made.Code)),
            Until = clock.GetUtcNow() + ClaimStore.CodeLife,
        });
    }

    /// <summary>Back to the line, which the browser scrolls to.</summary>
    private static IResult Back(long id, LineKey line, DeskResult done) => done.Result == WriteResult.NotFound
        ? FaultPages.NotFound
        : PanelPage.SeeOther(string.Create(
            CultureInfo.InvariantCulture,
            $"{PanelRegistration.Root}/institutions/{id}?said={(done is { Result: WriteResult.Done, Messages: 0 } ? Quietly : done.Result.ToString())}#{Uri.EscapeDataString(InstitutionPage.AnchorOf(line))}"));

    private static InstitutionWords? Words(string? result) => result == Quietly
        ? new InstitutionWords("Готово. Писать было некому: так уже и было, или никто ещё не вошёл по коду.", IsFault: false)
        : Enum.TryParse<WriteResult>(result, out var what) ? what switch
        {
            WriteResult.Done => new InstitutionWords("Готово, руководителю написано.", IsFault: false),
            WriteResult.Incomplete => new InstitutionWords("Не записано: укажите день.", IsFault: true),
            WriteResult.NotAllowed => new InstitutionWords("Не записано. Срок можно только продлить: не раньше прежнего и сегодняшнего дня и не дальше чем на год.", IsFault: true),
            _ => new InstitutionWords("Не получилось: здесь что-то изменилось. Проверьте и повторите.", IsFault: true),
        } : null;
}

/// <summary>What is said above the page after something was done there.</summary>
public sealed record InstitutionWords(string Text, bool IsFault);
