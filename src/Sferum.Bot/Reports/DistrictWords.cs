using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Asking;

namespace Sferum.Bot.Reports;

/// <summary>How tables and pages say how institutions stand and what happened to them, in lower case.</summary>
internal static class DistrictWords
{
    /// <summary>Of several institutions: «не сдали».</summary>
    public static string OfStatus(string status) => status switch
    {
        DistrictStatus.Open => "не сдали",
        DistrictStatus.Late => "просрочили",
        DistrictStatus.Waiting => "на проверке",
        DistrictStatus.Returned => "вернули",
        DistrictStatus.Reported => "сдали",
        DistrictStatus.Accepted => "приняты",
        DistrictStatus.Promised => "обещали",
        DistrictStatus.Absent => "не заходили",
        DistrictStatus.Joined => "подключились",
        _ => throw new InvalidOperationException($"unknown status {status}"),
    };

    /// <summary>Of one report; null when nothing stands reported.</summary>
    public static string OfReport(string? status) => status switch
    {
        null => "не сдан",
        ReportStatus.Reported => "на проверке",
        ReportStatus.Accepted => "принят",
        ReportStatus.Returned => "возвращён",
        _ => throw new InvalidOperationException($"unknown status {status}"),
    };

    /// <summary>Of an entry of the journal; null for one that says nothing about how an institution stands.</summary>
    public static string? OfAction(string action) => action switch
    {
        "reported" => "сдан",
        "not_applicable" => "сообщили, что не относится",
        "accepted" => "принят",
        "returned" => "возвращён",
        "withdrawn" => "отозван",
        "told_by_phone" => "записан со слов",
        "chat_confirmed" => "чат увидела учётная запись управления",
        "promised" => "обещан",
        "extended" => "продлён",
        "excused" => "снят",
        "restored" => "возвращён срок приказа",
        "claimed" => "подключились",
        _ => null,
    };
}
