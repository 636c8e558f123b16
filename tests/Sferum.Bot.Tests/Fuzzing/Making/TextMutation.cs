namespace Sferum.Bot.Tests.Fuzzing.Making;

/// <summary>
/// Damages a text: signs changed, cut, doubled, moved, repeated without end, pieces of other texts and pieces that have broken
/// readers before. Bytes are damaged as the text of which each sign is a byte.
/// </summary>
internal sealed class TextMutation(IReadOnlyList<string> seeds, IReadOnlyList<string> tokens, int longest, int largestSign = char.MaxValue)
{
    private const int MostSteps = 8;

    private static readonly string[] Numbers =
    [
        "0", "-1", "1", "00", "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "1e308", "1e999", "-1e-999", "1E999999999", "0.1", "1.0", "99999999999999999999999999999999999999", "253402300800", "-62135596801", "2000000001", "NaN", "0x7f",
    ];

    public string Of(string text, FuzzDice dice)
    {
        for (var steps = dice.Few(MostSteps); steps > 0; steps--)
        {
            text = Step(text, dice);
        }

        return Cut(text);
    }

    public string Cut(string text) => text.Length <= longest ? text : text[..longest];

    private string Step(string text, FuzzDice dice)
    {
        var at = dice.Next(text.Length + 1);
        var length = Math.Min(dice.Length(Math.Max(1, text.Length)), text.Length - at);
        return dice.Next(16) switch
        {
            0 when text.Length > 0 => Replace(text, at = dice.Next(text.Length), 1, $"{(char)((text[at] ^ (1 << dice.Next(16))) & largestSign)}"),
            1 => text.Insert(at, $"{(char)(dice.Next(largestSign + 1))}"),
            2 => text.Insert(at, $"{(char)dice.Next(128)}"),
            3 => text.Remove(at, length),
            4 => text[..at],
            5 => text.Insert(dice.Next(text.Length + 1), text.Substring(at, length)),
            6 or 7 => text.Insert(at, dice.Of(tokens)),
            8 => Replace(text, at, length, dice.Of(tokens)),
            9 => Number(text, dice),
            10 => Spliced(text, dice),
            11 => Moved(text, at, length, dice),
            12 when dice.OneIn(4) => Flooded(text, at, text.Substring(at, Math.Min(length, 30)), dice),
            12 when dice.OneIn(2) => Flooded(text, at, dice.Of(tokens), dice),
            13 => Lines(text, dice),
            14 => Replace(text, at, length, text.Substring(at, length).ToUpperInvariant()),
            _ => text.Insert(at, dice.Of(Numbers)),
        };
    }

    private static string Replace(string text, int at, int length, string with) => string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + length));

    /// <summary>A run of digits becomes another number.</summary>
    private static string Number(string text, FuzzDice dice)
    {
        var start = dice.Next(text.Length);
        var found = text.AsSpan(start).IndexOfAnyInRange('0', '9');
        if (found < 0)
        {
            return text;
        }

        var from = start + found;
        var length = text.AsSpan(from).IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length - from;
        return Replace(text, from, length, dice.Of(Numbers));
    }

    private string Spliced(string text, FuzzDice dice)
    {
        var other = dice.Of(seeds);
        return string.Concat(text.AsSpan(0, dice.Next(text.Length + 1)), other.AsSpan(dice.Next(other.Length + 1)));
    }

    private static string Moved(string text, int at, int length, FuzzDice dice)
    {
        var piece = text.Substring(at, length);
        var rest = text.Remove(at, length);
        return rest.Insert(dice.Next(rest.Length + 1), piece);
    }

    private string Flooded(string text, int at, string piece, FuzzDice dice) =>
        piece.Length == 0 ? text : text.Insert(at, string.Concat(Enumerable.Repeat(piece, 1 + (dice.Length(longest) / piece.Length))));

    /// <summary>Lines left out, doubled, exchanged, indented otherwise, or with another value behind the colon.</summary>
    private string Lines(string text, FuzzDice dice)
    {
        var lines = text.Split('\n').ToList();
        var (one, other) = (dice.Next(lines.Count), dice.Next(lines.Count));
        switch (dice.Next(6))
        {
            case 0:
                lines.RemoveAt(one);
                break;
            case 1:
                lines.Insert(other, lines[one]);
                break;
            case 2:
                (lines[one], lines[other]) = (lines[other], lines[one]);
                break;
            case 3:
                lines[one] = new string(' ', dice.Next(12)) + lines[one].TrimStart(' ');
                break;
            case 4:
                var source = dice.Of(seeds).Split('\n');
                lines.InsertRange(other, source.Skip(dice.Next(source.Length)).Take(dice.Few(12)));
                break;
            default:
                var colon = lines[one].IndexOf(": ", StringComparison.Ordinal);
                lines[one] = $"{(colon < 0 ? lines[one] : lines[one][..colon])}: {dice.Of(tokens)}";
                break;
        }

        return string.Join('\n', lines);
    }
}
