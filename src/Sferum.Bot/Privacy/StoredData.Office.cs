using Sferum.Bot.Messaging;
using Sferum.Bot.Reminders;
using static Sferum.Bot.Privacy.Keeping;

namespace Sferum.Bot.Privacy;

public static partial class StoredData
{
    private static IEnumerable<StoredTable> Messages() =>
    [
        new("inbox", "пришедшие сообщения, которые ещё не разобраны", Everybody, "не потерять сообщение", Consent, new WhileNeeded("секунды: сообщение уходит, как только разобрано"), ByAdministrator,
            [Scheduled("peer_id", "беседа"), Scheduled("person_id", "номер страницы ВК"), Scheduled("content", "сообщение"), Told("received_at", "получено")], ["id", "event_id", "attempts", "next_try_at"])
        {
            IsPassing = true,
        },
        new("dead_letter", "сообщения, которые не удалось разобрать", Everybody, "разобрать после исправления", Consent, new ByRule(RetentionStore.DeadLetters, options => $"{Periods.Of(options.DeadLettersKept)}"), ByAdministrator,
            [Goes("person_id"), Goes("peer_id"), Told("content", "сообщение"), Told("received_at", "получено")], ["id", "event_id", "reason", "failed_at", "replayed_at"]),
        new("seen_event", "номера пришедших событий", Everybody, "не ответить дважды на одно сообщение", Security, new ByRule(Housekeeper.OwnRule, _ => $"{Periods.Of(Housekeeper.EventRetention)}"), ByAdministrator,
            [Scheduled("peer_id", "беседа"), Told("seen_at", "когда")], ["event_id", "conversation_message_id"])
        {
            IsPassing = true,
        },
        new("outbox", "сообщения бота, которые ещё не отправлены", Everybody, "не потерять ответ", Consent, new WhileNeeded("пока сообщение не отправлено или не отклонено ВК, обычно секунды"), ByAdministrator,
            [Goes("peer_id"), Words("content", "сообщение"), Told("created_at", "когда")],
            ["id", "purpose", "next_try_at", "first_try_at", "attempts", "faults", "uncertain", "without_keyboard", "code", "reason", "random_id", "broadcast_id"])
        {
            IsPassing = true,
        },
        new("outbox_done", "отправленные сообщения бота", Everybody, "видеть, что дошло", Consent, LikeMessages, ByDesk,
            [Goes("peer_id"), Words("content", "сообщение"), Told("created_at", "когда"), Told("finished_at", "отправлено")],
            ["id", "purpose", "attempts", "fate", "code", "reason", "message_id", "conversation_message_id", "broadcast_id"]),
        new("unasked_day", "день, когда бот написал первым", Acting, "не больше одного такого сообщения в день", Consent, new ByRule("days of unasked messages", _ => $"{Periods.Of(Housekeeper.MessageRetention)}"), ByAdministrator,
            [Goes("person_id"), Told("day", "день"), Told("sent_at", "когда")], []),
        new("reminder", "отправленные напоминания", Acting, "не напоминать дважды", Consent, LikeReminders, ByDesk,
            [Goes("person_id"), Told("institution_id", "учреждение"), Told("lines", "пункты"), Told("sent_at", "когда")], ["id"]),
        new("reminder_mark", "о чём уже напоминали", Acting, "не напоминать дважды", Consent, WhileKnown, ByAdministrator,
            [Goes("person_id"), Told("institution_id", "учреждение"), Told("point", "пункт"), Told("step_at", "когда")], ["order_number"]),
        new("reminder_later", "просьба напомнить позже", Acting, "напомнить, когда просили", Consent, WhileKnown, ByAdministrator,
            [Goes("person_id"), Told("day", "день")], []),
        new("broadcast_recipient", "получатели рассылок", "руководители, заместители, педагоги", "видеть, до кого дошло", Powers, LikeBroadcasts, ByDesk,
            [Goes("person_id"), Told("state", "состояние"), Told("sent_at", "отправлено"), Told("read", "прочитано"), Told("answered", "есть ответ")],
            ["broadcast_id", "position", "institutions", "not_before", "code", "message_id", "day"]),
    ];

