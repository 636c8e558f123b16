using System.Text.RegularExpressions;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Architecture;

public sealed partial class SourceTextTests
{
    /// <summary>
    /// Where Russian may stand in <c>src</c>, and why. What the bot says to people stands in <c>dialogs/</c>.
    /// </summary>
    private static readonly Dictionary<string, string> RussianAllowed = new()
    {
        ["Sferum.Bot/DataFiles/"] = "faults of data files, for whoever edits them",
        ["Sferum.Bot/Commands/"] = "what commands print for the administrator",
        ["Sferum.Bot/Dialogs/Inputs/"] = "the words that recognisers know",
        ["Sferum.Bot/Dialogs/Texts/"] = "Russian grammar: plurals, months, weekdays",
        ["Sferum.Bot/Answers/Grouping/"] = "words that say nothing of what is asked",
        ["Sferum.Bot/Dialogs/Loading/"] = "faults of dialog files",
        ["Sferum.Bot/Answers/Loading/"] = "faults of answer files",
        ["Sferum.Bot/Answers/Search/"] = "letters of the alphabet, and types of institutions as the order spells them",
        ["Sferum.Bot/Calendar/CalendarReader.cs"] = "faults of calendar files",
        ["Sferum.Bot/Rehearsal/"] = "what simulated people say and read",
        ["Sferum.Bot/Orders/Compiling/"] = "faults of order files",
        ["Sferum.Bot/Orders/Roster/"] = "titles and abbreviations of the office's lists, their faults, and the printed sheet of codes",
        ["Sferum.Bot/Reports/"] = "headings and words of tables, which nobody edits apart from what fills them",
        ["Sferum.Bot/Privacy/"] = "the table of what is stored, for the operator's paperwork and the file that a person gets",
        ["Sferum.Bot/Panel/"] = "what the panel says in its pages",
        ["Sferum.Bot/Vk/Checks/"] = "what doctor tells the administrator to press in VK",
        ["Sferum.Bot/Storage/StorageOptionsCheck.cs"] = "faults of settings, as in the Options files",
        ["Sferum.VkSimulator/"] = "another program: the words of VK's own pages",
    };

    [Fact]
    public void Russian_text_stands_in_dialogs_only()
    {
        var offenders = Sources("Sferum.Bot")
            .Where(file => !RussianAllowed.Keys.Any(file.Path.StartsWith))
            .Where(file => !SettingsFaults().IsMatch(file.Path))
            .SelectMany(file => Lines(file).Where(line => CyrillicLiteral().IsMatch(WithoutComment(line.Text))).Select(line => $"{file.Path}:{line.Number}: {line.Text.Trim()}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void SQL_stands_in_stores_and_in_the_room_Storage_only()
    {
        var offenders = Sources("Sferum.Bot")
            .Where(file => !file.Path.StartsWith("Sferum.Bot/Storage/", StringComparison.Ordinal))
            .Where(file => !StoreOrReport().IsMatch(file.Path))
            .SelectMany(file => Lines(file).Where(line => Sql().IsMatch(line.Text)).Select(line => $"{file.Path}:{line.Number}: {line.Text.Trim()}"));

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_of_a_program_is_longer_than_400_lines()
    {
        var offenders = Sources("Sferum.Bot").Concat(Sources("Sferum.VkSimulator"))
            .Select(file => (file.Path, Count: file.Text.Count(c => c == '\n')))
            .Where(file => file.Count > 400);

        Assert.Empty(offenders);
    }

    private static IEnumerable<(string Path, string Text)> Sources(string project)
    {
        var source = RepositoryFolder.Find("src");
        return Directory.EnumerateFiles(Path.Combine(source, project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(source, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static IEnumerable<(int Number, string Text)> Lines((string Path, string Text) file) =>
        file.Text.Split('\n').Select((text, index) => (index + 1, text));

    private static string WithoutComment(string line) => line.Contains("//", StringComparison.Ordinal) ? line[..line.IndexOf("//", StringComparison.Ordinal)] : line;

    [GeneratedRegex("\"[^\"]*[а-яёА-ЯЁ]{2,}")]
    private static partial Regex CyrillicLiteral();

    [GeneratedRegex(@"\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    /// <summary>What a wrong setting says to the administrator stands beside the setting.</summary>
    [GeneratedRegex(@"Options(Check)?\.cs$")]
    private static partial Regex SettingsFaults();

    [GeneratedRegex(@"(Store|Report)[\w.]*\.cs$")]
    private static partial Regex StoreOrReport();
}
