using System.Collections.Immutable;
using Sferum.Bot.DataFiles;

namespace Sferum.Bot.Reports.Warnings;

/// <summary>Reads <c>shared/personal_data.yaml</c> below a folder of data files; without it numbers alone are told.</summary>
public static class PersonalWordsReader
{
    private const string FileName = "shared/personal_data.yaml";

    /// <returns>What could be read; to be used only when <paramref name="faults"/> stayed empty.</returns>
    public static PersonalWords Load(string dialogs, Faults faults)
    {
        var path = Path.Combine(dialogs, FileName);
        return File.Exists(path) ? Read(File.ReadAllText(path), faults) : PersonalWords.None;
    }

    /// <summary>As <see cref="Load"/>, from the text of the file.</summary>
    public static PersonalWords Read(string text, Faults faults)
    {
        var root = DataNode.Parse(FileName, text, faults);
        var hints = root["personal_data"].Items().Select(Read).OfType<PersonalHint>().ToImmutableArray();
        root.ComplainOfUnread();
        return new PersonalWords(hints);
    }

    private static PersonalHint? Read(DataNode node)
    {
        var words = Patterns(node["words"], node["words"].Text("слова (words)")).ToImmutableArray();
        var except = node["except"].Items().SelectMany(item => Patterns(item, item.Text("слово-исключение (except)"))).ToImmutableArray();
        node.ComplainOfUnread();
        return words.IsEmpty ? null : new PersonalHint(words, except);
    }

    private static IEnumerable<string> Patterns(DataNode node, string text)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = word.EndsWith('*') ? word[..^1] : word;
            if (stem.Length < 2 || !stem.All(char.IsLetter))
            {
                node.Complain($"«{word}» — не слово. Пишите буквы, не меньше двух, и * вместо окончания.");
                continue;
            }

            yield return PersonalWords.Folded(word);
        }
    }
}
