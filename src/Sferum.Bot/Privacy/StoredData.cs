using Sferum.Bot.Broadcasts;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using static Sferum.Bot.Privacy.Keeping;

namespace Sferum.Bot.Privacy;

/// <summary>
/// What is stored, whose it is, why, how long, and what becomes of it when a person has his data deleted: every table and column
/// of the schema. From here come the operator's page, what a person is told of himself, his export, and the deletion itself.
/// </summary>
public static partial class StoredData
{
    private const string Consent = "согласие";
    private const string Powers = "полномочия управления образования";
    private const string Security = "защита данных";
    private const string None = "персональных данных нет";
    private const string Nobody = "никого";
    private const string Acting = "руководители и заместители";
    private const string Office = "работники управления";
    private const string Everybody = "все, кто пишет боту";
    private const string ByDesk = "специалист";
    private const string ByInstitution = "специалист, руководитель и заместитель учреждения";
    private const string ByAdministrator = "администратор";

    private static readonly Keeping OfInstitution = new WhileNeeded("пока ведётся приказ: это данные учреждения, строк не больше, чем учреждений и пунктов");
    private static readonly Keeping WhileKnown = new ByRule(RetentionStore.SilentPeople, options => $"пока человек известен боту; без должности и без сообщений {Periods.Of(options.SilentPeopleKept)}");
    private static readonly Keeping LikeMessages = new ByRule(Housekeeper.OwnRule, _ => $"{Periods.Of(Housekeeper.MessageRetention)} после отправки");
    private static readonly Keeping LikeReminders = new ByRule("reminders", _ => $"{Periods.Of(ReminderStore.Retention)}");
    private static readonly Keeping LikeBroadcasts = new ByRule("broadcasts", _ => $"{Periods.Of(BroadcastStore.Retention)}");
    private static readonly Keeping LikeEvidence = new ByRule(RetentionStore.Evidence, options => $"{Periods.Of(options.EvidenceKept)}; не вошедшие в отчёт {Periods.Of(options.UnusedFilesKept)}");
    private static readonly Keeping FewRows = new WhileNeeded("пока действует настройка: строк столько, сколько решений принято в управлении");

    /// <summary>In the order in which rows may be deleted: what refers to others stands before them.</summary>
    public static IReadOnlyList<StoredTable> Tables { get; } = [.. People(), .. Work(), .. Messages(), .. Desk(), .. Plain()];

    private static IEnumerable<StoredTable> People() =>
    [
        new("teacher", "учреждение педагога и отметка о роли", "педагоги", "общее число подтверждённых ролей", Consent, WhileKnown, "никто: видно только общее число",
            [Goes("person_id"), Told("institution_id", "учреждение"), Told("confirmed_at", "роль подтверждена")], []),
        new("membership", "за какое учреждение и на какой срок", Acting, "приём отчётов от тех, кто вправе", Powers,
            new ByRule(RetentionStore.EndedPosts, options => $"пока действует должность и {Periods.Of(options.EndedPostsKept)} после"), ByInstitution,
            [Goes("person_id"), Told("institution_id", "учреждение"), Told("role", "роль"), Told("since", "с"), Told("until", "по")], ["id"]),
        new("person", "номер страницы ВК, согласие, роль, отказ от сообщений", Everybody, "узнавать собеседника и помнить его выбор", Consent, WhileKnown, ByDesk,
            [
                Goes("person_id"), Told("teacher", "педагог"), Told("consent_version", "версия текста согласия"), Told("consent_at", "согласие дано"), Told("muted", "просил не писать первым"),
                Told("news", "просил присылать новости"), Told("institution_id", "выбранное учреждение"), Told("met_at", "знакомы с"),
            ],
            []),
        new("peer", "можно ли писать человеку", Everybody, "не писать тем, кто запретил", Consent, WhileKnown, ByDesk,
            [Goes("peer_id"), Told("can_message", "писать можно"), Told("unreachable_code", "код отказа ВК"), Told("since", "с"), Told("muted", "просил не писать первым")], []),
        new("conversation", "место в разговоре и начатые ответы", Everybody, "продолжить с того же места", Consent, WhileKnown, ByAdministrator,
            [Goes("peer_id"), Told("state", "место в разговоре"), Words("slots", "начатые ответы"), Told("updated_at", "последний раз")], ["version"]),
        new("talk", "с кем сейчас говорит специалист", Everybody, "не мешать разговору с человеком", Consent, new ByRule(Housekeeper.OwnRule, _ => $"{Periods.Of(Housekeeper.EventRetention)} после разговора"), ByDesk,
            [Goes("peer_id"), Alias("opened_by", "кто начал разговор"), Told("opened_at", "начат"), Told("until", "до")], []),
        new("failed_claim", "попытки с неверным кодом", Everybody, "защита кодов от подбора", Security, new WhileNeeded("час: старое убирает следующая попытка, больше предела в час не записывается"), ByAdministrator,
            [Goes("person_id"), Told("failed_at", "когда")], ["id"]),
        new("claim_code", "выданные коды: кем выдан, кем введён", Acting, "подключение тех, кто вправе", Powers, new ByRule(RetentionStore.OldCodes, options => $"{Periods.Of(options.OldCodesKept)} после использования или конца срока"), ByDesk,
            [Alias("used_by", "кто ввёл"), Alias("issued_by", "кто пригласил"), Told("role", "роль"), Told("institution_id", "учреждение"), Told("issued_at", "выдан"), Told("used_at", "использован")],
            ["id", "code_hash", "expires_at", "revoked_at", "member_since", "member_until"]),
        new("question", "вопросы и ответы на них", Everybody, "ответить и улучшить ответы", Consent,
            new ByRule("questions", options => $"с ответом человека {Periods.Of(options.AnsweredQuestionsKept)}, прочие {Periods.Of(QuestionStore.NoteRetention)}; без ответа — пока не ответят"), ByDesk,
            [
                Goes("person_id"), Told("body", "вопрос"), Told("asked_at", "задан"), Told("answer", "ответ"), Alias("answered_by", "кто ответил"), Told("answered_at", "отвечено"),
                Told("institution_id", "учреждение"),
            ],
            ["id", "outcome", "group_id", "role", "org_type", "line", "topic", "said"]),
    ];

