using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Matching;
using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>Buttons of a state before facts are known.</summary>
internal sealed record KeyboardTemplate(bool Inline, ImmutableArray<RowTemplate> Rows, Place Place)
{
    public IEnumerable<ButtonTemplate> Buttons => Rows.SelectMany(r => r.Buttons);
}

/// <summary>A closed list.</summary>
internal abstract record RowTemplate(ImmutableArray<ButtonTemplate> Buttons)
{
    internal sealed record Fixed(ImmutableArray<ButtonTemplate> Buttons) : RowTemplate(Buttons);

    /// <summary>One row per item of a list; or, with <paramref name="Columns"/>, its buttons flow into rows of so many.</summary>
    /// <param name="When">Asked of each item.</param>
    /// <param name="Most">Items shown at once; the rest stands on further pages.</param>
    internal sealed record Generated(
        string Variable,
        DialogExpression Source,
        DialogExpression? When,
        ImmutableArray<ButtonTemplate> Buttons,
        int Most,
        int? Columns) : RowTemplate(Buttons)
    {
        /// <summary>Each label once: buttons of which one at most is shown often bear the same.</summary>
        public ImmutableArray<ButtonTemplate> DifferentLabels { get; } = [.. Buttons.DistinctBy(b => b.Label.Source)];
    }
}

/// <param name="Command">Empty for a button that opens <paramref name="Link"/>.</param>
internal sealed record ButtonTemplate(
    DialogText Label,
    string Command,
    ImmutableArray<NamedText> Args,
    ButtonColor Color,
    DialogText? Link,
    DialogExpression? When,
    Place Place)
{
    /// <summary>The same in every step in which it is shown.</summary>
    public bool IsLiteral { get; } = Label.IsLiteral && Link is null or { IsLiteral: true } && Args.All(a => a.Text.IsLiteral);

    /// <summary>How a literal label is typed; null when it depends on facts.</summary>
    public string? TypedLabel { get; } = Label.IsLiteral ? TypedWords.Normalise(KeyboardLimits.Cut(Label.Source)) : null;

    /// <summary>The button of a literal template, once it was made: the same whoever makes it.</summary>
    public Button? Ready { get; set; }
}
