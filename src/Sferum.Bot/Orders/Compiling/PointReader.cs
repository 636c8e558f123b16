using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Reads the points of one order.</summary>
internal sealed partial class PointReader(
    OrderHead head, ImmutableArray<InstitutionType> types, IReadOnlySet<string> inputs, string? source)
{
    // Label and title together stand on a button of VK: 40 characters (vk-platform.md §2.2), some of them for a mark.
    private const int LongestOnButton = 36;

    private readonly string? _source = source is null ? null : Quote.Normalise(source);

    public ImmutableArray<OrderPoint> ReadAll(DataNode node)
    {
        var read = node.Items().Select(item => (Node: item, Point: ReadPoint(item))).ToList();
        if (read.Count == 0)
        {
            node.Complain("В приказе нет ни одного пункта. Добавьте points.");
        }

        CheckIds(read);
        CheckLabels(read);
        var mentions = new MentionReader([.. read.Select(entry => entry.Point)]);
        return [.. read.Select(entry => entry.Point with { Mentions = mentions.ReadAll(entry.Node["mentions"], entry.Point) })];
    }

    private OrderPoint ReadPoint(DataNode node)
    {
        var kind = ReadKind(node["kind"]);
        var applies = ReadApplies(node["applies"]);
        var point = new OrderPoint(
            ReadId(node["id"]),
            kind,
            node["label"].Text("как пишут номер пункта (label)"),
            node["title"].Text("краткое название пункта (title)"),
            node["text"].Text("слова приказа (text)"),
            node["addressee"].TextOrNull(),
            node["deadline"].DateOrNull(),
            applies,
            node["reason"].Text("почему применяется так (reason)"),
            node["ambiguous"].Flag(false),
            ReadUnsettled(node["unsettled"]),
            [],
            new EvidenceReader(inputs).ReadAll(node["evidence"]));
        Check(node, point);
        // Read when all points are known, since a heading may list those that it names.
        node.ComplainOfUnread("mentions");
        return point;
    }

    private void Check(DataNode node, OrderPoint point)
    {
        if (_source is not null && point.Text.Length > 0 && !Quote.StandsIn(point.Text, _source))
        {
            node["text"].Complain("Цитата не совпадает с текстом приказа (source). Скопируйте слова приказа буква в букву, с опечатками.");
        }

        if (point.Deadline < head.Date)
        {
            node["deadline"].Complain("Срок пункта раньше даты приказа. Проверьте deadline.");
        }

        if (point.Ambiguous && point.Unsettled.IsEmpty)
        {
            node.Complain("Пункт помечен как неоднозначный, но не сказано, в чём. Добавьте unsettled: что не сказано, что по умолчанию, кто решает.");
        }

        if (point.Label.Length + 1 + point.Title.Length > LongestOnButton)
        {
            node["title"].Complain($"Номер и название не поместятся на кнопке: вместе должно быть не больше {LongestOnButton} знаков. Сократите название.");
        }

        var reported = point.Kind == PointKind.DirectorTask;
        if (!point.Evidence.IsEmpty && point.Kind is PointKind.Heading or PointKind.Info)
        {
            node["evidence"].Complain("Заголовок и справочный пункт не подтверждают. Уберите evidence или смените kind.");
        }
        else if (reported && !point.Evidence.Any(field => field.Required))
        {
            node.Complain("Руководителю нечем подтвердить пункт. Добавьте в evidence хотя бы одно поле с required: true.");
        }

        if (reported && types.Length > 0 && point.Applies.Count > 0 && point.Applies.Values.All(value => value == Applicability.NotApplicable))
        {
            node["applies"].Complain("Задание не применяется ни к одному типу учреждений. Исправьте applies или смените kind на info.");
        }
    }

    private static string ReadId(DataNode node)
    {
        var id = node.Text("номер пункта (id)");
        if (id.Length > 0 && !IdForm().IsMatch(id))
        {
            node.Complain($"Номер «{id}» не подойдёт. Пишите числа и строчные латинские буквы через точку: 1.1.a.");
        }

        return id;
    }

    private static PointKind ReadKind(DataNode node)
    {
        var text = node.Text("вид пункта (kind)");
        switch (text)
        {
            case "heading":
                return PointKind.Heading;
            case "director_task":
                return PointKind.DirectorTask;
            case "teacher_duty":
                return PointKind.TeacherDuty;
            case "info":
                return PointKind.Info;
            case "":
                return PointKind.Info;
            default:
                node.Complain($"Вида «{text}» нет. Возможны heading, director_task, teacher_duty, info.");
                return PointKind.Info;
        }
    }

    private ImmutableDictionary<string, Applicability> ReadApplies(DataNode node)
    {
        var applies = ImmutableDictionary.CreateBuilder<string, Applicability>(StringComparer.Ordinal);
        foreach (var (type, value) in node.Members())
        {
            if (IsKnownType(type, value))
            {
                applies[type] = ReadApplicability(value);
            }
        }

        var missing = types.Where(type => !applies.ContainsKey(type.Code)).Select(type => type.Code).ToList();
        if (missing.Count > 0)
        {
            node.Complain($"Не сказано, применяется ли пункт: {string.Join(", ", missing)}. Допишите в applies mandatory, optional или na.");
        }

        return applies.ToImmutable();
    }

    private static Applicability ReadApplicability(DataNode node)
    {
        var text = node.Text("применимость");
        switch (text)
        {
            case "mandatory":
                return Applicability.Mandatory;
            case "optional":
                return Applicability.Optional;
            case "na":
            case "":
                return Applicability.NotApplicable;
            default:
                node.Complain($"«{text}» непонятно. Возможны mandatory (обязательно), optional (по усмотрению), na (не применяется).");
                return Applicability.NotApplicable;
        }
    }

    private ImmutableDictionary<string, string> ReadUnsettled(DataNode node)
    {
        var unsettled = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (node.IsMap)
        {
            foreach (var (type, value) in node.Members())
            {
                if (IsKnownType(type, value))
                {
                    unsettled[type] = value.Text($"что не решено для {type}");
                }
            }
        }
        else if (node.TextOrNull() is { Length: > 0 } forAll)
        {
            foreach (var type in types)
            {
                unsettled[type.Code] = forAll;
            }
        }

        return unsettled.ToImmutable();
    }

    private bool IsKnownType(string type, DataNode node)
    {
        if (types.Any(known => known.Code == type))
        {
            return true;
        }

        node.Complain($"Типа «{type}» нет. Возможны: {string.Join(", ", types.Select(known => known.Code))}. Исправьте или добавьте его в types.");
        return false;
    }

    private static void CheckIds(List<(DataNode Node, OrderPoint Point)> read)
    {
        var ids = read.Select(entry => entry.Point.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, point) in read.Where(entry => entry.Point.Id.Length > 0))
        {
            if (!seen.Add(point.Id))
            {
                node["id"].Complain($"Пункт «{point.Id}» уже есть выше. Дайте этому другой номер.");
            }

            if (point.Parent is { } parent && !ids.Contains(parent))
            {
                node["id"].Complain($"Пункт «{point.Id}» стоит под пунктом «{parent}», а его нет. Добавьте его или исправьте номер.");
            }
        }
    }

    /// <summary>Two tasks with one label could not be told apart by a person who types it.</summary>
    private static void CheckLabels(List<(DataNode Node, OrderPoint Point)> read)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (node, point) in read.Where(entry => entry.Point is { Kind: PointKind.DirectorTask, Label.Length: > 0 }))
        {
            if (!seen.Add(point.Label))
            {
                node["label"].Complain($"Номер «{point.Label}» уже носит другое задание. Дайте этому другой label.");
            }
        }
    }

    [GeneratedRegex(@"^[0-9a-z]{1,4}(\.[0-9a-z]{1,4}){0,5}$")]
    private static partial Regex IdForm();
}
