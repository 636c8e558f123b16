using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sferum.Bot.Commands;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Vk;
using Sferum.Bot.Vk.Api;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary><c>service-account</c>: chats that a user of the office was invited to, beside those of the reports.</summary>
internal static class ServiceAccountCommand
{
    public static Command Create()
    {
        var record = new Option<bool>("--record") { Description = "Записать увиденное в журнал рядом с отчётами учреждений" };
        var command = new Command("service-account", "Какие чаты видит служебная учётная запись управления: название, участники, какому отчёту подходит")
        {
            record,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => SettingWords.GuardAsync(
            parsed, settings => RunAsync(settings, parsed.GetValue(record), Terminal.OfProcess, cancellationToken)));
        return command;
    }

    /// <param name="addServices">Further parts, after those of the command.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> settings, bool record, Terminal terminal, CancellationToken cancellationToken, Action<IServiceCollection>? addServices = null)
    {
        var builder = BotHost.CreateBuilder(settings);
        if (await WrongSettingAsync(builder.Configuration) is { } code)
            return code;

        terminal.Out.WriteLine(Risks.Text);
        if (!string.Equals(terminal.Ask($"Напишите «{Risks.Consent}», чтобы продолжить:", false), Risks.Consent, StringComparison.OrdinalIgnoreCase))
            return await StartFaults.RefuseAsync("Вход не выполнен: на риски нужно согласие человека за терминалом.");

        if (Credentials.Read(Environment.GetEnvironmentVariable, terminal) is not { } credentials)
            return await StartFaults.RefuseAsync($"Не заданы {Credentials.LoginVariable} и {Credentials.PasswordVariable}.");

        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddOrders(builder.Configuration);
        builder.Services.AddVkClient(builder.Configuration);
        builder.Services.AddSingleton(BotHost.LoadData(builder.Configuration).Orders);
        builder.Services.Configure<ServiceAccountOptions>(builder.Configuration.GetSection(ServiceAccountOptions.Section));
        builder.Services.AddSingleton<SignIn>();
        builder.Services.AddSingleton<ChatEvidenceStore>();
        addServices?.Invoke(builder.Services);
        await using var app = builder.Build();
        if (app.Services.GetRequiredService<Migrator>().Pending().Count > 0)
            return await StartFaults.RefuseAsync(StartFaults.NotMigrated);

        switch (await app.Services.GetRequiredService<SignIn>().RunAsync(credentials, terminal, cancellationToken))
        {
            case SignInResult.Refused refused:
                await terminal.Error.WriteLineAsync(refused.Why);
                return ExitCode.FoundProblems;
            case SignInResult.In account:
                using (account.Api)
                    return await ShowAsync(app.Services, account, record, terminal, cancellationToken);
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }

    private static async Task<int?> WrongSettingAsync(ConfigurationManager configuration)
    {
        // Providers are asked one by one: from the environment these names may come, from a file or a command line they may not.
        var written = ((IConfigurationRoot)configuration).Providers
            .Where(provider => provider is not Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider)
            .Any(provider => Credentials.ForbiddenSettings.Any(name => provider.TryGet(name, out _)));
        if (written)
            return await StartFaults.RefuseAsync($"Телефон и пароль служебной учётной записи не пишут в файл настроек и в командную строку: только в переменные {Credentials.LoginVariable} и {Credentials.PasswordVariable} или по запросу.");

        return configuration.GetSection(ServiceAccountOptions.Section).Get<ServiceAccountOptions>() is { Enabled: true }
            ? null
            : await StartFaults.RefuseAsync("Служебная учётная запись выключена. Прочитайте deploy/vknet.ru.md и, если она всё же нужна, поставьте ServiceAccount__Enabled=true.");
    }

    private static async Task<int> ShowAsync(IServiceProvider services, SignInResult.In account, bool record, Terminal terminal, CancellationToken cancellationToken)
    {
        switch (await AccountChats.ReadAsync(account.Api, account.AccountId, cancellationToken))
        {
            case VkResult<ImmutableArray<SeenChat>>.Ok { Value: var chats }:
                var store = services.GetRequiredService<ChatEvidenceStore>();
                var named = await store.NamedAsync(cancellationToken);
                var matches = chats.Select(chat => ChatMatch.Of(chat, named)).ToList();
                terminal.Out.WriteLine($"Чатов: {matches.Count}.");
                foreach (var match in matches)
                    Print(match, terminal);
                if (record)
                    await RecordAsync(matches, store, terminal, cancellationToken);
                else if (matches.Any(match => match.Candidates.Length > 0))
                    terminal.Out.WriteLine("Записать увиденное в журнал: service-account --record");
                return ExitCode.Done;
            case VkResult<ImmutableArray<SeenChat>>.Error { Problem: var error }:
                await terminal.Error.WriteLineAsync($"ВКонтакте не показал чаты: ошибка {error.Code} ({error.Message}).");
                return ExitCode.FoundProblems;
            case VkResult<ImmutableArray<SeenChat>>.Fault { Problem: var fault }:
                await terminal.Error.WriteLineAsync($"ВКонтакте не ответил ({fault.Reason}). Попробуйте позже.");
                return ExitCode.FoundProblems;
            case var other:
                throw new InvalidOperationException($"Unknown result {other.GetType().Name}.");
        }
    }

    private static void Print(ChatMatch match, Terminal terminal)
    {
        terminal.Out.WriteLine($"• «{match.Chat.Title}», участников без служебной записи: {match.Chat.People.Count}");
        if (match.Candidates.IsEmpty)
            terminal.Out.WriteLine("    такого чата нет ни в одном отчёте");
        foreach (var one in match.Candidates)
            terminal.Out.WriteLine($"    {Words(one)}; {(match.Chat.People.Overlaps(one.Acting) ? "руководитель или заместитель в чате есть" : "руководителя в чате не видно")}");
    }

    private static async Task RecordAsync(List<ChatMatch> matches, ChatEvidenceStore store, Terminal terminal, CancellationToken cancellationToken)
    {
        JournalOrigin.Begin(JournalOrigin.Command);
        var written = 0;
        foreach (var match in matches.Where(match => match.Candidates.Length > 0))
        {
            if ((match.IsSure ? match.Candidates[0] : Chosen(match, terminal)) is { } one)
                written += await store.RecordAsync(one.Line, match.Chat, cancellationToken) ? 1 : 0;
        }

        terminal.Out.WriteLine($"Записано в журнал: {written}. Решение по отчёту остаётся за специалистом.");
    }

    /// <summary>A title alone is no proof: a person says which chat it is.</summary>
    private static NamedChat? Chosen(ChatMatch match, Terminal terminal)
    {
        terminal.Out.WriteLine($"«{match.Chat.Title}», участников {match.Chat.People.Count}:");
        for (var i = 0; i < match.Candidates.Length; i++)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}) {Words(match.Candidates[i])}"));
        var answer = terminal.Ask("Номер или пустая строка, если ни один:", false);
        return int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= match.Candidates.Length
            ? match.Candidates[number - 1]
            : null;
    }

    private static string Words(NamedChat one) =>
        $"{one.Institution}, пункт {one.Label}{(one.Members is { Length: > 0 } members ? $", в отчёте участников: {members}" : "")}";
}
