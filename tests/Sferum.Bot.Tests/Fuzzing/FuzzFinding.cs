using System.Globalization;
using System.Text;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>An input that broke its target, and how to make it again.</summary>
/// <param name="Input">Cut down to what still does it.</param>
internal sealed record FuzzFinding(string Target, long Seed, long Number, string Fault, string Input, int LengthAsMade)
{
    private const int LongestShown = 2_000;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Target}: {Fault}
          again: tests/fuzz.sh --only {Target} --seed {Seed} --at {Number}
          input: {Input.Length} of {LengthAsMade} characters: "{Shown(Input)}"
        """);

    /// <summary>As a C# string literal would hold it.</summary>
    private static string Shown(string input)
    {
        var shown = new StringBuilder();
        foreach (var sign in input.AsSpan(0, Math.Min(input.Length, LongestShown)))
        {
            _ = sign switch
            {
                '"' => shown.Append("\\\""),
                '\\' => shown.Append(@"\\"),
                '\n' => shown.Append(@"\n"),
                '\r' => shown.Append(@"\r"),
                '\t' => shown.Append(@"\t"),
                >= ' ' and < '\u007F' or >= 'А' and <= 'я' => shown.Append(sign),
                _ => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}"),
            };
        }

        return input.Length > LongestShown ? shown.Append('…').ToString() : shown.ToString();
    }
}
