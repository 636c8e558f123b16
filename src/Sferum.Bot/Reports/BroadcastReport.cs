using System.Collections.Immutable;
using System.Globalization;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>What became of a broadcast, a row for each recipient.</summary>
public sealed class BroadcastReport(BroadcastStore broadcasts, IOptions<OfficeOptions> office)
{
    private const string Name = "Рассылка";
    private const string Yes = "да";

    public async Task<Table> OfAsync(DataConnection db, long broadcastId, CancellationToken cancellationToken)
    {
        var zone = office.Value.GetZone();
        var fates = await broadcasts.FatesAsync(db, broadcastId, [], int.MaxValue, cancellationToken);
        return new Table(
            Name,
            ["Учреждение", "Страница ВК", "Что стало", "Код ВК", "Отправлено", "Прочитано", "Ответил"],
            [.. fates.Select(fate => (ImmutableArray<Cell>)
            [
                Cell.Of(string.Join(", ", fate.Institutions)),
                Cell.Of(fate.PersonId is { } person ? string.Create(CultureInfo.InvariantCulture, $"vk.com/id{person}") : null),
                Cell.Of(WordOf(fate)),
                fate.Code is { } code ? new Cell.Number(code) : Cell.Empty,
                Cell.Of(fate.SentAt, zone),
                Cell.Of(fate.Read ? Yes : null),
                Cell.Of(fate.Answered ? Yes : null),
            ])]).WithoutEmptyColumns();
    }

    internal static string WordOf(RecipientFate fate) => WordOf(fate.State, fate.Code, fate.PersonId is not null);

    /// <summary>Codes are those of <c>vk-platform.md</c> §5.</summary>
    /// <param name="someone">There is, or was, a person.</param>
    internal static string WordOf(string state, int? code, bool someone) => (state, code) switch
    {
        (RecipientState.Waiting or RecipientState.Queued, _) => "ждёт отправки",
        (RecipientState.Sent, _) => "доставлено",
        (RecipientState.Unreachable or RecipientState.Forbidden, 900) => "сообщество в чёрном списке",
        (RecipientState.Unreachable or RecipientState.Forbidden, 902) => "запрещено настройками приватности",
        (RecipientState.Unreachable or RecipientState.Forbidden, 901 or null) => "сообщения от сообщества не разрешены",
        (RecipientState.Unreachable or RecipientState.Forbidden, 18 or 37 or 113 or 3610) => "страница удалена или заблокирована",
        (RecipientState.Unreachable or RecipientState.Forbidden, _) => "ВК не доставил",
        (RecipientState.Refused, _) => "ВК не принял сообщение",
        (RecipientState.Expired, _) => "не успело уйти",
        (RecipientState.Failed, _) => "не удалось отправить",
        (RecipientState.Cancelled, _) => "отменено до отправки",
        (RecipientState.Absent, _) => someone ? "больше не отвечает за учреждение" : "никто не вошёл по коду",
        (RecipientState.Settled, _) => "уже всё сдано",
        (RecipientState.Muted, _) => "просили не писать",
        _ => throw new InvalidOperationException($"unknown state {state}"),
    };
}
