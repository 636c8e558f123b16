using System.Globalization;
using LinqToDB.Data;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Codes;

/// <summary>Codes for those who have not come yet, as a sheet to be printed and cut.</summary>
internal static class CodeEndpoints
{
    public const string Address = $"{PanelRegistration.Root}{Path}";

    /// <summary>Making one costs a hundredth of a second of a processor on purpose.</summary>
    public const int MostAtOnce = 200;

    private const string Path = "/codes";

    public static void MapCodes(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, (Database database, CodesReport codes, CancellationToken cancellationToken) => PageAsync(database, codes, null, cancellationToken));
        panel.MapPost(Path, IssueAsync).RequireAuthorization(PanelPolicies.Decide).DisableAntiforgery();
    }

    /// <summary>Shown once and by no address. A page that is sent again does not make worthless what was printed a moment ago.</summary>
    private static async Task<IResult> IssueAsync(
        [FromForm] long[]? institution,
        [FromForm] string? newest,
        HttpContext http,
        Database database,
        CodesReport codes,
        ClaimStore claims,
        IConfiguration settings,
        PanelTime time,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var wanted = (institution ?? []).ToHashSet();
        if (wanted.Count is 0 or > MostAtOnce)
        {
            return await PageAsync(database, codes, wanted.Count == 0 ? "Отметьте хотя бы одно учреждение." : $"За раз можно выдать не больше {MostAtOnce} кодов.", cancellationToken);
        }

        var issued = await database.InTransactionAsync((db, stop) => IssueAllAsync(db, http.User.Id(), wanted, newest ?? "", codes, claims, stop), cancellationToken);
        if (issued is null)
        {
            return await PageAsync(database, codes, "Пока страница была открыта, коды уже выдали. Если лист напечатан, новый не нужен; если нет, отметьте и выдайте снова.", cancellationToken);
        }

        var community = PanelCommunity.Of(settings);
        return PanelPage.Of<CodeSheetPage>(new
        {
            Cards = (IReadOnlyList<PrintedCode>)
            [
                .. issued.Select(code => new PrintedCode(
                    code.Institution.Name, ClaimCode.Print(code.Code), community.LinkWith(code.Code).AbsoluteUri, CodeSheet.QrOf(community.LinkWith(code.Code)))),
            ],
            Until = time.Moment(clock.GetUtcNow() + ClaimStore.CodeLife),
        });
    }

    private static async Task<IReadOnlyList<(Institution Institution, string Code)>?> IssueAllAsync(
        DataConnection db, long actor, HashSet<long> wanted, string last, CodesReport codes, ClaimStore claims, CancellationToken cancellationToken)
    {
        await JournalStore.LockAsync(db, cancellationToken);
        var state = await codes.OfAsync(db, cancellationToken);
        if (state.Last.ToString(CultureInfo.InvariantCulture) != last)
        {
            return null;
        }

        var issued = new List<(Institution, string)>();
        foreach (var open in state.Institutions.Where(open => wanted.Contains(open.Institution.Id)))
        {
            issued.Add((open.Institution, await claims.IssueAsync(db, actor, open.Institution.Id, cancellationToken)));
        }

        return issued;
    }

    private static async Task<IResult> PageAsync(Database database, CodesReport codes, string? fault, CancellationToken cancellationToken) => PanelPage.Of<CodesPage>(
        new { State = await database.ReadAsync(codes.OfAsync, cancellationToken), Fault = fault },
        fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <param name="Code">With its dash.</param>
/// <param name="Qr">A picture that the program drew itself.</param>
public sealed record PrintedCode(string Institution, string Code, string Link, string Qr);
