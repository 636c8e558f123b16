using System.Collections.Frozen;
using System.Collections.Immutable;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Orders.Compiling;

/// <summary>Reads <c>specialist/reasons.yaml</c> below a folder of data files; without it there are own words only.</summary>
public static class ReturnReasonsReader
{
    private const string FileName = "specialist/reasons.yaml";

    /// <summary>VK's limit for the text of a button; a field's label stands before it.</summary>
    private const int LongestReason = 40;

    private const int LongestFieldReason = 25;

    private const string Others = "others";

    /// <returns>What could be read; to be used only when <paramref name="faults"/> stayed empty.</returns>
    /// <param name="inputs">Names of the recognisers.</param>
    public static ReturnReasons Load(string dialogs, IReadOnlySet<string> inputs, Faults faults)
    {
        var path = Path.Combine(dialogs, FileName);
        return File.Exists(path) ? Read(File.ReadAllText(path), inputs, faults) : ReturnReasons.None;
    }

    /// <summary>As <see cref="Load"/>, from the text of the file.</summary>
    public static ReturnReasons Read(string text, IReadOnlySet<string> inputs, Faults faults)
    {
        var root = DataNode.Parse(FileName, text, faults);
        var reasons = root["return_reasons"];
        var ofFields = Read(reasons["fields"], LongestFieldReason, inputs);
        var others = ofFields.FirstOrDefault(reason => reason.Id == Others)?.Text;
        var found = new ReturnReasons(
            ofFields.Where(reason => reason.Id != Others).ToFrozenDictionary(reason => reason.Id, reason => reason.Text, StringComparer.Ordinal),
            others,
            Read(reasons["reports"], LongestReason),
            Read(reasons["excuses"], LongestReason));
        reasons.ComplainOfUnread();
        root.ComplainOfUnread();
        return found;
    }

    private static ImmutableArray<ReturnReason> Read(DataNode node, int longest, IReadOnlySet<string>? inputs = null)
    {
        var reasons = ImmutableArray.CreateBuilder<ReturnReason>();
        foreach (var (id, value) in node.Members())
        {
            var text = value.Text("причина возврата").Trim();
            if (text.Length > longest)
            {
                value.Complain($"Причина длиннее {longest} знаков, на кнопку не поместится. Скажите короче.");
            }
            else if (inputs is not null && id != Others && !inputs.Contains(id))
            {
                value.Complain($"Ответов вида «{id}» нет. Возможные виды: {string.Join(", ", inputs.Append(Others).Order(StringComparer.Ordinal))}.");
            }
            else if (text.Length > 0)
            {
                reasons.Add(new ReturnReason(id, text));
            }
        }

        return reasons.ToImmutable();
    }
}
