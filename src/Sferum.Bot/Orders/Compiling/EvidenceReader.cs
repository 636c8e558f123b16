using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Reads what is asked as evidence for one point.</summary>
internal sealed partial class EvidenceReader(IReadOnlySet<string> inputs)
{
    public ImmutableArray<EvidenceField> ReadAll(DataNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var fields = ImmutableArray.CreateBuilder<EvidenceField>();
        foreach (var item in node.Items())
        {
            var field = ReadField(item);
            if (field.Name.Length > 0 && !seen.Add(field.Name))
            {
                item["name"].Complain($"Поле «{field.Name}» у пункта уже есть. Дайте этому другое имя.");
            }

            fields.Add(field);
        }

        return fields.ToImmutable();
    }

    private EvidenceField ReadField(DataNode node)
    {
        var name = node["name"].Text("имя поля (name)");
        if (name.Length > 0 && !NameForm().IsMatch(name))
        {
            node["name"].Complain($"Имя «{name}» не подойдёт. Пишите строчными латинскими буквами: document, files.");
        }

        if (name == JournalStore.ReportNumber)
        {
            node["name"].Complain($"Имя «{name}» занято: под ним журнал хранит номер отчёта. Дайте полю другое имя.");
        }

        var input = node["input"].Text("как читать ответ (input)");
        if (input.Length > 0 && !inputs.Contains(input))
        {
            node["input"].Complain($"Читать ответ как «{input}» бот не умеет. Возможны: {string.Join(", ", inputs.Order(StringComparer.Ordinal))}.");
        }

        var field = new EvidenceField(
            name,
            input,
            node["ask"].Text("вопрос бота (ask)"),
            node["label"].Text("подпись в сводке (label)"),
            node["required"].Flag(true),
            node["avoid"].TextOrNull());
        node.ComplainOfUnread();
        return field;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,31}$")]
    private static partial Regex NameForm();
}
