using System.Text;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>A line of commands as a shell reads it, as far as the guides use one.</summary>
internal static class ShellWords
{
    /// <summary>The commands of a block, each as its words; comments and lines that go on are understood.</summary>
    public static IEnumerable<string[]> Commands(string block) => block
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n')
        .SelectMany(CommandsOfLine)
        .Where(words => words.Length > 0);

    /// <summary>Words of one command; quotes are taken off.</summary>
    public static string[] Split(string command) => CommandsOfLine(command).FirstOrDefault() ?? [];

    private static IEnumerable<string[]> CommandsOfLine(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, inside) = ('\0', false);
        void End()
        {
            if (inside)
            {
                words.Add(word.ToString());
                word.Clear();
                inside = false;
            }
        }

        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                if (c == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word.Append(c);
                }
            }
            else if (c is '"' or '\'')
            {
                (quote, inside) = (c, true);
            }
            else if (c == '#' && !inside)
            {
                break;
            }
            else if (c == ' ')
            {
                End();
            }
            else if (line.AsSpan(i).StartsWith("&&") || line.AsSpan(i).StartsWith("; "))
            {
                End();
                yield return [.. words];
                words.Clear();
                i++;
            }
            else
            {
                (inside, _) = (true, word.Append(c));
            }
        }

        End();
        yield return [.. words];
    }
}
