using Sferum.Bot.Dialogs.Texts;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>
/// The buttons of the scope's state, made from present facts. Recomputed, not remembered: what the list holds now is
/// what a press would be judged by.
/// </summary>
internal static class Shown
{
    public static BuiltKeyboard? Inline(DialogBook book, DialogScope scope) =>
        book.States[scope.State].Inline is { } template && KeyboardBuilder.Build(template, book.Paging, scope) is { Keyboard.Rows.Length: > 0 } built
            ? built
            : null;

    /// <summary>The state's own or the nearest superstate's; without rows it takes the keyboard away.</summary>
    public static BuiltKeyboard? UnderField(DialogBook book, DialogScope scope) =>
        book.Lineage(scope.State).Select(s => s.Buttons).FirstOrDefault(b => b is not null) is { } template
            ? KeyboardBuilder.Build(template, book.Paging, scope)
            : null;
}
