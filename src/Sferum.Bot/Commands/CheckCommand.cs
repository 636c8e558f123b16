using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Commands;

/// <summary><c>check</c>: reads every data file and names each fault with file, line and mend.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Option<string>("--path") { Description = "Папка с диалогами и приказами", DefaultValueFactory = _ => BotHost.DialogsFolder };
        var json = new Option<bool>("--json") { Description = "Вывод для программ" };
        var command = new Command("check", "Проверить диалоги и приказы: каждая ошибка с файлом, строкой и советом") { path, json };
        command.SetAction(parsed => Run(DataFolder.Load(parsed.GetValue(path)!), parsed.GetValue(json))); // has a default
        return command;
    }

    private static int Run(DataFolder data, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(ReportOf(data), CheckJson.Readable.CheckReport));
        }
        else
        {
            foreach (var fault in data.Faults)
            {
                Console.WriteLine(fault);
            }

            foreach (var order in data.Orders.Orders)
            {
                var mandatory = string.Join(", ", order.Types.Select(type => $"{type.Code} {order.MandatoryFor(type.Code)}"));
                Console.WriteLine($"Приказ № {order.Number}: пунктов {order.Points.Length}, обязательных строк: {mandatory}");
            }

            Console.WriteLine($"Ответов: {data.Answers.Answers.Length}, вопросов к ним: {data.Answers.Answers.Sum(answer => answer.Asked.Length)}.");
            if (CalendarWarning.Of(data.Calendar, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)) is { } warning)
            {
                Console.WriteLine($"Календарь: {warning}");
            }

            Console.WriteLine(data.Faults.Count == 0 ? "Ошибок нет." : $"Ошибок: {data.Faults.Count}.");
        }

        return data.Faults.Count == 0 ? ExitCode.Done : ExitCode.FoundProblems;
    }

    private static CheckReport ReportOf(DataFolder data) => new(
        [.. data.Orders.Orders.Select(OrderOf)],
        data.Dialogs?.Dialogs.Length ?? 0,
        data.Answers.Answers.Length,
        [.. data.Faults.Select(fault => new CheckError(fault.File, fault.Line, fault.Message))]);

    private static CheckOrder OrderOf(Order order) =>
        new(order.Number, order.Points.Length, order.Types.ToDictionary(type => type.Code, type => order.MandatoryFor(type.Code)));
}

/// <summary>The form that other programs rely on (design, "What other programs rely on").</summary>
/// <param name="Answers">Number of answers in <c>dialogs/answers</c>.</param>
internal sealed record CheckReport(IReadOnlyList<CheckOrder> Orders, int Dialogs, int Answers, IReadOnlyList<CheckError> Errors);

internal sealed record CheckOrder(string Number, int Points, IReadOnlyDictionary<string, int> Mandatory);

internal sealed record CheckError(string File, int Line, string Message);

[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    public static CheckJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
