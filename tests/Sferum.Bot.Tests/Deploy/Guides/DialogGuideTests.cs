using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sferum.Bot.Commands;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Tests.Deploy.Guides;

/// <summary>
/// <c>dialogs/README.md</c> is true: what each section tells to write is written into a copy of the folder, and what it says
/// of the outcome is so. The words before a block are the notation:
/// <list type="bullet">
/// <item>«В файле `…` было:» and «Стало:» — the first block is replaced by the second and must be there exactly once;</item>
/// <item>«Добавьте в конец файла `…`:», «Новый файл `…`:» — the block is added, or is all of the file;</item>
/// <item>«Продолжаем пример «…»» — the section begins where that one has ended;</item>
/// <item>a <c>text</c> block that begins with <c>@</c> or <c>#</c> — a transcript, which has to come out word by word;</item>
/// <item>«`check` скажет:», «должно стоять:» — all faults of <c>check</c>, or lines that are among what it says without any;</item>
/// <item>a <c>liquid</c> block — <c>template → outcome</c>, as the first moment of a transcript has it;</item>
/// <item>an <c>sh</c> block — run by <see cref="GuideCommandTests"/>, on the folder as it is at that place.</item>
/// </list>
/// At its end a section has no faults, and it has proven something: by one of these or by <see cref="Outcomes"/>.
/// <c>SFERUM_REWRITE_TRANSCRIPTS=1</c> writes the outcomes into the guide instead of comparing.
/// </summary>
public sealed partial class DialogGuideTests
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SFERUM_REWRITE_TRANSCRIPTS") == "1";
    private static readonly Guide Guide = Guide.Read("dialogs/README.md");

    /// <summary>What comes of a section and can't be seen in a conversation.</summary>
    private static readonly Dictionary<string, Action<DataFolder>> Outcomes = new()
    {
        ["Изменить напоминания"] = data =>
        {
            var step = Assert.Single(Order(data, "223-09").Ladder.Steps, step => step.Days == -5);
            Assert.Equal("До срока пять дней. Садам нужно сдать восемь пунктов.", step.SayTo(PostRole.Head, "МДОУ"));
            Assert.Equal("До срока пять дней.", step.SayTo(PostRole.Head, "МОУ"));
            Assert.Equal(8, Order(data, "223-09").MandatoryFor("МДОУ"));
        },
        ["Добавить причину возврата"] = data =>
            Assert.Contains(data.Reasons.Of(data.Orders.LinesFor("МОУ")[0], ReportKind.Done), reason => reason.Text == "Документ за другой год"),
        ["Добавить выходной или рабочий день"] = data =>
        {
            Assert.False(data.Calendar.IsWorkingDay(new DateOnly(2026, 6, 15)));
            Assert.True(data.Calendar.IsWorkingDay(new DateOnly(2026, 6, 20)));
        },
    };

    public static TheoryData<string> Examples => [.. Guide.Sections.Where(section => section.Blocks.Length > 0).Select(section => section.Title)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_the_guide_does_what_the_guide_says(string title)
    {
        using var example = new DialogExample();
        await GoAsync(example, title, (block, actual) =>
        {
            if (Rewrite && actual != block.Text)
            {
                var parts = File.ReadAllText(Guide.FullPath).Split(Fenced(block, block.Text));
                Assert.True(parts.Length == 2, $"line {block.Line}: not told from another block");
                File.WriteAllText(Guide.FullPath, string.Join(Fenced(block, actual), parts));
            }
            else
            {
                Assert.True(block.Text == actual, $"line {block.Line} of {Guide.File} is stale (SFERUM_REWRITE_TRANSCRIPTS=1 tests/run.sh --filter DialogGuideTests writes it anew), it comes:\n{actual}");
            }
        });
        Assert.True(example.Data.Faults.Count == 0, string.Join('\n', example.Data.Faults));
        if (Outcomes.TryGetValue(title, out var holds))
        {
            holds(example.Data);
            example.Proven();
        }

        Assert.True(example.Proofs > 0 || !Proves(title), "the example proves nothing: add a transcript, what check says, or an outcome");
    }

    [Fact]
    public void The_guide_has_an_example_of_each_change()
    {
        Assert.All(Outcomes.Keys, title => Assert.Contains(Guide.Sections, section => section.Title == title));
        ImmutableArray<string> folders = ["shared", "teacher", "director", "specialist", "orders", "answers", "calendar"];
        var changed = Guide.Sections.SelectMany(section => section.Blocks).Select(block => FileIn().Match(block.Lead).Groups["folder"].Value).ToHashSet();
        Assert.Empty(folders.Except(changed));
    }

    [Fact]
    public void Every_folder_is_told_of()
    {
        var told = Guide.Sections.Single(section => section.Title == "Что где лежит").Words;
        Assert.All(
            Directory.EnumerateDirectories(Transcripts.DialogFolder.Root).Select(Path.GetFileName),
            folder => Assert.Contains($"| `{folder}/` |", told, StringComparison.Ordinal));
    }

    /// <summary>Does what a section tells to do, after what it goes on with.</summary>
    /// <param name="compare">Told of every block that says what comes of it, with what did; null: nobody cares.</param>
    /// <param name="command">Told of every block of commands, when the folder is as it is there.</param>
    internal static async Task GoAsync(DialogExample example, string title, Action<GuideBlock, string>? compare, Func<GuideBlock, Task>? command = null)
    {
        var section = Guide.Sections.Single(section => section.Title == title);
        if (GoesOn().Match(section.Words.Replace('\n', ' ')) is { Success: true } before)
        {
            await GoAsync(example, before.Groups["title"].Value, null);
        }

        foreach (var block in section.Blocks)
        {
            if (example.Change(block))
            {
                continue;
            }

            if (block.Language == "sh")
            {
                await (command?.Invoke(block) ?? Task.CompletedTask);
            }
            else if (compare is not null)
            {
                compare(block, await OutcomeAsync(example, block));
            }
        }

        example.Finish();
    }

    /// <summary>A section that changes something has to prove it.</summary>
    private static bool Proves(string title) => Guide.Sections.Single(section => section.Title == title).Blocks.Any(block => FileIn().IsMatch(block.Lead));

    private static async Task<string> OutcomeAsync(DialogExample example, GuideBlock block) => block switch
    {
        { Language: "liquid" } => example.Fill(block.Text),
        { Language: "text", Text: ['@' or '#', ..] } => example.Play(block.Text),
        { Language: "text" } when Said().IsMatch(block.Lead) => await example.CheckAsync(block.Text),
        _ => throw new InvalidOperationException($"line {block.Line}: what is «{block.Lead}» with {block.Language}?"),
    };

    private static string Fenced(GuideBlock block, string text) => $"```{block.Language}\n{text}\n```";

    private static Order Order(DataFolder data, string number) => data.Orders.Orders.Single(order => order.Number == number);

    [GeneratedRegex("Продолжаем пример «(?<title>[^»]+)»")]
    private static partial Regex GoesOn();

    [GeneratedRegex("(файле|файла|файл) `(?<folder>[a-z]+)/[^`]+`( было)?:$")]
    private static partial Regex FileIn();

    [GeneratedRegex("(`check` скажет|должно стоять):$")]
    private static partial Regex Said();
}
