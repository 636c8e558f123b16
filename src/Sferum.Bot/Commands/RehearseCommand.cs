using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sferum.Bot.Orders;
using Sferum.Bot.Rehearsal;
using Sferum.Bot.Turns;
using Spectre.Console;

namespace Sferum.Bot.Commands;

/// <summary><c>rehearse</c>: plays an order's campaign with simulated heads before anybody is written to.</summary>
internal static class RehearseCommand
{
    private const int MostHeads = 2_000;

    public static Command Create()
    {
        var order = new Option<string?>("--order") { Description = "Номер приказа; без него — единственный или последний" };
        var heads = new Option<int>("--heads") { Description = $"Сколько руководителей, от 1 до {MostHeads}", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "Одинаковое число даёт одинаковую кампанию", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Вывод для программ" };
        var people = new Option<bool>("--people") { Description = "Показать каждого руководителя: что и когда он получил" };
        var picture = new Option<FileInfo?>("--picture") { Description = "Записать картинку кампании (SVG)" };
        var path = new Option<string>("--path") { Description = "Папка с диалогами и приказами", DefaultValueFactory = _ => BotHost.DialogsFolder };
        var command = new Command("rehearse", "Прогнать кампанию по приказу на вымышленных руководителях: кому, что и когда придёт") { order, heads, seed, json, people, picture, path };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var data = DataFolder.Load(parsed.GetValue(path)!); // has a default
            if (data.Faults.Count > 0)
            {
                return StartFaults.Print(data.Faults);
            }

            if (parsed.GetValue(heads) is < 1 or > MostHeads)
            {
                await Console.Error.WriteLineAsync($"--heads: нужно число от 1 до {MostHeads}.");
                return ExitCode.WrongUse;
            }

            var number = parsed.GetValue(order);
            if ((number is null ? data.Orders.Orders.LastOrDefault() : data.Orders.Orders.FirstOrDefault(known => known.Number == number)) is not { } found)
            {
                await Console.Error.WriteLineAsync($"Приказа № {number} нет. Есть: {string.Join(", ", data.Orders.Orders.Select(known => known.Number))}.");
                return ExitCode.WrongUse;
            }

            return await StartFaults.GuardAsync(() => RunAsync(data, found, parsed.GetValue(heads), parsed.GetValue(seed), parsed.GetValue(json), parsed.GetValue(people), parsed.GetValue(picture), cancellationToken));
        });
        return command;
    }

    private static async Task<int> RunAsync(
        DataFolder data, Order order, int heads, int seed, bool json, bool people, FileInfo? picture, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var dialogs = data.Dialogs ?? throw new InvalidOperationException("dialogs with faults are not rehearsed");
        var result = await new Campaign(dialogs, data.Orders, order, data.Calendar, new AnswerDesk(data.Answers), BotHost.CreateBuilder([]).Configuration).RunAsync(heads, seed, cancellationToken);
        if (picture is not null)
        {
            var title = $"Приказ № {order.Number}: {heads} руководителей, вариант {seed}. Писем: ответов {result.ByKind.Replies}, извещений {result.ByKind.Notices}, напоминаний {result.ByKind.Reminders}";
            await File.WriteAllTextAsync(picture.FullName, CampaignPicture.Draw(result, title, "напоминаний в день", "всё сдали"), cancellationToken);
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(ReportOf(result), RehearseJson.Readable.RehearseReport));
        }
        else
        {
            Print(result, people);
            Console.WriteLine($"Прогон занял {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} с.");
        }

        return result.SentOutsideGate == 0 ? ExitCode.Done : ExitCode.FoundProblems;
    }

    private static void Print(RehearsalResult result, bool people)
    {
        var days = new Table().AddColumns("День", "Писем", "Ответов", "Извещений", "Напоминаний", "Сдали отчётов", "Приняли", "Вернули", "Сдали всё");
        foreach (var day in result.Days.Where(day => day.Sent > 0))
        {
            days.AddRow($"{day.Day:dd.MM.yyyy}", $"{day.Sent}", $"{day.Replies}", $"{day.Notices}", $"{day.Reminded}", $"{day.Reported}", $"{day.Accepted}", $"{day.Returned}", $"{day.Done}");
        }

        AnsiConsole.Write(days);
        var kinds = new Table().AddColumns("Руководители", "Сколько", "Сдали всё", "Писем каждому", "Из них напоминаний", "Написал сам", "Нажатий");
        foreach (var kind in result.Heads.GroupBy(head => head.Kind).OrderBy(kind => kind.Key))
        {
            kinds.AddRow(
                NameOf(kind.Key),
                $"{kind.Count()}",
                $"{kind.Count(head => head.Done is not null)}",
                Mean(kind.Average(head => head.Received)),
                Mean(kind.Average(head => head.Reminders.Length)),
                Mean(kind.Average(head => head.Wrote)),
                Mean(kind.Average(head => head.Taps)));
        }

        AnsiConsole.Write(kinds);
        if (people)
        {
            var each = new Table().AddColumns("Учреждение", "Каков", "Писем", "Нажатий", "Напоминания", "Сдал всё");
            foreach (var head in result.Heads)
            {
                each.AddRow(head.Name, NameOf(head.Kind), $"{head.Received}", $"{head.Taps}", string.Join(", ", head.Reminders.Select(day => $"{day:dd.MM}")), head.Done is { } done ? $"{done:dd.MM.yyyy}" : "—");
            }

            AnsiConsole.Write(each);
        }

        Console.WriteLine($"Всего писем руководителям: {result.MessagesSent}, из них ответов {result.ByKind.Replies}, извещений {result.ByKind.Notices}, напоминаний {result.ByKind.Reminders}. Мимо тихих часов, выходных и одного письма в день: {result.SentOutsideGate}.");
        Console.WriteLine($"Под напоминаниями нажмут: «Сделали» {result.Presses.Done}, «Напомнить завтра» {result.Presses.Later}, «Не успеваю» {result.Presses.Late}, «Почему мне это пришло?» {result.Presses.Why}.");
        Console.WriteLine($"Специалист: получит писем {result.Specialist.Received}, проверит отчётов {result.Specialist.Reviewed}, нажатий {result.Specialist.Taps}, напишет {result.Specialist.Wrote}.");
    }

    private static string Mean(double mean) => mean.ToString("F1", CultureInfo.CurrentCulture);

    private static string NameOf(HeadKind kind) => kind switch
    {
        HeadKind.Prompt => "сразу делает",
        HeadKind.Typing => "только пишет",
        HeadKind.Slow => "делает после напоминаний",
        HeadKind.WrongPhoto => "шлёт не то фото",
        HeadKind.Silent => "вошёл и молчит",
        HeadKind.Forbidding => "запретил сообщения",
        HeadKind.Absent => "не вошёл",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind"),
    };

    private static RehearseReport ReportOf(RehearsalResult result) => new(
        result.Order,
        result.Seed,
        result.Heads.Length,
        result.MessagesSent,
        result.SentOutsideGate,
        new RehearseKinds(result.ByKind.Replies, result.ByKind.Notices, result.ByKind.Reminders),
        new RehearsePresses(result.Presses.Done, result.Presses.Later, result.Presses.Late, result.Presses.Why),
        [.. result.Days.Select(day => new RehearseDay($"{day.Day:yyyy-MM-dd}", day.Reported))],
        [.. result.Days.Select(day => new RehearseDay($"{day.Day:yyyy-MM-dd}", day.Reminded))],
        [.. result.Days.Select(day => new RehearseDay($"{day.Day:yyyy-MM-dd}", day.Done))],
        [
            .. result.Heads.Select(head => new RehearseHead(
                head.Name, head.Type, head.Kind.ToString(), head.Received, head.Wrote, head.Taps, [.. head.Reminders.Select(day => $"{day:yyyy-MM-dd}")], head.Done is { } done ? $"{done:yyyy-MM-dd}" : null)),
        ],
        new RehearseSpecialist(result.Specialist.Received, result.Specialist.Reviewed, result.Specialist.Wrote, result.Specialist.Taps));
}

