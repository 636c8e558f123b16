using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>A recogniser of one kind of answer, named in dialog files and in the fields of orders.</summary>
internal interface IInput
{
    string Name { get; }

    Recognition Recognise(DialogEvent.Wrote message, DateOnly today);

    /// <summary>The values of a match in Russian, for a summary: «№ 12-од от 15 апреля».</summary>
    string Describe(ImmutableSortedDictionary<string, string> values);
}
