using System.CommandLine;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Orders.Roster;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk;

namespace Sferum.Bot.Commands;

/// <summary><c>import</c>: brings the roster of institutions up to a file of the office and issues their codes.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Список учреждений: CSV или XLSX. Без него — только коды", Arity = ArgumentArity.ZeroOrOne };
        var apply = new Option<bool>("--apply") { Description = "Записать в базу; без этого — только показать, что изменится" };
        var archive = new Option<bool>("--archive-missing") { Description = "Учреждения, которых нет в файле, убрать в архив" };
        var codes = new Option<string?>("--codes") { Description = "Выдать одноразовые коды и записать их в лист для печати (.html) или таблицу (.csv)" };
        var names = new Option<string[]>("--for") { Description = "Код только для этого учреждения: новому руководителю или взамен потерянного. Можно повторять" };
        var community = new Option<string?>("--community") { Description = "Короткое имя сообщества для ссылок; иначе Vk__ScreenName или club{Vk__GroupId}" };
        var command = new Command("import", "Список учреждений из CSV или XLSX: просмотр изменений, запись, листы с кодами")
        {
            file, apply, archive, codes, names, community,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => StartFaults.GuardAsync(() =>
        {
            // A setting that stands before the file, or without one, is taken for the file by the parser.
            var tokens = parsed.UnmatchedTokens.Prepend(parsed.GetValue(file)).OfType<string>().ToLookup(SettingWords.IsSetting);
            var request = new ImportRequest(
                [.. tokens[false]],
                parsed.GetValue(apply),
                parsed.GetValue(archive),
                parsed.GetValue(codes),
                parsed.GetValue(names) ?? [],
                parsed.GetValue(community));
            return RunAsync(request, [.. tokens[true]], cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(ImportRequest request, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        if (WrongUseOf(request) is { } wrong)
        {
            return await StartFaults.RefuseAsync(wrong);
        }

        var builder = BotHost.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddOrders(builder.Configuration);
        builder.Services.AddSingleton(DataFolder.Reader);
        var data = BotHost.LoadData(builder.Configuration);
        if (data.Faults.Count > 0)
        {
            return StartFaults.Print(data.Faults);
        }

        var link = LinkOf(request, builder.Configuration.GetSection(VkOptions.Section).Get<VkOptions>() ?? new VkOptions());
        if (request.Codes is not null && link is null)
        {
            return await StartFaults.RefuseAsync("Для ссылок в листе нужно короткое имя сообщества: --community ИМЯ, Vk__ScreenName или номер в Vk__GroupId.");
        }

        builder.Services.AddSingleton(data.Orders);
        await using var app = builder.Build();
        if (app.Services.GetRequiredService<Migrator>().Pending().Count > 0)
        {
            return await StartFaults.RefuseAsync(StartFaults.NotMigrated);
        }

        // A roster may name types that only an uploaded order knows.
        if (await app.Services.GetRequiredService<OrdersInForce>().LookAsync(cancellationToken) is { Count: > 0 } wrongOrders)
        {
            return StartFaults.Print(wrongOrders);
        }

        var faults = new Faults();
        var roster = request.File is { } path ? Read(path, data.Orders, faults) : null;
        if (faults.Count > 0)
        {
            return Report(faults);
        }

        JournalOrigin.Begin(JournalOrigin.Command);
        var run = new ImportRun(request, roster, link, app.Services);
        return await run.RunAsync(faults, cancellationToken) ? ExitCode.Done : Report(faults);
    }

    private static string? WrongUseOf(ImportRequest request)
    {
        if (request.Files.FirstOrDefault(token => token.StartsWith('-')) is { } unknown)
        {
            return $"Непонятно: {unknown}. Подсказка: import --help.";
        }

        return request switch
        {
            { Files.Count: > 1 } => $"Файл нужен один, а указаны: {string.Join(", ", request.Files)}.",
            { File: null, Codes: null } => "Укажите файл со списком учреждений (CSV или XLSX) или --codes ЛИСТ.html.",
            { File: null, ArchiveMissing: true } => "--archive-missing имеет смысл только вместе с файлом.",
            { File: { } file } when !File.Exists(file) => $"Файла {file} нет.",
            { Codes: null, For.Count: > 0 } => "--for имеет смысл только вместе с --codes ЛИСТ.html.",
            { Codes: { } sheet } when !ImportRequest.IsSheet(sheet) => $"Коды записываются в .html (для печати) или .csv (таблица), а указано: {sheet}.",
            { Codes: { } sheet } when File.Exists(sheet) => $"Файл {sheet} уже есть, и коды из него могут ещё понадобиться. Укажите другое имя.",
            { Codes: { } sheet } when !Directory.Exists(ImportRequest.FolderOf(sheet)) => $"Папки для {sheet} нет.",
            { Community: { } community } when CommunityName.Parse(community) is null => $"«{community}» — не короткое имя сообщества. Пример: --community sferum_office.",
            _ => null,
        };
    }

    private static CommunityName? LinkOf(ImportRequest request, VkOptions vk)
    {
        if (request.Community is { } given)
        {
            return CommunityName.Parse(given);
        }

        return vk.ScreenName.Length > 0 ? CommunityName.Parse(vk.ScreenName) : vk.GroupId > 0 ? CommunityName.Of(vk.GroupId) : null;
    }

    private static RosterFile Read(string path, OrderBook orders, Faults faults)
    {
        using var content = File.OpenRead(path);
        return RosterReader.Read(Path.GetFileName(path), content, orders.Types, faults);
    }

    private static int Report(Faults faults)
    {
        foreach (var fault in faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine($"Ошибок: {faults.Count}. В базе ничего не изменилось.");
        return ExitCode.FoundProblems;
    }
}

/// <param name="Files">The roster; more than one, or one that is an option, is wrong use.</param>
/// <param name="Codes">Where codes go; null when none are wanted.</param>
/// <param name="For">Institutions that get a code; none: all without a head.</param>
internal sealed record ImportRequest(
    IReadOnlyList<string> Files, bool Apply, bool ArchiveMissing, string? Codes, IReadOnlyList<string> For, string? Community)
{
    /// <summary>The roster; null when only codes are wanted.</summary>
    public string? File => Files.Count > 0 ? Files[0] : null;

    public static bool IsSheet(string path) => IsTable(path) || Path.GetExtension(path).ToUpperInvariant() is ".HTML" or ".HTM";

    public static bool IsTable(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    public static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
}
