using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;

namespace Sferum.Bot.Panel.OrderFiles;

/// <summary>How the pages of orders say what an order holds.</summary>
internal static class OrderWords
{
    public static string Of(Applicability applicability) => applicability switch
    {
        Applicability.Mandatory => "обязательно",
        Applicability.Optional => "по усмотрению",
        Applicability.NotApplicable => "не относится",
        _ => throw new ArgumentOutOfRangeException(nameof(applicability), applicability, "unknown"),
    };

    public static string Of(OrderWarning warning) => warning switch
    {
        OrderWarning.ReportedPointGone gone =>
            $"Пункт {gone.Point} для {gone.Type} уже сдавали, учреждений: {gone.Institutions}. Его больше нет: эти отчёты останутся в базе и журнале, но в таблице, списках и справках их не будет.",
        OrderWarning.NobodyOfType nobody => $"Типа «{nobody.Type}» нет ни у одного учреждения: отчитываться по нему некому.",
        OrderWarning.TypeLeftOut left => $"Тип «{left.Type}» в приказе не назван: учреждений {left.Institutions}, для них в нём заданий нет.",
        OrderWarning.DeadlineOver over => $"Пункт {over.Point.Label}: срок {PanelTime.Day(over.Deadline)} пройдёт раньше, чем приказ вступит в силу. Напоминания о просрочке начнутся сразу.",
        _ => throw new InvalidOperationException($"unknown warning {warning.GetType().Name}"),
    };
}
