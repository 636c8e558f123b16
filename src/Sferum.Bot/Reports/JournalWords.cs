using System.Collections.Frozen;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reports;

/// <summary>How pages and tables say what the journal tells.</summary>
internal static class JournalWords
{
    private const string Reports = "reports";
    private const string Deadlines = "deadlines";
    private const string People = "people";
    private const string Questions = "questions";
    private const string Letters = "letters";
    private const string Roster = "roster";
    private const string Orders = "orders";
    private const string Access = "access";

    /// <summary>Address and words of what entries are about.</summary>
    public static IReadOnlyList<(string Topic, string Words)> Topics { get; } =
    [
        (Reports, "отчёты и проверка"),
        (Deadlines, "сроки и напоминания"),
        (Questions, "вопросы и ответы"),
        (Letters, "рассылки"),
        (People, "руководители, заместители, коды"),
        (Roster, "список учреждений"),
        (Orders, "приказы"),
        (Access, "доступ к панели"),
    ];

    private static readonly FrozenDictionary<string, (string Topic, string Words)> Actions = new Dictionary<string, (string, string)>
    {
        ["reported"] = (Reports, "отчёт получен"),
        ["not_applicable"] = (Reports, "сообщили, что пункт не относится"),
        ["accepted"] = (Reports, "отчёт принят"),
        ["returned"] = (Reports, "отчёт возвращён"),
        ["withdrawn"] = (Reports, "отчёт отозван"),
        ["told_by_phone"] = (Reports, "записано со слов по телефону"),
        ["chat_confirmed"] = (Reports, "чат увидела учётная запись управления"),
        ["file_stored"] = (Reports, "файл сохранён"),
        ["certificate_issued"] = (Reports, "справка выдана"),
        ["teachers_counted"] = (Reports, "указано число педагогов"),
        ["promised"] = (Deadlines, "обещан срок"),
        ["extended"] = (Deadlines, "срок продлён"),
        ["excused"] = (Deadlines, "пункт снят"),
        ["restored"] = (Deadlines, "возвращён срок приказа"),
        ["reminders_held"] = (Deadlines, "напоминания придержаны"),
        ["reminders_released"] = (Deadlines, "напоминания возобновлены"),
        ["asked"] = (Questions, "вопрос задан"),
        ["answered"] = (Questions, "на вопрос отвечено"),
        ["closed"] = (Questions, "вопрос закрыт"),
        ["answer_saved"] = (Questions, "ответ сохранён для всех"),
        ["answer_revoked"] = (Questions, "сохранённый ответ отозван"),
        ["broadcast_planned"] = (Letters, "рассылка назначена"),
        ["broadcast_paused"] = (Letters, "рассылка остановлена"),
        ["broadcast_resumed"] = (Letters, "рассылка продолжена"),
        ["broadcast_cancelled"] = (Letters, "рассылка отменена"),
        ["claimed"] = (People, "вошли по коду"),
        ["codes_guessed"] = (People, "подбор кодов: человек остановлен на час"),
        ["codes_stopped"] = (People, "подбор кодов: ввод остановлен у всех на час"),
        ["code_issued"] = (People, "код выдан"),
        ["codes_revoked"] = (People, "коды отозваны"),
        ["handed_over"] = (People, "учреждение передано"),
        ["deputy_invited"] = (People, "приглашён заместитель"),
        ["deputy_ended"] = (People, "заместительство закончено"),
        ["consented"] = (People, "дано согласие"),
        ["person_erased"] = (People, "данные человека удалены"),
        ["institution_added"] = (Roster, "учреждение добавлено"),
        ["institution_changed"] = (Roster, "учреждение изменено"),
        ["institution_archived"] = (Roster, "учреждение убрано в архив"),
        ["order_uploaded"] = (Orders, "приказ загружен"),
        ["order_in_force"] = (Orders, "приказ введён в силу"),
        ["order_ended"] = (Orders, "приказ закончен"),
        ["order_plan_revoked"] = (Orders, "решение о приказе отменено"),
        ["signed_in"] = (Access, "вход в панель"),
        ["signed_out"] = (Access, "выход из панели"),
        ["substitute_granted"] = (Access, "назначен замещающий"),
        ["substitute_ended"] = (Access, "замещение закончено"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["reason"] = "причина",
        ["due"] = "срок",
        ["line"] = "пункт",
        ["report"] = "отчёт №",
        ["question"] = "вопрос №",
        ["questions"] = "вопросов",
        ["answer"] = "ответ №",
        ["broadcast"] = "рассылка №",
        ["role"] = "роль",
        ["since"] = "с",
        ["until"] = "по",
        ["count"] = "сколько",
        ["name"] = "название",
        ["type"] = "тип",
        ["text"] = "текст",
        ["sha256"] = "отпечаток SHA-256",
        ["attachment"] = "вложение",
        ["person"] = "человек",
        ["deputy"] = "заместитель",
        ["teachers"] = "педагогов",
        ["version"] = "текст №",
        ["term"] = "решение №",
        ["address"] = "сетевой адрес",
        ["told_by"] = "кто сказал",
        ["told_on"] = "когда сказали",
        ["note"] = "что сказали",
        ["title"] = "название чата",
        ["people"] = "участников",
        ["mark"] = "метка",
        ["by"] = "по чьей просьбе",
    }.ToFrozenDictionary();

    /// <summary>«отчёт принят»; an action of a newer version by its own name.</summary>
    public static string OfAction(string action) => Actions.TryGetValue(action, out var known) ? known.Words : action;

    /// <summary>Of what belongs to an entry; what the dialogs name themselves, as answers are, by that name.</summary>
    public static string OfName(string name) => Names.GetValueOrDefault(name, name);

    public static string OfOrigin(JournalLine line) => line switch
    {
        { Origin: JournalOrigin.Panel } => "панель",
        { Origin: JournalOrigin.Command } => "команда на сервере",
        { Origin: { } other } => other,
        { ActorId: 0 } => "сам бот",
        _ => "чат",
    };

    /// <exception cref="ArgumentOutOfRangeException">It is none of <see cref="Topics"/>.</exception>
    public static IEnumerable<string> ActionsOf(string topic)
    {
        var actions = Actions.Where(action => action.Value.Topic == topic).Select(action => action.Key).Order(StringComparer.Ordinal).ToArray();
        return actions.Length > 0 ? actions : throw new ArgumentOutOfRangeException(nameof(topic), topic, "unknown topic");
    }
}
