using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Options;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Reports;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;
using Spectre.Console;

namespace Sferum.Bot.Commands;

/// <summary><c>report</c>: how the district stands, asked in the specialist's words, on the screen or as a file; or whether a statement is genuine.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("ЧТО") { Description = "Словами, как в чате: кто не сдал 1.2 из садов", Arity = ArgumentArity.ZeroOrMore };
        var into = new Option<string?>("--out") { Description = "Записать в файл .xlsx или .csv; без этого — на экран" };
        var verify = new Option<string?>("--verify") { Description = "Проверить справку об исполнении: файл с её текстом (- вместо имени — со стандартного ввода)" };
        var journal = new Option<bool>("--journal") { Description = "Проверить журнал: цела ли цепочка записей; с --out ещё и выгрузить его в файл" };
        var command = new Command("report", "Отчёты о районе словами специалиста; проверка справок и журнала") { words, into, verify, journal };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => StartFaults.GuardAsync(() =>
        {
            // A setting that stands among words is taken for a word by the parser.
            var tokens = parsed.UnmatchedTokens.Concat(parsed.GetValue(words) ?? []).ToLookup(SettingWords.IsSetting);
            return RunAsync(new ReportRequest([.. tokens[false]], parsed.GetValue(into), parsed.GetValue(verify), parsed.GetValue(journal)), [.. tokens[true]], cancellationToken);
        }));
        return command;
    }

    private static async Task<int> RunAsync(ReportRequest request, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        if (WrongUseOf(request) is { } wrong)
        {
            return await StartFaults.RefuseAsync(wrong);
        }

        var builder = BotHost.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        var data = BotHost.LoadData(builder.Configuration);
        if (data.Faults.Count > 0)
        {
            return StartFaults.Print(data.Faults);
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(data.Orders);
        builder.Services.AddSingleton(DataFolder.Reader);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddOrders(builder.Configuration);
        builder.Services.AddReports();
        builder.Services.AddSingleton<OverviewLoader>();
        await using var app = builder.Build();
        if (app.Services.GetRequiredService<Migrator>().Pending().Count > 0)
        {
            return await StartFaults.RefuseAsync(StartFaults.NotMigrated);
        }

        if (await app.Services.GetRequiredService<OrdersInForce>().LookAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return StartFaults.Print(faults);
        }

        return request switch
        {
            { Journal: true } => await CheckJournalAsync(app.Services, request.Into, cancellationToken),
            { Verify: { } statement } => await VerifyAsync(app.Services, await ReadAsync(statement, cancellationToken), cancellationToken),
            _ => await TellAsync(app.Services, request, cancellationToken),
        };
    }

    private static string? WrongUseOf(ReportRequest request) => request switch
    {
        { Words: var words } when words.FirstOrDefault(word => word.StartsWith('-')) is { } unknown => $"Непонятно: {unknown}. Подсказка: report --help.",
        { Verify: not null } and ({ Words.Count: > 0 } or { Into: not null } or { Journal: true }) => "--verify проверяет справку, больше ничего с ним не указывают.",
        { Journal: true, Words.Count: > 0 } => "--journal проверяет журнал, слов к нему не нужно.",
        { Verify: null, Journal: false, Words.Count: 0 } => "Скажите, о чём отчёт. Пример: report \"кто не сдал 1.2 из садов\" --out список.xlsx",
        { Verify: { } file } when file != "-" && !File.Exists(file) => $"Файла {file} нет.",
        { Into: { } file } when Path.GetExtension(file).ToUpperInvariant() is not (".XLSX" or ".CSV") => $"Отчёт записывается в .xlsx или .csv, а указано: {file}.",
        { Into: { } file } when !Directory.Exists(ImportRequest.FolderOf(file)) => $"Папки для {file} нет.",
        _ => null,
    };

    private static async Task<int> TellAsync(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var today = services.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone().DayOf(TimeProvider.System.GetUtcNow());
        var words = string.Join(' ', request.Words);
        if (services.GetRequiredService<OverviewLoader>().QueryOfWords(words, today) is not { } query)
        {
            return await StartFaults.RefuseAsync($"Не понимаю «{words}». Примеры: кто не сдал 1.2б из садов; кто просрочил; кто ни разу не заходил; что изменилось со вчера.");
        }

        var told = await services.GetRequiredService<Database>().ReadAsync(
            (db, token) => services.GetRequiredService<DistrictReport>().OfAsync(db, query, token), cancellationToken);
        if (request.Into is { } file)
        {
            await WriteAsync(told.Table, file, cancellationToken);
        }
        else
        {
            Print(told.Table);
        }

        Console.WriteLine($"{told.Table.Name}: учреждений {told.Institutions}, строк {told.Table.Rows.Length}{(request.Into is { } written ? $", записано в {written}" : "")}");
        return ExitCode.Done;
    }

    private static Task WriteAsync(Reports.Table table, string file, CancellationToken cancellationToken) =>
        File.WriteAllBytesAsync(file, ImportRequest.IsTable(file) ? Encoding.UTF8.GetBytes(table.ToCsv()) : table.ToXlsx(), cancellationToken);

    private static async Task<int> CheckJournalAsync(IServiceProvider services, string? into, CancellationToken cancellationToken)
    {
        var journal = services.GetRequiredService<JournalReport>();
        var (broken, lines) = await services.GetRequiredService<Database>().ReadAsync(
            async (db, token) => (
                await services.GetRequiredService<JournalStore>().FirstBrokenAsync(db, token),
                await journal.OfAsync(db, JournalQuery.All, into is null ? 1 : JournalReport.MostRows, token)),
            cancellationToken);
        if (into is not null)
        {
            await WriteAsync(journal.ToTable(lines), into, cancellationToken);
        }

        var written = into is null ? "" : $" Записано в {into}: {lines.Count}{(lines.Count == JournalReport.MostRows ? ", последние" : "")}.";
        Console.WriteLine(broken is { } entry
            ? $"Журнал повреждён начиная с записи {entry}: она изменена или пропала.{written}"
            : $"Журнал цел, записей {(lines.Count > 0 ? lines[0].Number : 0)}.{written}");
        return broken is null ? ExitCode.Done : ExitCode.FoundProblems;
    }

    private static void Print(Reports.Table table)
    {
        if (table.Rows.IsEmpty)
        {
            return;
        }

        var shown = new Spectre.Console.Table();
        foreach (var column in table.Columns)
        {
            shown.AddColumn(Markup.Escape(column));
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. row.Select(cell => Markup.Escape(cell.Show()))]);
        }

        AnsiConsole.Write(shown);
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var reader = file == "-" ? Console.In : File.OpenText(file);
        var buffer = new char[CertificateText.Longest + 1];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string text, CancellationToken cancellationToken)
    {
        if (text.Length > CertificateText.Longest)
        {
            return await StartFaults.RefuseAsync($"Это не справка: в файле больше {CertificateText.Longest} знаков.");
        }

        var check = await services.GetRequiredService<CertificateStore>().CheckAsync(text, cancellationToken);
        var zone = services.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone();
        Console.WriteLine(check switch
        {
            CertificateCheck.Genuine genuine => $"Справка № {genuine.Certificate.Number} подлинная: выдана {TimeZoneInfo.ConvertTime(genuine.Certificate.At, zone):dd.MM.yyyy HH:mm} учреждению «{genuine.Institution}». Журнал цел.",
            CertificateCheck.Altered altered => $"Справка № {altered.Number} выдавалась, но текст другой: его изменили или скопировали не весь.",
            CertificateCheck.Unknown => "Такой справки в журнале нет. Нужен весь текст, вместе со строкой «Справка № …».",
            CertificateCheck.JournalBroken broken => $"Журнал повреждён начиная с записи {broken.Entry}: справке верить нельзя. Сообщите администратору.",
            _ => throw new InvalidOperationException($"unknown check {check.GetType().Name}"),
        });
        return check is CertificateCheck.Genuine ? ExitCode.Done : ExitCode.FoundProblems;
    }
}

/// <param name="Words">What is asked.</param>
/// <param name="Into">The file; null for the screen.</param>
/// <param name="Verify">The statement's file; null when none is to be checked.</param>
/// <param name="Journal">The chain of the journal is to be checked.</param>
internal sealed record ReportRequest(IReadOnlyList<string> Words, string? Into, string? Verify, bool Journal);
