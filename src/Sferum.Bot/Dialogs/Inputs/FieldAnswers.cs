using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>What of a line has been answered: slots <c>answers.FIELD.PART</c> against the line's fields.</summary>
internal static class FieldAnswers
{
    public const string Prefix = "answers.";

    /// <summary>Slot with the names of the fields in the order in which they were answered.</summary>
    public const string OrderSlot = "taken";

    /// <summary>The answers without the prefix of their slots, as in <see cref="Effect.SubmitReport"/>.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> slots) => Below(slots, Prefix);

    /// <summary>What is kept of one field: part → value.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ImmutableSortedDictionary<string, string> slots, FieldFacts field) =>
        Below(slots, $"{Prefix}{field.Name}.");

    public static ImmutableArray<FieldFacts> Missing(LineFacts line, ImmutableSortedDictionary<string, string> slots) =>
        [.. line.Fields.Where(f => f.Required && !IsWhole(slots, f))];

    public static ImmutableArray<FieldFacts> Optional(LineFacts line, ImmutableSortedDictionary<string, string> slots) =>
        [.. line.Fields.Where(f => !f.Required && !IsWhole(slots, f))];

    /// <summary>Parts that the next missing field still wants.</summary>
    public static ImmutableArray<string> MissingParts(LineFacts line, ImmutableSortedDictionary<string, string> slots) =>
        Missing(line, slots).FirstOrDefault() is { } field && InputCatalog.All.TryGetValue(field.Input, out var input)
            ? [.. input.Parts.Except(Of(slots, field).Keys)]
            : [];

    /// <summary>Every part that the field's recogniser wants is there.</summary>
    public static bool IsWhole(ImmutableSortedDictionary<string, string> slots, FieldFacts field)
    {
        var parts = Of(slots, field);
        return parts.Count > 0 && (!InputCatalog.All.TryGetValue(field.Input, out var input) || input.Parts.All(parts.ContainsKey));
    }

    /// <summary>Name, label and value in Russian of each answered field, in the order of the fields.</summary>
    public static IEnumerable<ImmutableSortedDictionary<string, string>> Summary(LineFacts line, ImmutableSortedDictionary<string, string> answers)
    {
        foreach (var field in line.Fields)
        {
            var parts = Below(answers, field.Name + ".");
            if (parts.Count > 0)
            {
                var value = InputCatalog.All.TryGetValue(field.Input, out var input) ? input.Describe(parts) : string.Join(", ", parts.Values);
                yield return DialogScope.NoValues.Add("name", field.Name).Add("label", field.Label).Add("value", value);
            }
        }
    }

    /// <summary>Slots with these answers in the place of all that were there.</summary>
    public static ImmutableSortedDictionary<string, string> Load(
        ImmutableSortedDictionary<string, string> slots,
        ImmutableSortedDictionary<string, string> answers) =>
        Drop(slots, Prefix.TrimEnd('.')).SetItems(answers.Select(a => KeyValuePair.Create(Prefix + a.Key, a.Value)));

    public static ImmutableSortedDictionary<string, string> DropLast(ImmutableSortedDictionary<string, string> slots)
    {
        var order = slots.GetValueOrDefault(OrderSlot, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return order.Length == 0
            ? slots
            : Drop(slots, $"{Prefix}{order[^1]}").SetItem(OrderSlot, string.Join(' ', order[..^1]));
    }

    /// <summary>Without the slot itself and everything below it; dropping all answers forgets their order too.</summary>
    public static ImmutableSortedDictionary<string, string> Drop(ImmutableSortedDictionary<string, string> slots, string name)
    {
        var below = name + ".";
        var left = slots.RemoveRange(slots.Keys.Where(k => k == name || k.StartsWith(below, StringComparison.Ordinal)).ToList());
        return below == Prefix ? left.Remove(OrderSlot) : left;
    }

    private static ImmutableSortedDictionary<string, string> Below(ImmutableSortedDictionary<string, string> values, string prefix)
    {
        var below = DialogScope.NoValues;
        foreach (var (name, value) in values)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                below = below.Add(name[prefix.Length..], value);
            }
        }

        return below;
    }
}
