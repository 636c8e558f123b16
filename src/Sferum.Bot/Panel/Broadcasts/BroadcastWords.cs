using System.Collections.Immutable;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;
using Sferum.Bot.Reports;

namespace Sferum.Bot.Panel.Broadcasts;

/// <summary>How the pages speak of broadcasts.</summary>
internal static class BroadcastWords
{
    public static string OfState(string state) => state switch
    {
        BroadcastState.Planned => "ждёт своего времени",
        BroadcastState.Running => "идёт",
        BroadcastState.Paused => "пауза",
        BroadcastState.Done => "закончена",
        BroadcastState.Cancelled => "отменена",
        _ => throw new InvalidOperationException($"unknown state {state}"),
    };

    /// <summary>To whom, in a few words.</summary>
    public static string OfAudience(Audience audience, OrderBook orders) => audience switch
    {
        Audience.Everybody { Types.IsDefaultOrEmpty: true } => "все руководители",
        Audience.Everybody everybody => string.Join(", ", everybody.Types.Select(OfType)),
        Audience.Asked { Query: DistrictQuery.Standing standing } =>
            $"{DistrictWords.OfStatus(standing.Status)}{OfPoints(standing.Points, orders)}{OfTypes(standing.Types)}",
        Audience.Asked { Query: DistrictQuery.Changes changes } =>
            $"изменилось с {PanelTime.Day(changes.Since)}{OfPoints(changes.Points, orders)}{OfTypes(changes.Types)}",
        Audience.Picked picked => $"выбраны по названию, учреждений: {picked.Institutions.Length}",
        Audience.Teachers => "педагоги, которые просили новости",
        Audience.Unreached unreached => $"кому не дошла рассылка № {unreached.BroadcastId}",
        _ => throw new InvalidOperationException($"unknown audience {audience.GetType().Name}"),
    };

    public static string OfType(string type) => type switch
    {
        "МОУ" => "школы",
        "МДОУ" => "детские сады",
        "УДО" => "дополнительное образование",
        _ => type,
    };

    private static string OfTypes(ImmutableArray<string> types) => types.IsDefaultOrEmpty ? "" : $", {string.Join(", ", types.Select(OfType))}";

    private static string OfPoints(ImmutableArray<LineKey> points, OrderBook orders) => points.IsDefaultOrEmpty ? "" : $" {string.Join(", ", points.Select(key => LabelOf(key, orders)))}";

    private static string LabelOf(LineKey key, OrderBook orders) =>
        orders.Orders.FirstOrDefault(order => order.Number == key.Order)?.Points.FirstOrDefault(point => point.Id == key.Point)?.Label ?? key.Point;
}
