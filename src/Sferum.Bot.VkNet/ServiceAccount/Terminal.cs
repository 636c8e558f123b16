using Spectre.Console;

namespace Sferum.Bot.VkNet.ServiceAccount;

/// <summary>Who sits at the terminal.</summary>
/// <param name="Error">Where it is told why nothing comes.</param>
/// <param name="Ask">A question, and whether the answer is hidden while it is typed; null when nobody can answer.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, Func<string, bool, string?> Ask)
{
    public static Terminal OfProcess { get; } = new(
        Console.Out,
        Console.Error,
        (question, hidden) =>
        {
            if (Console.IsInputRedirected)
                return null;

            var prompt = new TextPrompt<string>(Markup.Escape(question)).AllowEmpty();
            return AnsiConsole.Prompt(hidden ? prompt.Secret(null) : prompt).Trim();
        });
}
