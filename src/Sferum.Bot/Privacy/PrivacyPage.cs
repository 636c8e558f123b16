using System.Globalization;
using System.Text;

namespace Sferum.Bot.Privacy;

/// <summary>The page for the operator's paperwork, made of <see cref="StoredData"/> and the periods of the settings.</summary>
public static class PrivacyPage
{
    private const string Blank = "______________________";

    /// <summary>The table alone, one line of text for each table of the database.</summary>
    public static string ToText(PrivacyOptions options)
    {
        var text = new StringBuilder();
        foreach (var table in StoredData.Tables)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{table.Name}: {table.What}\n  чьи: {table.Whose}; зачем: {table.Purpose}; основание: {table.Ground}\n  сколько: {table.Keeping.Words(options)}; кто видит: {table.SeenBy}\n");
            foreach (var column in table.Columns)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {column.Name}: {column.Words}; при удалении {OnErasure(column.OnErasure)}\n");
            }
        }

        return text.ToString();
    }

    /// <param name="office">What the bot calls the office; empty: to be filled in by hand.</param>
    public static string ToMarkdown(PrivacyOptions options, string office)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Обработка персональных данных ботом

            Страница сделана командой `privacy --markdown` из таблицы, по которой бот хранит и удаляет данные. Руками её не правят:
            реквизиты и сроки задают настройки `Privacy__…` и `Office__Name`.

            | | |
            |---|---|
            | Оператор | {(options.Operator.Length > 0 ? options.Operator : Blank)} |
            | Подразделение | {(office.Length > 0 ? office : Blank)} |
            | Ответственный за обработку | {Blank} |
            | Где стоит база данных (адрес) | {Blank} |
            | Закон | Федеральный закон от 27.07.2006 № 152-ФЗ «О персональных данных» |

            ## Зачем

            Бот в сообществе ВКонтакте принимает отчёты учреждений об исполнении приказов, напоминает о сроках и передаёт вопросы
            специалисту. Имён, телефонов, паспортных данных и паролей бот не спрашивает. Специальных и биометрических данных нет.
            Решений, которые порождают для человека последствия, бот сам не принимает. Данные никому не передаются и за границу не
            отправляются; сообщения идут через ВКонтакте, которым человек пользуется по своему договору с ним.

            ## На каком основании

            - **согласие** — человек нажал «Согласен» под текстом; записано, кто, когда и с какой версией текста (п. 1 ч. 1 ст. 6). Изменился текст — бот спрашивает заново.
            - **полномочия управления образования** — контроль исполнения приказа органом местного самоуправления и подведомственными учреждениями (п. 4 ч. 1 ст. 6).
            - **защита данных** — меры, которые закон требует от оператора (ст. 19).

            ## Что хранится

            | Что | Чьи данные | Зачем | Основание | Сколько хранится | Кто видит |
            |---|---|---|---|---|---|

            """);
        foreach (var table in StoredData.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {table.What} (`{table.Name}`) | {table.Whose} | {table.Purpose} | {table.Ground} | {table.Keeping.Words(options)} | {table.SeenBy} |\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"""

            Файлы отчётов лежат рядом с базой, в папке `Storage__FilesPath`; файлы, которые сделал сам бот, в её папке `made` не дольше
            двух месяцев. В журналах работы программы нет имён и текстов людей, номера страниц есть. Что старше срока, бот убирает сам, раз в час.
            Резервные копии хранят столько, сколько установил администратор: {Blank}.

            ## Права человека

            | Право | Как |
            |---|---|
            | узнать, что о нём хранится, и получить копию (ст. 14) | написать боту «мои данные»: список и файл; или письменный запрос |
            | отозвать согласие и удалить данные (ч. 5 ст. 21) | написать боту «удалить мои данные» и подтвердить дважды; или письменный запрос |
            | не получать сообщений первым | написать боту «стоп» |
            | исправить неверное (ст. 20) | отозвать отчёт или написать специалисту словом «человек» |
            | пожаловаться | в Роскомнадзор или в суд (ст. 17) |

            ## Что происходит при удалении

            Уходят строки, где человек записан: страница, согласие, должность, вопросы, переписка бота с ним, файлы не из отчётов.
            Отчёты учреждения, их файлы и журнал остаются: номер человека в них заменён отрицательным числом, которое ничего не значит.
            Записи журнала связаны хэшами и содержат не номер, а метку: хэш номера с секретной добавкой. Добавка удалена, поэтому по
            метке человека не найти даже перебором, а цепочка проверяется по-прежнему (`report --journal`). Остаётся:

            """);
        foreach (var (table, column) in StoredData.Tables.SelectMany(t => t.Columns.Where(c => c.OnErasure == Privacy.OnErasure.GoesBySchedule).Select(c => (t, c))))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {table.What}, {column.Words}: {table.Keeping.Words(options)};\n");
        }

        text.Append(
            """
            - слова, которые человек сам написал от имени учреждения (причина, реквизиты, название файла), и сами файлы отчётов;
            - его слова в сообщениях, уже посланных специалисту: пока хранятся сообщения;
            - сообщения в самом ВКонтакте: их удаляет там каждая из сторон.

            ## Как отвечают на письменный запрос

            1. Запрос регистрируют и проверяют, что страница ВКонтакте принадлежит заявителю (например, он пишет с неё «мои данные»).
            2. Копия: `privacy --person НОМЕР --export файл.txt`. Удаление: `privacy --person НОМЕР --erase`.
            3. Ответ дают за 10 рабочих дней (ст. 14, 20); после отзыва согласия данные удаляют не позже 30 дней (ч. 5 ст. 21).
            4. Работника управления сначала убирают из настроек `Office__Specialists`, `Office__Chiefs`, `Office__Administrators`.

            """);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string OnErasure(OnErasure what) => what switch
    {
        Privacy.OnErasure.Stays => "остаётся, если остаётся строка",
        Privacy.OnErasure.RowGoes => "строка уходит",
        Privacy.OnErasure.AliasTakesPlace => "заменяется",
        Privacy.OnErasure.MentionsGo => "остаётся без номера человека",
        Privacy.OnErasure.GoesBySchedule => "уходит по сроку",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
    };
}
