using System.CommandLine;
using Sferum.Bot.Storage;
using Sferum.Bot.Storage.Backups;

namespace Sferum.Bot.Commands;

/// <summary><c>backup</c> and <c>restore</c>: database and evidence, to a folder and back; for scripts and the administrator.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var to = new Option<string>("--to") { Description = "Папка всех резервных копий", Required = true };
        var keep = new Option<int?>("--keep") { Description = "Сколько последних копий оставить; не указано — все" };
        var tools = Tools();
        var command = new Command("backup", "Сделать резервную копию базы и файлов подтверждений; бота останавливать не нужно") { to, keep, tools };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async services =>
        {
            if (parsed.GetValue(keep) is < 1)
            {
                return await StartFaults.RefuseAsync("--keep: не меньше одной копии.");
            }

            var root = parsed.GetRequiredValue(to);
            var (folder, files) = await services.GetRequiredService<Backup>().MakeAsync(root, parsed.GetValue(tools), cancellationToken);
            Console.WriteLine($"Копия готова: {folder} (файлов подтверждений: {files}).");
            if (parsed.GetValue(keep) is { } most && Backup.Prune(root, most) is > 0 and var gone)
            {
                Console.WriteLine($"Удалено старых копий: {gone}.");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    public static Command CreateRestore()
    {
        var from = new Option<string>("--from") { Description = "Папка одной копии, например /var/backups/sferum-bot/20240415-030000", Required = true };
        var replace = new Option<bool>("--replace") { Description = "Заменить то, что есть в базе сейчас" };
        var tools = Tools();
        var command = new Command("restore", "Вернуть базу и файлы подтверждений из резервной копии; бот должен быть остановлен") { from, replace, tools };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, async services =>
        {
            var files = await services.GetRequiredService<Restoration>()
                .RestoreAsync(parsed.GetRequiredValue(from), parsed.GetValue(replace), parsed.GetValue(tools), cancellationToken);
            Console.WriteLine($"Восстановлено: база и файлы подтверждений ({files}). Копия могла быть сделана более старой версией: схему доведёт migrate или первый запуск.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static Option<string?> Tools() => new("--postgres-tools") { Description = "Папка программ PostgreSQL (pg_dump, pg_restore), если их нет в PATH" };

    private static Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run) => SettingWords.GuardAsync(parsed, async settings =>
    {
        var builder = BotHost.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        await using var app = builder.Build();
        try
        {
            return await run(app.Services);
        }
        catch (BackupException e)
        {
            await Console.Error.WriteLineAsync(Explain(e));
            return ExitCode.FoundProblems;
        }
    });

    private static string Explain(BackupException fault) => fault.Kind switch
    {
        BackupFaultKind.NotThere => $"В папке {fault.Detail} нет резервной копии: укажите папку, в которой лежит SHA256SUMS.",
        BackupFaultKind.Damaged => $"Файл повреждён или отсутствует: {fault.Detail}. Ничего не изменено.",
        BackupFaultKind.OtherProvider => $"Копия {fault.Detail} сделана для другой базы, чем указана в Storage__Provider.",
        BackupFaultKind.NotEmpty => $"Место занято: {fault.Detail}. Чтобы заменить то, что там есть, добавьте --replace.",
        BackupFaultKind.InUse => $"К базе {fault.Detail} кто-то подключён: остановите бота.",
        BackupFaultKind.ToolFailed => $"Не получилось: {fault.Detail} Программы PostgreSQL должны быть установлены (пакет postgresql-client) и не старше сервера; их папку указывает --postgres-tools.",
        _ => throw new InvalidOperationException($"unknown kind {fault.Kind}"),
    };
}
