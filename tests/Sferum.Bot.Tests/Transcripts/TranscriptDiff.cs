namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Two transcripts line by line: what was written, what the bot says.</summary>
internal static class TranscriptDiff
{
    private const int Around = 3;

    public static string Of(string file, string expected, string actual)
    {
        var left = expected.TrimEnd('\n').Split('\n');
        var right = actual.TrimEnd('\n').Split('\n');
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(bool Changed, string Text)>();
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (l < left.Length && r < right.Length && left[l] == right[r])
            {
                lines.Add((false, $"{l + 1,4}   {left[l++]}"));
                r++;
            }
            else if (r >= right.Length || (l < left.Length && common[l + 1, r] >= common[l, r + 1]))
            {
                lines.Add((true, $"{l + 1,4} - {left[l++]}"));
            }
            else
            {
                lines.Add((true, $"     + {right[r++]}"));
            }
        }

        var near = lines.Where((_, i) => lines.Skip(i - Around).Take((2 * Around) + 1).Any(x => x.Changed)).Select(x => x.Text);
        return $"{file}: the bot answers otherwise (- written, + said; SFERUM_REWRITE_TRANSCRIPTS=1 takes it over)\n{string.Join('\n', near)}";
    }
}
