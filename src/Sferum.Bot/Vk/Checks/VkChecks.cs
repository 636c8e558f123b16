using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Checks;

/// <summary>
/// Looks at what the community's settings need for the bot to work, and tells what to press in VK. Its texts stand here
/// and not in <c>dialogs/</c>: the administrator reads them, not the people of the chats.
/// </summary>
internal sealed class VkChecks(IVkApi api, IOptions<VkOptions> options, TimeProvider time)
{
    public const string EventsVersion = "5.199";

    private const string WhereTokens = "Управление → Дополнительно → Работа с API → Ключи доступа";
    private const string WhereLongPoll = "Управление → Дополнительно → Работа с API → Long Poll API";

    /// <summary>The event by which words of an administrator are seen (<c>vk-platform.md</c> §4.2).</summary>
    private const string WrittenByHand = "message_reply";

    /// <summary>Beyond this, deadlines and quiet hours would be told by a wrong clock.</summary>
    private static readonly TimeSpan LargestClockError = TimeSpan.FromSeconds(30);

    private static readonly (string Name, string Shown)[] Rights =
    [
        ("messages", "сообщения сообщества"),
        ("photos", "фотографии"),
        ("docs", "документы"),
        ("manage", "управление сообществом"),
    ];

    /// <summary>Events that the bot lives on (<c>vk-platform.md</c> §4.2).</summary>
    public static ImmutableArray<(string Name, string Shown)> Events { get; } =
    [
        ("message_new", "входящее сообщение"),
        ("message_event", "действие с сообщением"),
        ("message_allow", "разрешение на получение"),
        ("message_deny", "запрет на получение"),
        ("message_edit", "редактирование сообщения"),
    ];

    public async Task<ImmutableArray<VkFinding>> RunAsync(CancellationToken cancellationToken)
    {
        var group = await GroupAsync(cancellationToken);
        if (group.Kind == VkFindingKind.Problem)
            return [group];

        var findings = ImmutableArray.CreateBuilder<VkFinding>();
        findings.Add(group);
        findings.AddRange(await RightsAsync(cancellationToken));
        if (options.Value.Transport == VkTransportKind.LongPoll)
            findings.AddRange(await LongPollAsync(cancellationToken));
        findings.Add(new VkFinding(
            "Возможности ботов",
            VkFindingKind.LookYourself,
            "ключ сообщества не показывает эту настройку; если она выключена, кнопки не отправляются (ошибка 912 в журнале)",
            "Проверьте: Управление → Сообщения → Настройки для бота → «Возможности ботов» — «Включены»."));
        findings.Add(new VkFinding(
            "Добавление в чаты",
            VkFindingKind.LookYourself,
            "ключ сообщества не показывает эту настройку; если она выключена, руководитель не сможет показать боту чат",
            "Проверьте: Управление → Сообщения → Настройки для бота → «Разрешать добавлять сообщество в чаты» — отмечено."));
        findings.Add(await ClockAsync(cancellationToken));
        return findings.ToImmutable();
    }

    private async Task<VkFinding> GroupAsync(CancellationToken cancellationToken)
    {
        const string subject = "Ключ доступа";
        return await api.GetOwnGroupAsync(cancellationToken) switch
        {
            VkResult<VkGroup>.Ok { Value: var group } when group.Id == options.Value.GroupId => Ok(subject, $"принят, сообщество «{group.Name}» ({group.Id})"),
            VkResult<VkGroup>.Ok { Value: var group } => Problem(
                subject, $"принадлежит сообществу {group.Id}, а в настройках указано {options.Value.GroupId}",
                $"Поставьте Vk__GroupId={group.Id} или создайте ключ в нужном сообществе: {WhereTokens}."),
            VkResult<VkGroup>.Error { Problem: var error } when VkErrorPolicy.Of(error).Policy == VkPolicy.Alert => Problem(
                subject, $"не принят (ошибка {error.Code}: {error.Message})",
                $"Создайте новый ключ: {WhereTokens} → Создать ключ, и запишите его в Vk__Token. Новый ключ начинает действовать не сразу, иногда через несколько минут."),
            var failed => Failed(subject, failed),
        };
    }

