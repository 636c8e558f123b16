using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>
/// From the text of an order file to an <see cref="Order"/>. All faults are found in one pass, each with its line and
/// how to mend it.
/// </summary>
public static partial class OrderCompiler
{
    /// <param name="file">How faults name the file.</param>
    /// <param name="inputs">Names of the recognisers that evidence fields may name.</param>
    /// <returns>Null when a fault was added.</returns>
    public static Order? Compile(string file, string text, IReadOnlySet<string> inputs, Faults faults)
    {
        var before = faults.Count;
        var root = DataNode.Parse(file, text, faults, plain: true);
        if (!root.Exists)
        {
            return null;
        }

        if (!root.IsMap)
        {
            root.Complain("Файл приказа начинается с ключей order, types, points. Сверьтесь с 223-09.yaml.");
            return null;
        }

        var head = ReadHead(root["order"]);
        var types = ReadTypes(root["types"]);
        var source = root["source"].TextOrNull();
        var points = new PointReader(head, types, inputs, source).ReadAll(root["points"]);
        var questions = ReadOpenQuestions(root["open_questions"], points);
        var acts = ReadActs(root["acts"]);
        var ladder = LadderReader.Read(root["reminders"], types);
        root.ComplainOfUnread();
        return faults.Count == before ? new Order(head, types, points, questions, acts, ladder, source) { File = text } : null;
    }

    private static OrderHead ReadHead(DataNode node)
    {
        var number = node["number"].Text("номер приказа (order → number)");
        if (number.Length > 0 && !NumberForm().IsMatch(number))
        {
            node["number"].Complain($"Номер «{number}» не подойдёт для ссылок. Возможны буквы, цифры, «-», «.», «_», до 24 знаков, например 223-09.");
        }

        var head = new OrderHead(
            number,
            node["date"].Date("дата приказа (order → date)") ?? DateOnly.MinValue,
            node["kind"].Text("вид документа (order → kind)"),
            node["title"].Text("название приказа (order → title)"),
            node["issuer"].Text("кто издал (order → issuer)"),
            node["place"].TextOrNull(),
            node["purpose"].TextOrNull(),
            node["deadline"].DateOrNull(),
            node["effective_from"].DateOrNull(),
            ReadOfficer(node["signatory"]),
            node["controller"].Exists ? ReadOfficer(node["controller"]) : null);
        if (head.Deadline < head.Date)
        {
            node["deadline"].Complain("Срок раньше даты приказа. Проверьте deadline и date.");
        }

        node.ComplainOfUnread();
        return head;
    }

    private static Officer ReadOfficer(DataNode node)
    {
        var officer = new Officer(node["role"].Text("должность (role)"), node["name"].Text("фамилия и инициалы (name)"));
        node.ComplainOfUnread();
        return officer;
    }

    private static ImmutableArray<InstitutionType> ReadTypes(DataNode node)
    {
        ImmutableArray<InstitutionType> types =
            [.. node.Members().Select(type => new InstitutionType(type.Key, type.Value.Text($"название типа «{type.Key}»")))];
        if (types.IsEmpty)
        {
            node.Complain("Не указаны типы учреждений. Добавьте types, например «МОУ: школа».");
        }

        return types;
    }

    private static ImmutableArray<OpenQuestion> ReadOpenQuestions(DataNode node, ImmutableArray<OrderPoint> points)
    {
        var known = points.Select(point => point.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var questions = ImmutableArray.CreateBuilder<OpenQuestion>();
        foreach (var item in node.Items())
        {
            var id = item["id"].Text("имя вопроса (id)");
            if (id.Length > 0 && !seen.Add(id))
            {
                item["id"].Complain($"Вопрос «{id}» уже есть. Дайте этому другое имя.");
            }

            var about = item["points"].Items().Select(point => (Node: point, Id: point.Text("номер пункта"))).ToList();
            foreach (var (pointNode, _) in about.Where(point => point.Id.Length > 0 && !known.Contains(point.Id)))
            {
                pointNode.Complain($"Пункта «{pointNode.TextOrNull()}» в приказе нет. Исправьте номер или добавьте пункт.");
            }

            questions.Add(new OpenQuestion(id, [.. about.Select(point => point.Id)], item["question"].Text("сам вопрос (question)"), item["default"].TextOrNull()));
            item.ComplainOfUnread();
        }

        return questions.ToImmutable();
    }

    private static ImmutableArray<PreambleAct> ReadActs(DataNode node)
    {
        var acts = ImmutableArray.CreateBuilder<PreambleAct>();
        foreach (var item in node.Items())
        {
            acts.Add(new PreambleAct(
                item["title"].Text("название акта (title)"),
                item["number"].Text("номер акта (number)"),
                item["date"].Date("дата акта (date)") ?? DateOnly.MinValue));
            item.ComplainOfUnread();
        }

        return acts.ToImmutable();
    }

    // The number is part of every button's payload (255 bytes) and of receipts.
    [GeneratedRegex(@"^[\p{L}\p{Nd}._-]{1,24}$")]
    private static partial Regex NumberForm();
}
