using System.CommandLine;
using System.Text.RegularExpressions;
using Sferum.Bot.Commands;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>
/// Every command of the guides is run, in the order in which it stands there, or stands in <see cref="ElsewhereCommands"/>
/// with the reason why it can't be. Long ones are started, asked something, and ended.
/// </summary>
public sealed partial class GuideCommandTests
{
    private static readonly string[] Shells = ["sh", "powershell"];

    /// <summary>What a block of a guide may be, besides commands.</summary>
    private static readonly string[] Shown = ["mermaid", "yaml", "text", "liquid"];

    /// <summary>Words of a guide that stand for any of their kind.</summary>
    private static readonly string[] Placeholders = ["КОМАНДА", "COMMAND"];

    public static TheoryData<string> Guides => [.. Guide.All];

    [Theory]
    [InlineData("README.md")]
    [InlineData("deploy/README.ru.md")]
    public async Task The_commands_of_a_guide_do_what_they_should(string file)
    {
        await using var stage = await GuideStage.StartAsync();
        var commands = CommandsOf(Guide.Read(file)).OfType<GuideCommand.OfBot>().Where(command => !Placeholders.Contains(command.Words[0])).ToArray();
        Assert.True(commands.Length > 5, "hardly any command was found");
        foreach (var words in commands.Select(command => command.Words).DistinctBy(words => string.Join(' ', words)))
        {
            await stage.RunAsync(words);
        }
    }

    /// <summary>On the folder as the guide has left it there.</summary>
    [Fact]
    public async Task The_commands_of_the_guide_to_the_dialogs_do_what_they_should()
    {
        await using var stage = await GuideStage.StartAsync();
        var ran = new List<string>();
        foreach (var section in Guide.Read("dialogs/README.md").Sections.Where(section => section.Blocks.Any(block => Shells.Contains(block.Language))))
        {
            using var example = new DialogExample();
            await DialogGuideTests.GoAsync(example, section.Title, null, async block =>
            {
                foreach (var words in GuideCommand.In(block).OfType<GuideCommand.OfBot>().Select(command => command.Words))
                {
                    if (words is ["check"] && ran.Contains("check"))
                    {
                        // The command is that loader and its words; once as a process is enough.
                        Assert.Empty(example.Data.Faults);
                        continue;
                    }

                    await stage.RunAsync(words, example.Dialogs);
                    ran.Add(words[0]);
                }
            });
        }

        Assert.Equal(["ask", "check", "demo", "graph", "rehearse"], ran.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_command_that_is_not_run_is_known_and_names_what_exists(string file)
    {
        var others = CommandsOf(Guide.Read(file)).OfType<GuideCommand.Other>().Select(command => command.Line).Distinct().ToArray();

        Assert.All(others, line =>
        {
            var row = ElsewhereCommands.Table.FirstOrDefault(row => row.Form.IsMatch(line));
            Assert.True(row is not null, $"neither run nor known: {line}");
            row.Holds(row.Form.Match(line));
        });
    }

    [Fact]
    public void Every_row_of_the_table_is_for_some_command()
    {
        var lines = Guide.All.SelectMany(file => CommandsOf(Guide.Read(file))).OfType<GuideCommand.Other>().Select(command => command.Line).ToArray();

        Assert.All(ElsewhereCommands.Table, row => Assert.Contains(lines, line => row.Form.IsMatch(line)));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void A_block_is_of_a_kind_that_is_tested(string file) =>
        Assert.All(Guide.Read(file).Sections.SelectMany(section => section.Blocks), block => Assert.Contains(block.Language, Shells.Concat(Shown)));

    /// <summary>Also those that stand in a table or a sentence without the name of the program: <c>import</c>, <c>report WORDS [--out FILE]</c>.</summary>
    [Theory]
    [MemberData(nameof(Guides))]
    public void A_command_that_is_spoken_of_exists_and_has_the_options_that_are(string file)
    {
        var root = CommandLine.Create(Additions.None);
        var spoken = Guide.Read(file).Spans
            .Select(span => (Span: span, Command: root.Subcommands.FirstOrDefault(command => span == command.Name || span.StartsWith(command.Name + " ", StringComparison.Ordinal))))
            .Where(found => found.Command is not null)
            .ToArray();

        Assert.NotEmpty(spoken);
        Assert.All(spoken, found => Assert.All(
            OptionName().Matches(found.Span).Select(match => match.Value),
            option => Assert.Contains(found.Command!.Options, known => known.Name == option)));
        if (file == "README.md")
        {
            Assert.Empty(root.Subcommands.Except(spoken.Select(found => found.Command)).Select(command => command!.Name));
        }
    }

    private static IEnumerable<GuideCommand> CommandsOf(Guide guide) =>
        guide.Sections.SelectMany(section => section.Blocks).SelectMany(GuideCommand.In).Concat(GuideCommand.Among(guide.Spans));

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex OptionName();
}
