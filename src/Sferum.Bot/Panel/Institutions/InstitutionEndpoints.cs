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
    private const string Issued = "issued";
    private const string Nobody = "nobody";

    public static void MapInstitutions(this RouteGroupBuilder panel)
    {
        panel.MapGet(Route, ShowAsync);
        panel.MapPost($"{Route}/extend", ExtendAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/excuse", ExcuseAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/restore", RestoreAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/told", RecordToldAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
        panel.MapPost($"{Route}/statement", CertifyAsync).RequireAuthorization(PanelPolicies.Decide);
        panel.MapPost($"{Route}/code", IssueCodeAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    private static Task<IResult> ShowAsync(
        long id, HttpContext http, Database database, InstitutionReport report, SentStore sent, CancellationToken cancellationToken) =>
        PageAsync(id, database, report, sent, Words(http.Request.Query["said"]), null, cancellationToken);

    private static async Task<IResult> PageAsync(
        long id, Database database, InstitutionReport report, SentStore sent, InstitutionWords? said, TypedTold? typed, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            async (db, stop) => await report.OfAsync(db, id, stop) is { } card
                ? (card, await sent.LastAsync(db, [.. card.People.Where(p => p.ActsAt(card.At)).Select(p => p.PersonId)], MostMessages, stop))
                : ((InstitutionCard, IReadOnlyList<SentMessage>)?)null,
            cancellationToken);
        return found is ({ } institution, { } messages)
            ? PanelPage.Of<InstitutionPage>(
                new { Card = institution, Messages = messages, Said = said, Typed = typed }, typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : FaultPages.NotFound;
    }

    /// <summary>What was said by telephone; what was typed stays when something in it is wrong.</summary>
    private static async Task<IResult> RecordToldAsync(
        long id,
        [FromForm] string? line,
        [FromForm] string? by,
        [FromForm] string? day,
        [FromForm] string? note,
        HttpContext http,
        Database database,
        InstitutionReport report,
        SentStore sent,
        DeskActions desk,
        PanelTime time,
        CancellationToken cancellationToken)
    {
        if (LineKey.Parse(line ?? "") is not { } key)
        {
            return FaultPages.NotFound;
        }

        var told = new ReportContent.Told(
            by?.Trim() ?? "",
            FormValues.Day(day) ?? DateOnly.MinValue,
            note?.Trim() ?? "");
        return told.Problem(time.Today) is { } problem
            ? await PageAsync(id, database, report, sent, null, new TypedTold(key, told, FaultOf(problem)), cancellationToken)
            : Back(id, key, await desk.RecordToldAsync(http.User.Id(), new ReportLine(id, key.Order, key.Point), told, cancellationToken));
    }

    private static string FaultOf(string problem) => problem switch
    {
        "by" => $"Укажите, кто сказал, до {ReportContent.Told.LongestBy} знаков: должность, без фамилии.",
        "day" => $"Укажите день разговора: не позже сегодняшнего и не раньше чем {ReportContent.Told.FurthestDays} дней назад.",
        _ => $"Напишите, что сказали, до {ReportContent.Told.LongestNote} знаков.",
    };

    private static Task<IResult> ExtendAsync(
        long id, [FromForm] string? line, [FromForm] string? due, HttpContext http, DeskActions desk, CancellationToken cancellationToken) =>
        OnLineAsync(id, line, async at => FormValues.Day(due) is { } day
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
        long id,
        [FromForm] string? last,
        HttpContext http,
        Database database,
        RosterStore roster,
        InstitutionReport report,
        ClaimStore claims,
        IConfiguration settings,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (institution, code) = await database.InTransactionAsync(
            async (db, stop) =>
            {
                await JournalStore.LockAsync(db, stop);
                var known = (await roster.AllAsync(db, stop)).FirstOrDefault(known => known.Id == id);
                return known is not null && InstitutionPage.MarkOf((await report.OfAsync(db, id, stop))?.Code) == last
                    ? (known, await claims.IssueAsync(db, http.User.Id(), id, stop))
                    : (known, null);
            },
            cancellationToken);
        if (institution is null)
        {
            return FaultPages.NotFound;
        }

        // A page that is sent again must not make worthless what was printed a moment ago.
        if (code is null)
        {
            return PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{PanelRegistration.Root}/institutions/{id}?said={Issued}#people"));
        }

        var community = PanelCommunity.Of(settings);
        return PanelPage.Of<CodePage>(new
        {
            Institution = institution,
            Code = ClaimCode.Print(code),
            Link = community.LinkWith(code).AbsoluteUri,
            Qr = CodeSheet.QrOf(community.LinkWith(code)),
            Until = clock.GetUtcNow() + ClaimStore.CodeLife,
        });
    }

    /// <summary>Each is a new one, with its entry in the journal: it tells how things stand at this minute.</summary>
    private static async Task<IResult> CertifyAsync(long id, HttpContext http, Database database, RosterStore roster, DeskActions desk, CancellationToken cancellationToken)
    {
        if ((await database.ReadAsync((db, stop) => roster.LoadAsync(db, [id], stop), cancellationToken)).GetValueOrDefault(id) is not { } institution)
        {
            return FaultPages.NotFound;
        }

        try
        {
            return await desk.CertifyAsync(http.User.Id(), id, cancellationToken) is { } statement
                ? PanelPage.Of<StatementPage>(new { Institution = institution, Text = statement })
                : PanelPage.SeeOther(string.Create(CultureInfo.InvariantCulture, $"{PanelRegistration.Root}/institutions/{id}?said={Nobody}"));
        }
        catch (RefusedEffectException)
        {
            return FaultPages.Forbidden;
        }
    }

    /// <summary>Back to the line, which the browser scrolls to.</summary>
    private static IResult Back(long id, LineKey line, DeskResult done) => done.Result == WriteResult.NotFound
        ? FaultPages.NotFound
        : PanelPage.SeeOther(string.Create(
            CultureInfo.InvariantCulture,
            $"{PanelRegistration.Root}/institutions/{id}?said={(done is { Result: WriteResult.Done, Messages: 0 } ? Quietly : done.Result.ToString())}#{Uri.EscapeDataString(InstitutionPage.AnchorOf(line))}"));

    private static InstitutionWords? Words(string? result) => result == Quietly
        ? new InstitutionWords("Готово. Писать было некому: так уже и было, или никто ещё не вошёл по коду.", IsFault: false)
        : result == Nobody ? new InstitutionWords("Справку выдать нельзя: сейчас за учреждение никто не отчитывается. Выдайте код новому руководителю.", IsFault: true)
        : result == Issued ? new InstitutionWords("Новый код уже выдали, пока страница была открыта. Если он потерян, выдайте ещё раз.", IsFault: true)
        : Enum.TryParse<WriteResult>(result, out var what) ? what switch
        {
            WriteResult.Done => new InstitutionWords("Готово, руководителю написано.", IsFault: false),
            WriteResult.Incomplete => new InstitutionWords("Не записано: укажите день.", IsFault: true),
            WriteResult.NotAllowed => new InstitutionWords("Не записано. Срок можно только продлить: не раньше прежнего и сегодняшнего дня и не дальше чем на год.", IsFault: true),
            _ => new InstitutionWords("Не получилось: здесь что-то изменилось. Проверьте и повторите.", IsFault: true),
        } : null;
}

/// <summary>What was typed about a line, shown again with what is wrong with it.</summary>
public sealed record TypedTold(LineKey Line, ReportContent.Told Told, string Fault);

/// <summary>What is said above the page after something was done there.</summary>
public sealed record InstitutionWords(string Text, bool IsFault);
