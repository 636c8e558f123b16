using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>One thing a rule does. A closed list.</summary>
internal abstract record Operation
{
    private Operation()
    {
    }

    internal sealed record Set(ImmutableArray<NamedText> Values) : Operation;

    /// <summary>Forgets the slots of these names and everything below them.</summary>
    internal sealed record Clear(ImmutableArray<DialogText> Names) : Operation;

    /// <summary>Keeps what <c>input: field</c> read.</summary>
    internal sealed record TakeFields : Operation;

    /// <summary>Keeps what the present message answers of the line's fields without having been asked: «1.1а приказ 12-од от 15.04».</summary>
    internal sealed record ReadFields : Operation;

    /// <summary>Answers the line's field for a chat with the chat that the bot has seen.</summary>
    internal sealed record TakeChat : Operation;

    internal sealed record DropLastField : Operation;

    /// <summary>Takes the answers of the line's last report, to mend them.</summary>
    internal sealed record LoadAnswers : Operation;

    /// <summary>Keeps the present state for <c>to: back</c>.</summary>
    internal sealed record Remember : Operation;

    /// <summary>Asks the outside for something.</summary>
    internal sealed record Emit(EffectKind Kind, ImmutableArray<NamedText> Args, Place Place) : Operation;
}

internal sealed record NamedText(string Name, DialogText Text);
