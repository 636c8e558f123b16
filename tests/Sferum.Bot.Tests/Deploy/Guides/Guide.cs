using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Lead">The paragraph above it, as one line: it says what the block is. Empty right below another block.</param>
/// <param name="Language">The word after the fence.</param>
/// <param name="Text">What stands between the fences, without the indent of a list; ends without a line break.</param>
/// <param name="Line">Of the opening fence, from 1.</param>
internal sealed record GuideBlock(string Lead, string Language, string Text, int Line);

/// <summary>What stands below one heading.</summary>
/// <param name="Words">Everything outside of blocks.</param>
internal sealed record GuideSection(string Title, string Words, ImmutableArray<GuideBlock> Blocks);

/// <summary>One of the guides, cut at its headings.</summary>
internal sealed partial class Guide
{
    public static readonly string Checkout = Path.GetDirectoryName(RepositoryFolder.Find("deploy"))!; // a folder of the checkout

    private Guide(string file, string text)
    {
        File = file;
        Text = text;
        Sections = [.. Cut(text.ReplaceLineEndings("\n").Split('\n'))];
    }

    public static ImmutableArray<string> All { get; } = ["README.md", "deploy/README.ru.md", "dialogs/README.md"];

    /// <summary>By its path in the checkout.</summary>
    public string File { get; }

    public string FullPath => Path.Combine(Checkout, File);

    public string Text { get; }

    public ImmutableArray<GuideSection> Sections { get; }

    public static Guide Read(string file) => new(file, System.IO.File.ReadAllText(Path.Combine(Checkout, file)));

    /// <summary>What stands between single backticks in the text, headings and tables included.</summary>
    public IEnumerable<string> Spans => Sections.SelectMany(section => Span().Matches(section.Words)).Select(match => match.Groups["code"].Value.Replace("\n", " ", StringComparison.Ordinal));

    /// <summary>Where links and pictures lead.</summary>
    public IEnumerable<string> Links => Sections.SelectMany(section => Link().Matches(section.Words)).Select(match => match.Groups["target"].Value);

    private static IEnumerable<GuideSection> Cut(string[] lines)
    {
        var title = "";
        var words = new List<string>();
        var blocks = ImmutableArray.CreateBuilder<GuideBlock>();
        var above = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is { Success: true } fence)
            {
                var indent = fence.Groups["indent"].Length;
                var end = Array.FindIndex(lines, i + 1, line => line.Trim() == "```");
                Assert.True(end > i, $"the block in line {i + 1} has no end");
                blocks.Add(new GuideBlock(
                    LastParagraph(words.Skip(above)),
                    fence.Groups["language"].Value,
                    string.Join('\n', lines[(i + 1)..end].Select(line => line.Length > indent ? line[indent..] : line.Trim())),
                    i + 1));
                words.Add("");
                above = words.Count;
                i = end;
            }
            else if (lines[i].StartsWith('#'))
            {
                yield return new GuideSection(title, string.Join('\n', words), blocks.DrainToImmutable());
                words.Clear();
                above = 0;
                title = lines[i].TrimStart('#').Trim();
            }
            else
            {
                words.Add(lines[i].TrimEnd());
            }
        }

        yield return new GuideSection(title, string.Join('\n', words), blocks.DrainToImmutable());
    }

    private static string LastParagraph(IEnumerable<string> lines) =>
        string.Join(' ', lines.Reverse().SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).Reverse());

    [GeneratedRegex("^(?<indent> *)```(?<language>[a-z]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<![`\w])`(?<code>[^`]+)`(?!`)")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
