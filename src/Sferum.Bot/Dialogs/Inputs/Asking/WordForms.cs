using System.Collections.Frozen;
using Sferum.Bot.Dialogs.Matching;

namespace Sferum.Bot.Dialogs.Inputs.Asking;

/// <summary>Words with all their forms, written short: <c>школ:а,ы,у</c> stands for школа, школы, школу; a colon at the end for the bare stem too.</summary>
internal sealed class WordForms
{
    /// <summary>Shorter words have too many neighbours one letter away.</summary>
    private const int ShortestWithSlip = 5;

    private readonly FrozenSet<string> _forms;
    private readonly string[] _long;

    public WordForms(string written)
    {
        _forms = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Spelled).ToFrozenSet(StringComparer.Ordinal);
        _long = [.. _forms.Where(f => f.Length >= ShortestWithSlip)];
    }

    public bool Has(string word) => _forms.Contains(word);

    /// <summary>A form of it with one slip of the hand, its first letter right: «отчитлись», «вернли».</summary>
    public bool HasNearly(string word) => word.Length >= ShortestWithSlip - 1 && _long.Any(f => f[0] == word[0] && TypedWords.Same(word, f, tolerant: true));

    private static IEnumerable<string> Spelled(string written) =>
        written.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? written[(colon + 1)..].Split(',').Select(ending => written[..colon] + ending)
            : [written];
}
