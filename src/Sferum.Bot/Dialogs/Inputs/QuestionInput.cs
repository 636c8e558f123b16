using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Something is asked: «когда срок», «можно ли позже?». A question mark within an address asks nothing. No parts.</summary>
internal sealed class QuestionInput : IInput
{
    public string Name => "question";

    public ImmutableArray<string> Parts => [];

    public Recognition Recognise(DialogEvent.Wrote message, DateOnly today) =>
        Asks(message.Text) ? new Recognition.Match(AnswerParts.Of()) : new Recognition.None();

    public string Describe(ImmutableSortedDictionary<string, string> values) => "";

    public static bool Asks(string text) => Questions.Asks(TypedText.Fold(LinkText.Blank(TypedText.Clean(text))));
}
