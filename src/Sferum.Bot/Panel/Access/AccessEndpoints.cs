using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Panel.Faults;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Panel.Access;

/// <summary>Who may come in, and who stands in for the specialist.</summary>
internal static partial class AccessEndpoints
{
    private const string Path = "/access";

    public static void MapAccess(this RouteGroupBuilder panel)
    {
        panel.MapGet(Path, (Database database, SubstituteStore substitutes, CancellationToken cancellationToken) =>
            PageAsync(database, substitutes, AccessForm.Empty, StatusCodes.Status200OK, cancellationToken));
        panel.MapPost(Path, GrantAsync).RequireAuthorization(PanelPolicies.Grant).DisableAntiforgery();
        panel.MapPost($"{Path}/{{id:long}}/end", EndAsync).RequireAuthorization(PanelPolicies.Grant);
    }

    private static async Task<IResult> GrantAsync(
        [FromForm] string? person, [FromForm] string? since, [FromForm] string? until,
        HttpContext http, Database database, SubstituteStore substitutes, CancellationToken cancellationToken)
    {
        var form = new AccessForm(person?.Trim() ?? "", since ?? "", until ?? "", null);
        if (PersonOf(form.Person) is not { } number)
        {
            form = form with { Fault = "Укажите номер или адрес страницы ВКонтакте, например vk.com/id123456. Короткое имя не подойдёт." };
        }
        else if (FormValues.Day(form.Since) is not { } first || FormValues.Day(form.Until) is not { } last)
        {
            form = form with { Fault = "Укажите оба дня." };
        }
        else
        {
            var result = await database.InTransactionAsync((db, stop) => substitutes.GrantAsync(db, http.User.Id(), number, first, last, stop), cancellationToken);
            if (result is WriteResult.Done or WriteResult.Unchanged)
            {
                return PanelPage.SeeOther($"{PanelRegistration.Root}{Path}");
            }

            if (result == WriteResult.NotAllowed)
            {
                return FaultPages.Forbidden;
            }

            form = form with { Fault = $"Последний день не раньше первого и не раньше сегодняшнего, не дальше {SubstituteStore.LongestDays} дней." };
        }

        return await PageAsync(database, substitutes, form, StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }

    private static async Task<IResult> EndAsync(long id, HttpContext http, Database database, SubstituteStore substitutes, CancellationToken cancellationToken) =>
        await database.InTransactionAsync((db, stop) => substitutes.EndAsync(db, http.User.Id(), id, stop), cancellationToken) switch
        {
            WriteResult.NotFound => FaultPages.NotFound,
            WriteResult.NotAllowed => FaultPages.Forbidden,
            _ => PanelPage.SeeOther($"{PanelRegistration.Root}{Path}"),
        };

    private static async Task<IResult> PageAsync(Database database, SubstituteStore substitutes, AccessForm form, int status, CancellationToken cancellationToken) =>
        PanelPage.Of<AccessPage>(new { Substitutes = await database.ReadAsync(substitutes.AllAsync, cancellationToken), Form = form }, status);

    private static long? PersonOf(string text) =>
        Person().Match(text) is { Success: true } match && long.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    [GeneratedRegex(@"^(?:(?:https?://)?(?:m\.)?vk\.(?:com|ru)/)?(?:id)?(?<id>\d{1,15})/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}

/// <summary>What was typed, shown again with what is wrong with it.</summary>
public sealed record AccessForm(string Person, string Since, string Until, string? Fault)
{
    public static AccessForm Empty { get; } = new("", "", "", null);
}
