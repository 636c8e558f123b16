using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// A recogniser of one kind of answer, named in dialog files and in the fields of orders. Pure and quick for any text a
/// person may send; never throws. <c>today</c> is the day at the office.
/// </summary>
internal interface IInput
{
    string Name { get; }

    /// <summary>
    /// Parts without which an answer is not whole. One message may bring only some of them («№ 12-од», later «15 апреля»):
    /// a match holds what was found, the engine merges the matches of several messages and takes the field for answered
    /// once every part named here is there. A match may hold parts beyond these.
    /// </summary>
    ImmutableArray<string> Parts { get; }

    /// <summary>
    /// The values are a list (<c>0</c>, <c>1</c>, …): what a later message brings is added behind, not put in the place of
    /// what was there.
    /// </summary>
    bool IsList => false;

    Recognition Recognise(DialogEvent.Wrote message, DateOnly today);

    /// <summary>The values of a match, whole or partial, in Russian, for a summary: «№ 12-од от 15.04.2024».</summary>
    string Describe(ImmutableSortedDictionary<string, string> values);
}
