using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>
/// Reads the words by which people name points (<c>mentions</c>). Those of a task name it; those of a heading name all
/// tasks below it, or those that it lists: <c>{ words: "все чаты", points: [1.2.a, 1.2.b] }</c>.
/// </summary>
internal sealed partial class MentionReader(IReadOnlyCollection<OrderPoint> points)
{
    private const string What = "слова, которыми называют пункт (mentions)";

    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="node">Text, map, or a list of these; may be absent.</param>
    public ImmutableArray<Mention> ReadAll(DataNode node, OrderPoint point)
    {
        if (!node.Exists)
        {
            return [];
        }

        if (point.Kind is PointKind.TeacherDuty or PointKind.Info)
        {
            node.Complain("По этому пункту не отчитываются, называть его словами незачем. Уберите mentions.");
            return [];
        }

        return [.. (node.IsList ? node.Items() : [node]).Select(item => Read(item, point)).Where(mention => mention.Words.Length > 0)];
    }

    private Mention Read(DataNode node, OrderPoint point)
    {
        if (!node.IsMap)
        {
            return new Mention(ReadWords(node, point), AllOf(node, point));
        }

        var words = ReadWords(node["words"], point);
        var listed = node["points"].Items().ToList();
        ImmutableArray<string> named = [];
        if (point.Kind != PointKind.Heading)
        {
            node.Complain("Перечень points бывает у заголовка. У задания пишите просто слова.");
        }
        else
        {
            named = [.. listed.Select(item => ReadPoint(item, point)).Where(id => id.Length > 0)];
            if (listed.Count == 0)
            {
                node.Complain("Не сказано, какие пункты названы. Добавьте points, например [1.2.a, 1.2.b], или пишите просто слова: они назовут все задания под заголовком.");
            }
        }

        node.ComplainOfUnread();
        return new Mention(words, named);
    }

    private string ReadWords(DataNode node, OrderPoint point)
    {
        var words = Quote.Normalise(node.Text(What));
        if (words.Length == 0)
        {
            return "";
        }

        if (words.Split(' ').FirstOrDefault(word => !WordForm().IsMatch(word)) is { } wrong)
        {
            node.Complain($"«{wrong}» не подойдёт. Пишите слова из двух букв и больше через пробел; у основы слова — от трёх букв и звёздочка в конце: чат* педагог*.");
        }
        else if (!_owners.TryAdd(words, point.Id))
        {
            node.Complain($"Словами «{words}» уже называют пункт «{_owners[words]}». Оставьте их в одном месте; несколько заданий одними словами называет заголовок.");
        }

        return words;
    }

    private ImmutableArray<string> AllOf(DataNode node, OrderPoint point)
    {
        if (point.Kind == PointKind.DirectorTask)
        {
            return [point.Id];
        }

        ImmutableArray<string> below = [.. points.Where(p => p.Kind == PointKind.DirectorTask && IsBelow(p, point)).Select(p => p.Id)];
        if (below.IsEmpty)
        {
            node.Complain("Под этим заголовком нет заданий: слова ничего не назовут. Уберите mentions.");
        }

        return below;
    }

    private string ReadPoint(DataNode node, OrderPoint heading)
    {
        var id = node.Text("номер пункта");
        if (id.Length > 0 && !points.Any(p => p.Id == id && p.Kind == PointKind.DirectorTask && IsBelow(p, heading)))
        {
            node.Complain($"Задания «{id}» под заголовком «{heading.Label}» нет. Исправьте номер.");
        }

        return id;
    }

    private static bool IsBelow(OrderPoint point, OrderPoint heading) => point.Id.StartsWith(heading.Id + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^([\p{L}\p{Nd}-]{2,}|[\p{L}\p{Nd}-]{3,}\*)$")]
    private static partial Regex WordForm();
}