    private async Task<ImmutableArray<VkFinding>> RightsAsync(CancellationToken cancellationToken)
    {
        const string subject = "Права ключа";
        switch (await api.GetTokenPermissionsAsync(cancellationToken))
        {
            case VkResult<ImmutableArray<string>>.Ok { Value: var names }:
                var missing = Rights.Where(right => !names.Contains(right.Name)).Select(right => $"«{right.Shown}» ({right.Name})").ToList();
                var finding = missing.Count == 0
                    ? Ok(subject, "все нужные есть")
                    : Problem(subject, $"не хватает: {string.Join(", ", missing)}", $"Создайте ключ с этими правами: {WhereTokens} → Создать ключ, и запишите его в Vk__Token.");
                var excess = names.Except(Rights.Select(right => right.Name)).Order(StringComparer.Ordinal).ToList();
                return excess.Count == 0
                    ? [finding]
                    :
                    [
                        finding,
                        new VkFinding(
                            "Лишние права ключа",
                            VkFindingKind.LookYourself,
                            $"{string.Join(", ", excess)}: бот ими не пользуется, а с украденным ключом ими воспользуется чужой",
                            $"Создайте ключ только с правами {string.Join(", ", Rights.Select(right => $"«{right.Shown}»"))}: {WhereTokens} → Создать ключ, запишите его в Vk__Token, а старый удалите."),
                    ];
            case var failed:
                return [Failed(subject, failed)];
        }
    }

    private async Task<ImmutableArray<VkFinding>> LongPollAsync(CancellationToken cancellationToken)
    {
        const string subject = "Long Poll API";
        switch (await api.GetLongPollSettingsAsync(options.Value.GroupId, cancellationToken))
        {
            case VkResult<LongPollSettings>.Ok { Value: { IsEnabled: false } }:
                return [Problem(subject, "выключен", $"{WhereLongPoll}: «Включено», версия {EventsVersion}.")];
            case VkResult<LongPollSettings>.Ok { Value: var settings } when settings.ApiVersion != EventsVersion:
                return [Problem(subject, $"версия {settings.ApiVersion}, а нужна {EventsVersion}", $"{WhereLongPoll}: версия API {EventsVersion}.")];
            case VkResult<LongPollSettings>.Ok { Value: var settings }:
                var missing = Events.Where(kind => !settings.Events.Contains(kind.Name)).Select(kind => $"«{kind.Shown}» ({kind.Name})").ToList();
                return
                [
                    missing.Count == 0
                        ? Ok(subject, $"включён, версия {settings.ApiVersion}, нужные события отмечены")
                        : Problem(subject, $"не отмечены события: {string.Join(", ", missing)}", $"{WhereLongPoll} → Типы событий: отметьте их."),
                    ByHand(settings),
                ];
            case var failed:
                return [Failed(subject, failed)];
        }
    }

    /// <summary>The bot lives without it, but talks into what a person answers by hand.</summary>
    private static VkFinding ByHand(LongPollSettings settings)
    {
        const string subject = "Ответы вручную";
        return settings.Events.Contains(WrittenByHand)
            ? Ok(subject, "бот видит их и молчит, пока говорит человек")
            : new VkFinding(
                subject,
                VkFindingKind.LookYourself,
                "бот их не видит: он будет отвечать людям, с которыми вы переписываетесь сами",
                $"Отметьте «исходящее сообщение» ({WrittenByHand}): {WhereLongPoll} → Типы событий.");
    }

    private async Task<VkFinding> ClockAsync(CancellationToken cancellationToken)
    {
        const string subject = "Часы";
        var before = time.GetUtcNow();
        switch (await api.GetServerTimeAsync(cancellationToken))
        {
            case VkResult<DateTimeOffset>.Ok { Value: var theirs }:
                var ours = before + ((time.GetUtcNow() - before) / 2);
                var difference = (ours - theirs).Duration();
                return difference <= LargestClockError
                    ? Ok(subject, "идут верно")
                    : Problem(
                        subject, $"расходятся с часами ВКонтакте на {difference:d\\.hh\\:mm\\:ss}",
                        "Включите на сервере синхронизацию времени (timedatectl set-ntp true): по этим часам считаются сроки и тихие часы.");
            case var failed:
                return Failed(subject, failed);
        }
    }

    private static VkFinding Ok(string subject, string text) => new(subject, VkFindingKind.Ok, text, null);

    private static VkFinding Problem(string subject, string text, string mend) => new(subject, VkFindingKind.Problem, text, mend);

    private VkFinding Failed<T>(string subject, VkResult<T> result) => result switch
    {
        VkResult<T>.Error { Problem: var error } => Problem(
            subject, $"ВКонтакте ответил ошибкой {error.Code}: {error.Message}",
            $"Проверьте, что у ключа есть право «управление сообществом» (manage): {WhereTokens}."),
        VkResult<T>.Fault { Problem: var fault } => Problem(
            subject, $"ВКонтакте не отвечает по адресу {options.Value.ApiBaseUrl.Host} ({fault.Reason})",
            "Проверьте доступ сервера в интернет и настройку Vk__ApiBaseUrl."),
        _ => throw new InvalidOperationException($"Unexpected {result.GetType().Name}."),
    };
}
