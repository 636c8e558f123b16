using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>
/// «The point does not concern us»: «не относится к нам, у нас начальная школа», «у нас нет заместителей»; part
/// <c>reason</c>, when something explains it.
/// </summary>
internal sealed class NotOursInput : IInput
{
    /// <summary>The engine adds the line that the message names.</summary>
    public const string Key = "not_ours";

    private const string Part = "reason";

    private const int Longest = 300;

    public string Name => Key;

    public ImmutableArray<string> Parts => [Part];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today) => NotOurs.Find(TypedText.Clean(message.Text)) switch
    {
        { Reason.Length: > Longest } => new Recognition.Problem("too_long"),
        { } said => new Recognition.Match(AnswerParts.Of((Part, said.Reason))),
        null => new Recognition.None(),
    };

    public string Describe(ImmutableSortedDictionary<string, string> values) => values.GetValueOrDefault(Part, "");
}
