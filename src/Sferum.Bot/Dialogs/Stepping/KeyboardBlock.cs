using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>What one row of a template became. A closed list.</summary>
internal abstract record KeyboardBlock
{
    private KeyboardBlock()
    {
    }

    internal sealed record Row(ImmutableArray<Button> Buttons) : KeyboardBlock;

    /// <param name="Items">Each with its buttons; one item is never torn apart by a page.</param>
    internal sealed record List(ImmutableArray<ImmutableArray<Button>> Items, int Most, int? Columns) : KeyboardBlock
    {
        public IEnumerable<ImmutableArray<Button>> Arrange(Range page) => Columns is { } columns
            ? Items[page].SelectMany(i => i).Chunk(columns).Select(ImmutableArray.Create)
            : Items[page];

        /// <summary>Rows that so many of its buttons, from so many items, fill.</summary>
        public int RowsOf(int items, int buttons) => Columns is { } columns ? (buttons + columns - 1) / columns : items;
    }
}
