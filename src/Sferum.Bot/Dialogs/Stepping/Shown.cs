using System.Collections.Immutable;
using Sferum.Bot.Dialogs.Compiled;
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
        TemplateUnderField(book, scope) is { } template ? KeyboardBuilder.Build(template, book.Paging, scope) : null;

    /// <summary>Labels of all buttons that there may be, as they are typed: told without making the buttons.</summary>
    public static ImmutableArray<string> Labels(DialogBook book, DialogScope scope) =>
    [
        .. Labels(book.States[scope.State].Inline, book.Paging, scope),
        .. Labels(TemplateUnderField(book, scope), book.Paging, scope),
    ];

    private static IEnumerable<string> Labels(KeyboardTemplate? template, Paging? paging, DialogScope scope) =>
        template is null ? [] : KeyboardBuilder.Labels(template, paging, scope);

    private static KeyboardTemplate? TemplateUnderField(DialogBook book, DialogScope scope)
    {
        foreach (var state in book.Lineage(scope.State))
        {
            if (state.Buttons is { } template)
            {
                return template;
            }
        }

        return null;
    }
}