    private static IEnumerable<StoredTable> Desk() =>
    [
        new("broadcast", "рассылки", Office, "сообщить учреждениям", Powers, LikeBroadcasts, ByDesk,
            [Alias("author_id", "автор"), Told("body", "текст"), Told("created_at", "когда")],
            ["id", "draft", "attachments", "audience", "urgent", "state", "send_at", "started_at", "finished_at", "reads_asked_at", "reads_seen_at"]),
        new("saved_audience", "сохранённые списки получателей", Office, "не набирать список заново", Powers, FewRows, ByDesk,
            [Alias("saved_by", "кто сохранил"), Told("name", "название"), Told("saved_at", "когда")], ["id", "audience"]),
        new("saved_answer", "ответы, сохранённые для всех", Office, "отвечать на похожие вопросы", Powers, FewRows, ByDesk,
            [Alias("saved_by", "кто сохранил"), Told("body", "ответ"), Told("saved_at", "когда")], ["id", "group_id", "questions", "revoked_at"]),
        new("panel_link", "одноразовые ссылки в панель (хэш)", Office, "вход в панель", Security, new ByRule("links and sessions of the panel", _ => "10 минут"), "никто",
            [Goes("person_id"), Told("expires_at", "действует до"), Told("used_at", "использована")], ["token_hash"]),
        new("panel_session", "сеансы панели (хэш)", Office, "вход в панель", Security, new ByRule("links and sessions of the panel", _ => "до конца сеанса"), "никто",
            [Goes("person_id"), Told("created_at", "начат"), Told("seen_at", "последнее действие"), Told("expires_at", "действует до")], ["id_hash"]),
        new("substitute", "кто замещал специалиста", Office, "права на время замещения", Powers, FewRows, "специалист, администратор",
            [Alias("person_id", "кто замещал"), Alias("granted_by", "кто назначил"), Told("since", "с"), Told("until", "по"), Told("granted_at", "когда")], ["id", "ended_at"]),
        new("order_version", "тексты приказов", Office, "контроль исполнения приказа", Powers, FewRows, ByDesk,
            [Alias("uploaded_by", "кто загрузил"), Told("number", "приказ"), Told("uploaded_at", "когда")], ["id", "body", "sha256"]),
        new("order_term", "с какого дня действует приказ", Office, "контроль исполнения приказа", Powers, FewRows, ByDesk,
            [Alias("decided_by", "кто решил"), Alias("revoked_by", "кто отменил"), Told("number", "приказ"), Told("since", "с"), Told("decided_at", "когда")], ["id", "version_id", "revoked_at"]),
        new("reminder_hold", "придержанные напоминания", Office, "не напоминать, когда просил специалист", Powers, new ByRule("held reminders", _ => $"до назначенного дня и {Periods.Of(ReminderHoldStore.Retention)} после"), ByDesk,
            [Alias("held_by", "кто придержал"), Told("institution_id", "учреждение"), Told("until", "до"), Told("held_at", "когда")], ["order_number", "point"]),
    ];

    private static IEnumerable<StoredTable> Plain() =>
    [
        new("institution", "список учреждений управления, с пометкой о руководителе", "руководители, как в списке управления", "кому выдать код", Powers,
            new WhileNeeded("пока учреждение есть в списке управления; пометку меняет новый список"), ByDesk, [Told("head_note", "пометка о руководителе")],
            ["id", "name", "type", "archived", "created_at", "external_key", "teachers"]),
        new("consent_text", "тексты согласия по версиям", Nobody, "знать, с чем именно согласились", None, new WhileNeeded("строка на каждую версию текста"), ByAdministrator, [], ["version", "body", "first_agreed_at"]),
        new("erased_person", "номера, под которыми значатся удалившие свои данные", Nobody, "не путать их между собой в отчётах учреждения", None, new WhileNeeded("строка на каждое удаление; кто это был, по ней не узнать"), ByDesk, [], ["id", "mark", "erased_at"]),
        new("content_to_delete", "файлы, которые пора удалить", Nobody, "удаление файлов", None, new ByRule(RetentionStore.Contents, _ => "до ближайшей уборки, не дольше часа"), ByAdministrator, [], ["sha256", "since"]),
        new("escalation", "о каких учреждениях специалисту уже сказано", Nobody, "не говорить дважды", None, OfInstitution, ByDesk, [], ["institution_id", "reason", "told_at"]),
        new("digest", "дни утренних сводок", Nobody, "одна сводка в день", None, new ByRule("digests", _ => $"{Periods.Of(DigestStore.Retention)}"), ByAdministrator, [], ["day", "made_at"]),
        new("trouble", "что с ботом не в порядке", Nobody, "сказать администратору один раз", None, new WhileNeeded("одна строка на вид неполадки"), ByAdministrator, [], ["kind", "since", "told_at", "told_figure", "is_told", "calm_since", "is_over"]),
        new("outbox_hold", "остановленные рассылки", Nobody, "остановить рассылку", None, new WhileNeeded("пока рассылка стоит"), ByAdministrator, [], ["broadcast_id", "cancelled"]),
        new("stream_cursor", "докуда прочитаны события ВК", Nobody, "читать дальше с того же места", None, new WhileNeeded("одна строка"), ByAdministrator, [], ["channel", "position", "updated_at"]),
    ];

    private static StoredColumn Scheduled(string name, string words) => new(name, words, OnErasure.GoesBySchedule);
}
