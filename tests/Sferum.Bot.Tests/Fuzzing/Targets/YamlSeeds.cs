using System.Collections.Immutable;
using Sferum.Bot.DataFiles;
using Sferum.Bot.Tests.Fuzzing.Making;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Fuzzing.Targets;

/// <summary>Data files of the repository and what YAML is damaged with.</summary>
internal static class YamlSeeds
{
    /// <summary>The longest file of the repository, and some more; what follows is read in time linear in its length.</summary>
    public const int Longest = 64 * 1024;

    public static ImmutableArray<string> Tokens { get; } =
    [
        ": ", "- ", "? ", "- - - - - - - -", "? ? ? ? ? ? ? ?", "\n", "\n\n", "\t", "  ", "{", "}", "[", "]", "{a: {a: {a: ", "[[[[[[", ",", "\"", "'", "|", "|+9", ">-", "#", " #", "&a ", "*a", "&a [*a]", "&a {b: *a}", "<<: *a", "<<: {a: b}",
        "!!binary ", "!!int ", "!a", "! ", "!<tag:", "%YAML 1.1\n---\n", "%TAG ! a\n", "---\n", "\n---\n", "\n...\n", "@", "`", "~", "null", "true", "yes", "NaN", ".inf", "0x1F", "0o7", "1e9", "2024-02-30", "2024-04-19", "9999-12-31", "0001-01-01",
        "\"\\u0000\"", "\"\\uD83D\"", "\"\\UFFFFFFFF\"", "\"\\x\"", "\\", "\0", "\uFEFF", "\uFFFE", "\uD83D", "\u2028", "\u0085", "😀", "ﷺ", "\r", "\r\n",
        "{{ ", " }}", "{% ", " %}", "{% if ", "{% endif %}", "{% for i in (1..1000000000) %}x{% endfor %}", "{{ a | b }}", "| plural: ", "{{ 'a' | append: 'b' }}", "{{ 1 | divided_by: 0 }}", "((((", " and ", " or ", " contains ", " == blank",
        "order:", "points:", "states:", "on:", "say:", "do:", "to:", "when:", "for:", "id:", "applies:", "MOU: mandatory", "evidence:", "year: 2026",
    ];

    /// <summary>Files of a folder of <c>dialogs/</c>, by path.</summary>
    public static ImmutableArray<string> In(string folder) =>
        [.. DialogFolder.Files("*.yaml").Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Select(DialogFolder.Read)];

    /// <summary>YAML of nothing but its own signs.</summary>
    public static string Any(FuzzDice dice, int depth = 0)
    {
        var indent = new string(' ', depth * 2);
        return string.Concat(Enumerable.Range(0, dice.Few(6)).Select(_ => dice.Next(depth > 5 ? 2 : 4) switch
        {
            0 => $"{indent}{dice.Of(Tokens)}\n",
            1 => $"{indent}{dice.Of(Tokens)}: {dice.Of(Tokens)}\n",
            2 => $"{indent}{dice.Of(Tokens).TrimEnd(' ', ':')}:\n{Any(dice, depth + 1)}",
            _ => $"{indent}-\n{Any(dice, depth + 1)}",
        }));
    }

    public static string Damaged(IReadOnlyList<string> seeds, TextMutation text, FuzzDice dice) => dice.OneIn(10) ? text.Cut(Any(dice)) : text.Of(dice.Of(seeds), dice);

    /// <summary>What holds of every fault: it tells an editor where and what.</summary>
    public static string Checked(Faults faults)
    {
        foreach (var fault in faults.Take(20))
        {
            Assert.True(fault.Line >= 0 && fault.Message.Length > 0, fault.ToString());
        }

        return faults.Count == 0 ? "read" : "faults";
    }
}
