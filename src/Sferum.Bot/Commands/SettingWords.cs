using System.CommandLine;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Commands;

/// <summary>Words of a command line that are settings (<c>--Section:Name=value</c>), and those that are nothing.</summary>
internal static partial class SettingWords
{
    public static bool IsSetting(string word) => Setting().IsMatch(word);

    /// <summary>Runs a command that takes settings and, besides its options, nothing else.</summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Func<IReadOnlyList<string>, Task<int>> run)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(word => !IsSetting(word)) is { } word)
        {
            await Console.Error.WriteLineAsync($"Непонятное слово «{word}». Настройки пишутся так: --Раздел:Имя=значение. Подсказка: добавьте --help.");
            return ExitCode.WrongUse;
        }

        return await StartFaults.GuardAsync(() => run(parsed.UnmatchedTokens));
    }

    [GeneratedRegex(@"^--[A-Za-z]+(:\w+)*=")]
    private static partial Regex Setting();
}
