using Sferum.Bot.DataFiles;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Dialogs;

/// <summary>Small books written in the test itself, around a root and a greeting that every book needs.</summary>
internal static class InlineBook
{
    public const string Anywhere = """
        dialog: shared
        title: Везде
        version: 1
        states:
          anywhere:
            home: { guest: welcome.hello.start, director: a }
            hint: Не понял.
            paging: { next: Дальше, first: Сначала }
            on:
              - press: menu
                words: [меню]
                to: home
        """;

    public const string Hello = """
        dialog: welcome.hello
        title: Знакомство
        version: 1
        states:
          start:
            say: Здравствуйте!
            on:
              - words: [начать]
                to: a
        """;

    /// <summary>A book whose dialog <c>a</c> has these states.</summary>
    public static DialogBook Of(string states)
    {
        var faults = Read(states, out var book);
        return book ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    /// <summary>The faults of dialog <c>a</c> with these states, as «line: message»; its first state stands in line 5.</summary>
    public static IReadOnlyList<string> FaultsOf(string states) =>
        [.. Read(states, out _).Where(f => f.File == "a.yaml").Select(f => $"{f.Line}: {f.Message}")];

    public static string Dialog(string states) => $"dialog: a\ntitle: А\nversion: 1\nstates:\n{Indent(states)}\n";

    public static Faults Read(IEnumerable<KeyValuePair<string, string>> files, out DialogBook? book)
    {
        var faults = new Faults();
        book = DialogBook.Read(files, faults);
        return faults;
    }

    private static Faults Read(string states, out DialogBook? book) => Read(
        [
            new("shared/anywhere.yaml", Anywhere),
            new("welcome/hello.yaml", Hello),
            new("a.yaml", Dialog(states)),
        ],
        out book);

    private static string Indent(string states) => string.Join('\n', states.Split('\n').Select(l => "  " + l));
}