/// <summary>The form that other programs rely on (design, "What other programs rely on").</summary>
/// <param name="ByKind">Messages to heads by what they are.</param>
/// <param name="ReminderPresses">Buttons of reminders that heads pressed.</param>
/// <param name="Reported">Reports sent in, by day.</param>
/// <param name="Reminded">People reminded, by day.</param>
/// <param name="Done">Heads with nothing open, at the end of each day.</param>
internal sealed record RehearseReport(
    string Order,
    int Seed,
    int Heads,
    int MessagesSent,
    int SentOutsideGate,
    RehearseKinds ByKind,
    RehearsePresses ReminderPresses,
    IReadOnlyList<RehearseDay> Reported,
    IReadOnlyList<RehearseDay> Reminded,
    IReadOnlyList<RehearseDay> Done,
    IReadOnlyList<RehearseHead> People,
    RehearseSpecialist Specialist);

internal sealed record RehearseKinds(int Reply, int Notice, int Reminder);

internal sealed record RehearsePresses(int Done, int Later, int Late, int Why);

internal sealed record RehearseDay(string Day, int Count);

internal sealed record RehearseHead(string Name, string Type, string Kind, int Received, int Wrote, int Taps, IReadOnlyList<string> Reminders, string? Done);

internal sealed record RehearseSpecialist(int Received, int Reviewed, int Wrote, int Taps);

[JsonSerializable(typeof(RehearseReport))]
internal sealed partial class RehearseJson : JsonSerializerContext
{
    public static RehearseJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
