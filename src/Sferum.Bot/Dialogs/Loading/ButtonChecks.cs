using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs.Compiled;

namespace Sferum.Bot.Dialogs.Loading;

/// <summary>Every button is heard where it can be pressed.</summary>
internal static class ButtonChecks
{
    public static void Run(DialogBook book, Faults faults)
    {
        var root = book.States[DialogBook.Root];
        foreach (var state in book.States.Values)
        {
            var heard = Heard(book, state.Key);
            var shown = Buttons(state.Buttons).Concat(Buttons(state.Inline)).Concat(state.Rules.SelectMany(rule => Buttons(rule.Inline)));
            foreach (var button in shown.Where(b => b.Command.Length > 0 && !heard.Contains(b.Command)))
            {
                faults.Add(button.Place, $"Кнопку с press: {button.Command} здесь никто не слышит. Добавьте правило с этим press в «{state.Key}» или выше.");
            }

            if (book.Paging is null && (HasList(state.Buttons) || HasList(state.Inline)))
            {
                faults.Add(root.Place, "Есть ряды с for, а надписей для листания нет. Добавьте сюда paging: { next: \"Дальше\", first: \"Сначала\" }.");
            }
        }

        // A notice arrives whatever its reader is doing at the moment.
        var anywhere = book.Home.Values.Append(DialogBook.Root).SelectMany(s => Heard(book, s)).ToHashSet(StringComparer.Ordinal);
        foreach (var button in book.NoticeTexts.Values.SelectMany(n => Buttons(n.Inline)).Where(b => b.Command.Length > 0 && !anywhere.Contains(b.Command)))
        {
            faults.Add(button.Place, $"Кнопка сообщения придёт в любой момент, а press: {button.Command} слышно не везде. Добавьте правило с ним в {DialogBook.Root}.");
        }
    }

    private static HashSet<string> Heard(DialogBook book, string state) =>
        book.Lineage(state).SelectMany(s => s.Rules).Select(r => r.Press).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<ButtonTemplate> Buttons(KeyboardTemplate? keyboard) => keyboard?.Buttons ?? [];

    private static bool HasList(KeyboardTemplate? keyboard) => keyboard is not null && keyboard.Rows.Any(r => r is RowTemplate.Generated);
}