    private static IEnumerable<StoredTable> Work() =>
    [
        new("report", "отчёты по пунктам приказа", "учреждение; кто отправил и кто проверил", "контроль исполнения приказа", Powers, OfInstitution, ByInstitution,
            [
                Alias("reported_by", "кто отправил"), Alias("reviewed_by", "кто проверил"), Told("institution_id", "учреждение"), Told("order_number", "приказ"), Told("point", "пункт"),
                Told("status", "состояние"), Words("answers", "реквизиты"), Told("received_at", "получен"), Told("reviewed_at", "проверен"), Told("return_reason", "почему вернули"), Told("kind", "вид"),
            ],
            ["id", "revision", "late"]),
        new("report_file", "какие файлы в каком отчёте", "учреждение", "контроль исполнения приказа", Powers, LikeEvidence, ByInstitution, [], ["report_id", "revision", "file_id"]),
        new("evidence_file", "присланные файлы", "учреждение; кто прислал", "подтверждение отчётов", Powers, LikeEvidence, ByInstitution,
            [
                Alias("person_id", "кто прислал"), Words("attachment_id", "имя файла в ВК"), Told("name", "название файла"), Told("kind", "вид"), Told("size", "размер"),
                Told("received_at", "получен"), Told("state", "состояние"),
            ],
            ["id", "source_url", "attempts", "next_try_at", "sha256", "fail_reason"]),
        new("evidence_print", "уменьшенные изображения файлов для сравнения", "учреждение", "найти повторы и нечитаемые снимки", Powers, LikeEvidence, ByDesk, [],
            ["sha256", "state", "attempts", "next_try_at", "width", "height", "brightness", "highlight", "hash", "grey", "preview"]),
        new("evidence_likeness", "какие файлы похожи", "учреждение", "найти повторы", Powers, LikeEvidence, ByDesk, [], ["sha256", "other"]),
        new("promise", "к какому дню обещали и почему", "учреждение; кто обещал", "сроки исполнения", Powers, OfInstitution, ByInstitution,
            [Alias("person_id", "кто обещал"), Told("institution_id", "учреждение"), Told("point", "пункт"), Told("due", "к какому дню"), Told("reason", "причина"), Told("made_at", "когда")], ["order_number"]),
        new("shown_chat", "чаты, в которые пригласили бота: название и число участников", "учреждение; кто пригласил", "подтверждение отчётов", Powers, OfInstitution, ByInstitution,
            [Alias("invited_by", "кто пригласил"), Told("title", "название"), Told("people", "участников"), Told("seen_at", "увиден"), Told("institution_id", "учреждение")],
            ["chat_peer_id", "state", "looks", "look_at", "order_number", "point"]),
        new("line_decision", "продления и освобождения", "учреждение; кто решил", "сроки исполнения", Powers, OfInstitution, ByInstitution,
            [Alias("changed_by", "кто решил"), Told("institution_id", "учреждение"), Told("point", "пункт"), Told("due", "срок"), Told("changed_at", "когда")], ["order_number"]),
        new("journal", "кто что сделал и когда: записи связаны хэшами, люди в них под метками", "все, кто действовал", "доказать, что отчёты не подменены", Powers,
            new WhileNeeded("пока ведётся контроль: без записи цепочка не проверяется; после удаления данных человека в записях остаётся метка, по которой его не найти"), ByDesk,
            [
                Alias("actor_id", "кто"), Told("at", "когда"), Told("action", "что"), Told("institution_id", "учреждение"), Told("order_number", "приказ"), Told("point", "пункт"), Told("data", "подробности"),
            ],
            ["seq", "previous_hash", "hash", "actor"]),
        new("journal_seal", "чей номер, адрес или файл стоит за меткой журнала", "все, кто действовал", "показать журнал и проверить его", Security,
            new ByRule(RetentionStore.JournalDetails, options => $"номера — пока человек известен боту, адреса и имена файлов {Periods.Of(options.JournalDetailsKept)}"), ByDesk,
            [Goes("person_id"), Told("kind", "вид"), Told("value", "значение"), Told("made_at", "когда")], ["mark", "salt"])
        {
            IsPassing = true,
        },
    ];

    private static StoredColumn Goes(string name) => new(name, "номер страницы ВК", OnErasure.RowGoes);

    private static StoredColumn Alias(string name, string words) => new(name, words, OnErasure.AliasTakesPlace);

    private static StoredColumn Told(string name, string words) => new(name, words, OnErasure.Stays);

    private static StoredColumn Words(string name, string words) => new(name, words, OnErasure.MentionsGo);
}
