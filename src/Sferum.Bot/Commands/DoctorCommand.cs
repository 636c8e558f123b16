using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Checks;

namespace Sferum.Bot.Commands;

/// <summary><c>doctor</c>: looks at everything the bot needs and tells the mend of what is wrong.</summary>
internal static class DoctorCommand
{
    /// <summary>Below this, evidence files and the database soon have no room.</summary>
    private const long LeastFreeBytes = 1L << 30;

    /// <summary>Dead letters that are told one by one.</summary>
    private const int MostLetters = 5;

    private const int LongestReason = 200;

    public static Command Create(Additions additions)
    {
        var replay = new Option<string?>("--replay") { Description = "Вернуть в обработку отложенное с ошибкой: номер события или all" };
        var command = new Command("doctor", "Проверить ключ, настройки сообщества, часы, базу данных, диск: что не так и как исправить")
        {
            replay,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => SettingWords.GuardAsync(
            parsed, settings => RunAsync(settings, parsed.GetValue(replay), additions, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string? replay, Additions additions, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder(settings, additions);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddMessagingStores();
        builder.Services.AddOrders(builder.Configuration);
        builder.Services.AddVkClient(builder.Configuration);
        await using var app = builder.Build();
        if (replay is not null)
        {
            return await DeadLetterReplay.RunAsync(app.Services.GetRequiredService<DeadLetterStore>(), replay, cancellationToken);
        }

        var findings = new List<VkFinding>();
        var data = BotHost.LoadData(builder.Configuration);
        findings.AddRange(Data(data));
        findings.Add(Calendar(data));
        findings.AddRange(Office(app.Services.GetRequiredService<IOptions<OfficeOptions>>().Value));
        findings.AddRange(await DatabaseAsync(app.Services, cancellationToken));
        findings.Add(Disk(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value));
        findings.AddRange(await app.Services.GetRequiredService<VkChecks>().RunAsync(cancellationToken));
        foreach (var finding in findings)
        {
            Print(finding);
        }

        return findings.Any(finding => finding.Kind == VkFindingKind.Problem) ? ExitCode.FoundProblems : ExitCode.Done;
    }

    private static IEnumerable<VkFinding> Data(DataFolder data) => data.Faults.Count == 0
        ? [new VkFinding("Диалоги и приказы", VkFindingKind.Ok, "ошибок нет", null)]
        : [new VkFinding("Диалоги и приказы", VkFindingKind.Problem, $"ошибок: {data.Faults.Count}", "Все ошибки со строками показывает команда check.")];

    private static VkFinding Calendar(DataFolder data) =>
        CalendarWarning.Of(data.Calendar, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)) is { } warning
            ? new VkFinding("Производственный календарь", VkFindingKind.LookYourself, warning, null)
            : new VkFinding("Производственный календарь", VkFindingKind.Ok, "постановление этого года есть", null);

    private static IEnumerable<VkFinding> Office(OfficeOptions office) => office.Specialists.Count > 0
        ? [new VkFinding("Специалист", VkFindingKind.Ok, "назначен", null)]
        : [new VkFinding("Специалист", VkFindingKind.Problem, "не назначен: отчёты некому проверять", "Укажите номер его страницы ВКонтакте в Office__Specialists__0.")];

    private static async Task<IReadOnlyList<VkFinding>> DatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        const string subject = "База данных";
        try
        {
            var pending = services.GetRequiredService<Migrator>().Pending();
            if (pending.Count > 0)
            {
                return [new VkFinding(subject, VkFindingKind.Problem, $"схема отстала на {pending.Count}", "Выполните команду migrate.")];
            }

            var state = await services.GetRequiredService<PipelineReport>().ReadAsync(cancellationToken);
            var queues = $"ждут обработки {state.WaitingEvents}, ждут отправки {state.WaitingMessages}";
            var database = new VkFinding(subject, VkFindingKind.Ok, queues, null);
            return state.DeadLetters == 0
                ? [database]
                : [database, await DeadLettersAsync(services.GetRequiredService<DeadLetterStore>(), state.DeadLetters, cancellationToken)];
        }
        catch (SchemaException e)
        {
            return [new VkFinding(subject, VkFindingKind.Problem, "не подходит к этой программе", StartFaults.Explain(e))];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever keeps the database away is the finding itself.
            return [new VkFinding(subject, VkFindingKind.Problem, $"недоступна: {e.Message}", "Проверьте Storage__Provider и Storage__ConnectionString и что сервер базы запущен.")];
        }
    }

    private static async Task<VkFinding> DeadLettersAsync(DeadLetterStore letters, int all, CancellationToken cancellationToken)
    {
        var shown = await letters.WaitingAsync(MostLetters, cancellationToken);
        var lines = shown.Select(letter => string.Create(
            CultureInfo.InvariantCulture, $"№ {letter.Id} от {letter.FailedAt:yyyy-MM-dd HH:mm} UTC: {(letter.Reason.Length > LongestReason ? letter.Reason[..LongestReason] + "…" : letter.Reason)}"));
        return new VkFinding(
            "Отложенные события",
            VkFindingKind.Problem,
            $"{all}: {string.Join("; ", lines)}{(all > shown.Count ? " …" : "")}",
            "Когда причина устранена, верните событие в обработку: doctor --replay НОМЕР, или все сразу: doctor --replay all.");
    }

    private static VkFinding Disk(StorageOptions storage)
    {
        const string subject = "Диск";
        var folder = Path.GetFullPath(storage.FilesPath);
        var free = FreeSpace.Of(folder);
        return free >= LeastFreeBytes
            ? new VkFinding(subject, VkFindingKind.Ok, $"свободно {free >> 30} ГБ", null)
            : new VkFinding(subject, VkFindingKind.Problem, $"свободно {free >> 20} МБ", $"Освободите место: файлы подтверждений лежат в {folder}.");
    }

    private static void Print(VkFinding finding)
    {
        var mark = finding.Kind switch
        {
            VkFindingKind.Ok => "✓",
            VkFindingKind.Problem => "✗",
            VkFindingKind.LookYourself => "?",
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Kind, "unknown kind"),
        };
        Console.WriteLine($"{mark} {finding.Subject}: {finding.Text}");
        if (finding.Mend is { } mend)
        {
            Console.WriteLine($"    {mend}");
        }
    }
}
