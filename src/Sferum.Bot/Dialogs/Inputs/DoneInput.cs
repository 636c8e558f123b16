using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Nothing but a word that says «done»: «готово», «+», «✅», «да сделали». No parts.</summary>
internal sealed class DoneInput : IInput
{
    public string Name => "done";

    public ImmutableArray<string> Parts => [];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today) =>
        DoneWords.Are(message.Text) ? new Recognition.Match(AnswerParts.Of()) : new Recognition.None();

    public string Describe(ImmutableSortedDictionary<string, string> values) => "";
}
