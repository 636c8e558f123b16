using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Dialogs.Inputs;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Matching;

/// <summary>
/// The engine's own recogniser <c>field</c>: tries every unanswered field of the line, the next one first, and takes all
/// that the message answers: «12-од от 15.04» with a photo answers two. A match all of whose values another field has
/// taken is not taken again; of two fields of equal kind the first takes.
/// </summary>
/// <param name="amongAll">Answered fields count too; what is read replaces their answers.</param>
internal sealed class FieldTaking(LineFacts line, ImmutableSortedDictionary<string, string> slots, bool amongAll, DialogEvent.Wrote message)
{
    /// <summary>Values of one list; more is not looked at by anyone.</summary>
    private const int LongestList = 10;

    private static readonly ImmutableHashSet<string> _titles = ["title", "topic"];

    private readonly FieldFacts? _next = FieldAnswers.Missing(line, slots).FirstOrDefault() ?? FieldAnswers.Optional(line, slots).FirstOrDefault();
    private readonly HashSet<string> _inputs = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, string> _taken = DialogScope.NoValues;
    private string? _problem;
    private Recognition.Match? _loose;

    /// <summary>Values of a match are <c>FIELD.PART</c>, and <c>problem</c> when another field was refused.</summary>
    public Recognition Recognise(Func<string, Recognition> recognise)
    {
        foreach (var field in line.Fields.OrderByDescending(f => f == _next))
        {
            if (!_inputs.Contains(field.Input) && (amongAll || IsList(field) || !FieldAnswers.IsWhole(slots, field)))
            {
                Try(field, recognise(field.Input));
            }
        }

        if (_loose is { } loose && _next is { } next && !WordsAreTaken())
        {
            Take(next, loose.Values);
        }

        return (_taken.Count, _problem) switch
        {
            ( > 0, null) => new Recognition.Match(_taken),
            ( > 0, _) => new Recognition.Match(_taken.SetItem("problem", _problem)),
            (0, { } reason) => new Recognition.Problem(reason),
            _ => new Recognition.None(),
        };
    }

    /// <summary>
    /// What the message answers of itself, without having been asked for: nothing loose, nothing refused, and no title alone,
    /// since «1.3 включили в план» names no plan.
    /// </summary>
    public ImmutableSortedDictionary<string, string> TakeUnasked(Func<string, Recognition> recognise)
    {
        foreach (var field in line.Fields.Where(f => IsList(f) || !FieldAnswers.IsWhole(slots, f)))
        {
            if (!_inputs.Contains(field.Input)
                && recognise(field.Input) is Recognition.Match { IsLoose: false } match
                && !match.Values.Keys.All(_titles.Contains))
            {
                Take(field, match.Values);
            }
        }

        return _taken;
    }

    /// <summary>
    /// Slots with what was taken put under <c>answers.</c>. A chat of which a person has written otherwise is no longer
    /// the one that the bot has seen.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> Keep(
        ImmutableSortedDictionary<string, string> slots,
        ImmutableSortedDictionary<string, string> taken,
        LineFacts? line)
    {
        var answers = taken.Where(t => t.Key.Contains('.', StringComparison.Ordinal)).ToList();
        var order = slots.GetValueOrDefault(FieldAnswers.OrderSlot, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = answers.Select(a => a.Key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var fields = (line?.Fields ?? []).Select(f => f.Name).Where(names.Contains).ToList();
        var changed = answers
            .Where(a => slots.TryGetValue(FieldAnswers.Prefix + a.Key, out var before) && before != a.Value)
            .Select(a => a.Key.Split('.')[0])
            .Distinct();
        return slots
            .RemoveRange(changed.Select(n => $"{FieldAnswers.Prefix}{n}.{ChatInput.ShownPart}"))
            .SetItems(answers.Select(a => KeyValuePair.Create(FieldAnswers.Prefix + a.Key, a.Value)))
            .SetItem(FieldAnswers.OrderSlot, string.Join(' ', order.Except(fields).Concat(fields)));
    }

    private void Try(FieldFacts field, Recognition recognition)
    {
        switch (recognition)
        {
            case Recognition.Match { IsLoose: true } loose:
                _loose = field == _next ? loose : _loose;
                break;
            case Recognition.Match match:
                Take(field, match.Values);
                break;
            case Recognition.Problem { IsLoose: true } when field != _next:
                break;
            case Recognition.Problem refused:
                _problem ??= refused.Reason;
                break;
            case Recognition.None:
                break;
            default:
                throw new InvalidOperationException($"Unknown recognition {recognition.GetType().Name}");
        }
    }

    private void Take(FieldFacts field, ImmutableSortedDictionary<string, string> values)
    {
        var fresh = IsList(field) ? Added(field, values) : values;
        if (IsList(field) && FieldAnswers.Of(slots, field).Values.Union(values.Values).Count() > LongestList)
        {
            _problem ??= "too_many";
        }

        if (fresh.Count > 0 && !fresh.Values.All(_taken.ContainsValue))
        {
            _taken = _taken.AddRange(fresh.Select(v => KeyValuePair.Create($"{field.Name}.{v.Key}", v.Value)));
            _inputs.Add(field.Input);
        }
    }

    /// <summary>Items of a list that are not there yet, numbered behind those that are.</summary>
    private ImmutableSortedDictionary<string, string> Added(FieldFacts field, ImmutableSortedDictionary<string, string> values)
    {
        var kept = FieldAnswers.Of(slots, field).Values.ToList();
        return values.OrderBy(v => v.Key.Length).ThenBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => v.Value)
            .Distinct()
            .Except(kept)
            .Take(Math.Max(0, LongestList - kept.Count))
            .Index()
            .ToImmutableSortedDictionary(v => (kept.Count + v.Index).ToString(CultureInfo.InvariantCulture), v => v.Item, StringComparer.Ordinal);
    }

    /// <summary>Some field has read the text and not only the attachments.</summary>
    private bool WordsAreTaken() => _taken.Values.Any(v => message.Attachments.All(a => a.Id != v));

    private static bool IsList(FieldFacts field) => InputCatalog.All.TryGetValue(field.Input, out var input) && input.IsList;
}
