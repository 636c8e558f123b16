using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Sferum.Bot.Answers;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Commands;

/// <summary><c>ask</c>: what the bot answers to a free question, for people, for programs, and measured on a file of questions.</summary>
internal static class AskCommand
{
    private const string NoType = "-";

    public static Command Create()
    {
        var question = new Argument<string[]>("question") { Description = "Вопрос; без него вопросы читаются построчно со стандартного ввода", Arity = ArgumentArity.ZeroOrMore };
        var role = new Option<string>("--role") { Description = "Кто спрашивает: director, teacher, specialist, unknown", DefaultValueFactory = _ => Asker.UnknownRole };
        var type = new Option<string>("--org-type") { Description = "Тип учреждения: МОУ, МДОУ, УДО", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "Строки JSON: на входе {question, role, org_type}, на выходе ответ для программ" };
        var evaluate = new Option<FileInfo?>("--evaluate") { Description = "Измерить на файле вопросов (TSV: question, topic_id, role, org_type)" };
        var folds = new Option<int>("--folds") { Description = "С --evaluate: рядом перекрёстная проверка по стольким частям (0 — без неё)", DefaultValueFactory = _ => 4 };
        var calibrate = new Option<FileInfo?>("--calibrate") { Description = "Найти пороги перекрёстной проверкой на файле вопросов и показать их для answers/thresholds.yaml" };
        var export = new Option<DirectoryInfo?>("--export") { Description = "Записать ответы, которые сохранил специалист, файлами в эту папку (обычно dialogs/answers). Настройки базы как у run" };
        var learn = new Option<FileInfo?>("--learn") { Description = "Учиться на ответах заранее и записать выученное в файл (answers.learned рядом с папкой answers), чтобы бот запускался быстрее" };
        var path = new Option<string>("--path") { Description = "Папка с диалогами и приказами", DefaultValueFactory = _ => BotHost.DialogsFolder };
        var command = new Command("ask", "Спросить бота: что он ответит и почему") { question, role, type, json, evaluate, folds, calibrate, export, learn, path };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(export) is { } folder ? ExportAsync(folder, cancellationToken) : Task.FromResult(Run(
            DataFolder.Load(parsed.GetValue(path)!), // has a default
            data => parsed switch
            {
                _ when parsed.GetValue(learn) is { } file => Learn(data, file),
                _ when parsed.GetValue(calibrate) is { } file => AskMeasures.Calibrate(data, file),
                _ when parsed.GetValue(evaluate) is { } file => AskMeasures.Evaluate(data, file, parsed.GetValue(folds)),
                _ when parsed.GetValue(json) => AnswerLines(new AskDesk(data)),
                _ => AnswerPerson(new AskDesk(data), parsed.GetValue(question) ?? [], new Asker(parsed.GetValue(role)!, parsed.GetValue(type)!)), // have defaults
            })));
        return command;
    }

    private static int Run(DataFolder data, Func<DataFolder, int> action) => data.Faults.Count > 0 ? StartFaults.Print(data.Faults) : action(data);

    private static async Task<int> ExportAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var builder = BotHost.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddOrders(builder.Configuration);
        await using var app = builder.Build();
        var zone = app.Services.GetRequiredService<IOptions<OfficeOptions>>().Value.GetZone();
        var files = await AnswerExport.WriteAsync(app.Services.GetRequiredService<SavedAnswerStore>(), zone, folder.FullName, cancellationToken);
        foreach (var file in files)
        {
            Console.WriteLine(file);
        }

        Console.WriteLine($"Записано ответов: {files.Count}. Проверьте папку командой check.");
        return ExitCode.Done;
    }

    private static int Learn(DataFolder data, FileInfo file)
    {
        try
        {
            AnswerBook.Learn(data.Answers, file.FullName);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Файл {file.FullName} не записать: {e.Message}");
            return ExitCode.WrongUse;
        }
    }

    private static int AnswerPerson(AskDesk desk, string[] words, Asker asker)
    {
        var questions = words.Length > 0 ? [string.Join(' ', words)] : Lines();
        foreach (var question in questions)
        {
            Console.WriteLine(desk.Ask(question, asker).Text);
            Console.WriteLine();
        }

        return ExitCode.Done;
    }

    private static int AnswerLines(AskDesk desk)
    {
        var code = ExitCode.Done;
        foreach (var line in Lines())
        {
            try
            {
                var asked = JsonSerializer.Deserialize(line, AskJson.Readable.AskQuestion) is { Question: not null } question
                    ? question
                    : throw new JsonException();
                var type = asked.OrgType is null or NoType ? "" : asked.OrgType;
                Console.WriteLine(JsonSerializer.Serialize(desk.Ask(asked.Question, new Asker(asked.Role ?? Asker.UnknownRole, type)), AskJson.Readable.AskAnswer));
            }
            catch (JsonException)
            {
                Console.Error.WriteLine($"Строка не читается как {{\"question\", \"role\", \"org_type\"}}: {line}");
                code = ExitCode.WrongUse;
            }
        }

        return code;
    }

    private static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } words)
            {
                yield return words;
            }
        }
    }
}

internal sealed record AskQuestion(string Question, string? Role, string? OrgType);

/// <summary>The form that other programs rely on (design, "What other programs rely on").</summary>
internal sealed record AskAnswer(string Kind, string? Topic, IReadOnlyList<AskCandidate> Candidates, string Text, string? Source);

internal sealed record AskCandidate(string Topic, double Score);

[JsonSerializable(typeof(AskQuestion))]
[JsonSerializable(typeof(AskAnswer))]
internal sealed partial class AskJson : JsonSerializerContext
{
    public static AskJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
