using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sferum.Bot.Answers.Search;

/// <summary>Words of this field that mean the same: «замы» and «заместители», «садик» and «МДОУ».</summary>
internal sealed class Synonyms
{
    private readonly FrozenDictionary<string, ImmutableArray<(string[] Stems, string Meaning)>> _byFirst;

    /// <param name="groups">Expressions, of one or several words, with one meaning; the first names it.</param>
    public Synonyms(IEnumerable<IReadOnlyList<string>> groups) => _byFirst = groups
        .SelectMany(group => group.Select(words => (Stems: QuestionText.Stems(words).ToArray(), Meaning: group[0])))
        .Where(entry => entry.Stems.Length > 0)
        .GroupBy(entry => entry.Stems[0], StringComparer.Ordinal)
        .ToFrozenDictionary(entries => entries.Key, entries => entries.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Meanings of the expressions that occur in a text.</summary>
    public IEnumerable<string> In(IReadOnlyList<string> stems)
    {
        for (var at = 0; at < stems.Count; at++)
        {
            foreach (var (expression, meaning) in _byFirst.GetValueOrDefault(stems[at], []))
            {
                if (expression.Length <= stems.Count - at && Enumerable.Range(1, expression.Length - 1).All(i => stems[at + i] == expression[i]))
                {
                    yield return meaning;
                }
            }
        }
    }
}
