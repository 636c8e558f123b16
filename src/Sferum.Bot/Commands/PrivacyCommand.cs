using System.Collections.Immutable;
using System.CommandLine;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Privacy;
using Sferum.Bot.Storage;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Commands;

/// <summary><c>privacy</c>: what is stored, why and how long; and what a person may ask for on paper: a copy of his data, or their deletion.</summary>
internal static class PrivacyCommand
{
    /// <summary>Said to whom it was deleted, for nobody should find out by being asked for his consent anew.</summary>
    private const string Notice = "erased_on_request";

    public static Command Create()
    {
        var markdown = new Option<bool>("--markdown") { Description = "Готовая страница для документов оператора" };
        var person = new Option<long?>("--person") { Description = "Номер страницы ВКонтакте, о которой запрос" };
        var export = new Option<string?>("--export") { Description = "Записать всё, что хранится о человеке, в файл (- вместо имени — на экран)" };
        var erase = new Option<bool>("--erase") { Description = "Удалить данные человека; отчёты учреждения остаются без его номера" };
        var yes = new Option<bool>("--yes") { Description = "Удалять без вопроса" };
        var command = new Command("privacy", "Что хранится, зачем и сколько; копия и удаление данных человека по его запросу") { markdown, person, export, erase, yes };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => SettingWords.GuardAsync(parsed, settings => RunAsync(
            new PrivacyRequest(parsed.GetValue(markdown), parsed.GetValue(person), parsed.GetValue(export), parsed.GetValue(erase), parsed.GetValue(yes)), settings, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(PrivacyRequest request, IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        if (WrongUseOf(request) is { } wrong)
        {
            return await StartFaults.RefuseAsync(wrong);
        }

        var builder = BotHost.CreateBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddMessaging();
        builder.Services.AddOrders(builder.Configuration);
        builder.Services.AddPrivacy(builder.Configuration);
        await using var app = builder.Build();
        if (request.Person is not { } person)
        {
            var options = app.Services.GetRequiredService<IOptions<PrivacyOptions>>().Value;
            Console.Write(request.Markdown ? PrivacyPage.ToMarkdown(options, app.Services.GetRequiredService<IOptions<OfficeOptions>>().Value.Name) : PrivacyPage.ToText(options));
            return ExitCode.Done;
        }

        if (app.Services.GetRequiredService<Migrator>().Pending().Count > 0)
        {
            return await StartFaults.RefuseAsync(StartFaults.NotMigrated);
        }

        if (request.Export is { } file)
        {
            await ExportAsync(app.Services, person, file, cancellationToken);
        }

        if (!request.Erase)
        {
            return ExitCode.Done;
        }

        var data = BotHost.LoadData(builder.Configuration);
        return data.Dialogs is { } dialogs && dialogs.Notices.Contains(Notice)
            ? await EraseAsync(app.Services, dialogs, person, request.Yes, cancellationToken)
            : StartFaults.Print(data.Faults);
    }

    private static string? WrongUseOf(PrivacyRequest request) => request switch
    {
        { Person: <= 0 } => "--person: номер страницы ВКонтакте — положительное число, например 123456.",
        { Person: null, Export: null, Erase: false, Yes: false } => null,
        { Person: null } => "Чьи данные? Укажите --person НОМЕР.",
        { Markdown: true } => "--markdown печатает общую страницу; с --person его не указывают.",
        { Export: null, Erase: false } => "Что сделать с данными? Укажите --export ФАЙЛ или --erase.",
        { Export: { } file and not "-" } when File.Exists(file) => $"Файл {file} уже есть. Укажите другой.",
        { Export: { } file and not "-" } when !Directory.Exists(ImportRequest.FolderOf(file)) => $"Папки для {file} нет.",
        _ => null,
    };

    private static async Task ExportAsync(IServiceProvider services, long person, string file, CancellationToken cancellationToken)
    {
        var held = await services.GetRequiredService<Database>().ReadAsync(
            (db, token) => services.GetRequiredService<PersonalDataStore>().OfAsync(db, person, token), cancellationToken);
        if (file == "-")
        {
            Console.Write(held.ToText());
            return;
        }

        await File.WriteAllBytesAsync(file, held.ToFile(), cancellationToken);
        Console.WriteLine($"Записано в {file}: таблиц {held.Tables.Count}, строк {held.Tables.Sum(table => table.Count)}.");
    }

    private static async Task<int> EraseAsync(IServiceProvider services, DialogBook dialogs, long person, bool yes, CancellationToken cancellationToken)
    {
        if (!yes)
        {
            Console.Write($"Удалить данные человека vk.com/id{person}? Вернуть их нельзя. Напишите «да»: ");
            if (Console.ReadLine()?.Trim() is not ("да" or "Да" or "ДА"))
            {
                Console.WriteLine("Ничего не удалено.");
                return ExitCode.Done;
            }
        }

        JournalOrigin.Begin(JournalOrigin.Command);
        var database = services.GetRequiredService<Database>();
        var (erasure, isTold) = await database.InTransactionAsync(
            async (db, token) =>
            {
                var canBeTold = await PeerStore.CanMessageAsync(db, person, token);
                var erased = await services.GetRequiredService<ErasureStore>().EraseAsync(db, person, "request", token);
                var isTold = erased is Erasure.Done && canBeTold;
                if (isTold)
                {
                    await TellAsync(services, dialogs, db, person, token);
                }

                return (erased, isTold);
            },
            cancellationToken);
        switch (erasure)
        {
            case Erasure.Done done:
                await database.InTransactionAsync(
                    (db, token) => services.GetRequiredService<RemovedContentStore>().DeleteFilesAsync(db, int.MaxValue, token), cancellationToken);
                Console.WriteLine("Данные удалены. Отчёты учреждений и журнал остались без номера человека.");
                Console.WriteLine(isTold
                    ? "Сообщение об этом ждёт отправки: человек получит его от бота, следа о нём не останется."
                    : "Написать человеку об этом бот не может: ответьте на обращение сами.");
                foreach (var institution in done.WithoutHead)
                {
                    Console.WriteLine($"Остались без руководителя: {institution.Name}. Новый код: import --codes ФАЙЛ --for \"{institution.Name}\" --apply");
                }

                return ExitCode.Done;
            case Erasure.Nothing:
                Console.WriteLine("О человеке ничего не хранится.");
                return ExitCode.Done;
            case Erasure.HeldBySettings:
                return await StartFaults.RefuseAsync(
                    "Этот номер стоит в настройках (Office__Specialists, Office__Chiefs, Office__Administrators). Сначала уберите его оттуда и перезапустите бота.");
            default:
                throw new InvalidOperationException($"unknown erasure {erasure.GetType().Name}");
        }
    }

    /// <summary>Goes to the outbox as the last words of an erasure in the chat do: once sent, nothing of it is kept.</summary>
    private static async Task TellAsync(IServiceProvider services, DialogBook dialogs, DataConnection db, long person, CancellationToken cancellationToken)
    {
        var office = services.GetRequiredService<IOptions<OfficeOptions>>().Value;
        var facts = new Facts { Person = new PersonFacts(person, "", DialogBook.GuestRole, false, false, 0), Office = new OfficeFacts(office.Name, "") };
        var said = new DialogCore(dialogs, office.GetZone()).Notice(
            Notice, facts, ImmutableSortedDictionary<string, string>.Empty, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await services.GetRequiredService<OutboxStore>().EnqueueAsync(
            db, said.Select(say => new NewOutgoing(person, SendPurpose.Notice, MessageTranslator.ToOutgoing(say) with { LeavesNoTrace = true })), cancellationToken);
    }
}

/// <param name="Export">The file; null when no copy is wanted.</param>
internal sealed record PrivacyRequest(bool Markdown, long? Person, string? Export, bool Erase, bool Yes);
