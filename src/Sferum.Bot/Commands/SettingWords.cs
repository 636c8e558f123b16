using System.CommandLine;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Commands;

/// <summary>
/// Words of a command line that are settings, in the forms of Microsoft.Extensions.Configuration (<c>--Section:Name=value</c>,
/// <c>--Section:Name value</c>), and those that are nothing.
/// </summary>
internal static partial class SettingWords
{
    /// <summary>Whether the word is a whole setting in its usual form, which no name of a file has.</summary>
    public static bool IsSetting(string word) => Setting().IsMatch(word);

    /// <summary>Runs a command that takes settings and, besides its options, nothing else.</summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Func<IReadOnlyList<string>, Task<int>> run)
    {
        if (FirstUnknown(parsed.UnmatchedTokens) is { } word)
        {
            await Console.Error.WriteLineAsync($"Непонятное слово «{word}». Настройки пишутся так: --Раздел:Имя=значение. Подсказка: добавьте --help.");
            return ExitCode.WrongUse;
        }

        return await StartFaults.GuardAsync(() => run(parsed.UnmatchedTokens));
    }

    private static string? FirstUnknown(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Whole().IsMatch(words[i]))
            {
                continue;
            }

            if (!Name().IsMatch(words[i]) || i + 1 == words.Count)
            {
                return words[i];
            }

            // The next word is its value, whatever it is.
            i++;
        }

        return null;
    }

    [GeneratedRegex(@"^--[A-Za-z]+(:\w+)+=")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^(?:--|/)?(?:urls|[A-Za-z]+(?::\w+)+)=", RegexOptions.IgnoreCase)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?:--|/)(?:urls|[A-Za-z]+(?::\w+)+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
