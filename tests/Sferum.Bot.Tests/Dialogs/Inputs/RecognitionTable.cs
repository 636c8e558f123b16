using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Inputs;

namespace Sferum.Bot.Tests.Dialogs.Inputs;

/// <summary>
/// Cases as lines <c>what is typed | part=value; part=value</c>: <c>~</c> before the parts of a loose match,
/// <c>!reason</c> for a problem (<c>~!reason</c> for a loose one), <c>-</c> for nothing recognised.
/// </summary>
internal static class RecognitionTable
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2024, 4, 15);

    public static TheoryData<string, string> Of(string lines)
    {
        var result = new TheoryData<string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var bar = line.LastIndexOf(" | ", StringComparison.Ordinal);
            result.Add(line[..bar].Trim().Replace("\\n", "\n", StringComparison.Ordinal), line[(bar + 3)..].Trim());
        }

        return result;
    }

    public static string Recognise(string input, string text, params Attachment[] attachments) =>
        Write(InputCatalog.All[input].Recognise(new DialogEvent.Wrote(text, [.. attachments]), Today));

    public static string Describe(string input, string text)
    {
        var match = Assert.IsType<Recognition.Match>(InputCatalog.All[input].Recognise(new DialogEvent.Wrote(text, []), Today));
        return InputCatalog.All[input].Describe(match.Values);
    }

    public static ImmutableSortedDictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToImmutableSortedDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);

    private static string Write(Recognition recognition) => recognition switch
    {
        Recognition.Match match => (match.IsLoose ? "~" : "") + string.Join("; ", match.Values.Select(v => $"{v.Key}={v.Value}")),
        Recognition.Problem problem => $"{(problem.IsLoose ? "~" : "")}!{problem.Reason}",
        Recognition.None => "-",
        _ => throw new InvalidOperationException(recognition.GetType().Name),
    };
}
