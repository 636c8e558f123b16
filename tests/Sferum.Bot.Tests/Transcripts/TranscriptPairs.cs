using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary><c>name=value name="value with spaces"</c>.</summary>
internal static partial class TranscriptPairs
{
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text)
    {
        var rest = Pair().Replace(text, "").Trim();
        if (rest.Length > 0)
        {
            throw new FormatException($"«{rest}» is no name=value");
        }

        return Pair().Matches(text).Select(m => KeyValuePair.Create(m.Groups["name"].Value, Bare(m.Groups["value"].Value)));
    }

    public static ImmutableSortedDictionary<string, string> Map(string text) =>
        Parse(text).ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static string Write(string name, string value) =>
        value.Length > 0 && !value.Any(c => char.IsWhiteSpace(c) || c is '"')
            ? $"{name}={value}"
            : $"{name}=\"{value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";

    private static string Bare(string value) => value.StartsWith('"')
        ? value[1..^1].Replace("\\n", "\n").Replace("\\\"", "\"").Replace("\\\\", "\\")
        : value;

    [GeneratedRegex("""(?<name>[^\s=]+)=(?<value>"(?:[^"\\]|\\.)*"|\S+)""")]
    private static partial Regex Pair();
}
