using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Files of the <c>dialogs/</c> folder, by their paths in it.</summary>
internal static class DialogFolder
{
    public static string Root { get; } = RepositoryFolder.Find("dialogs");

    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public static void Write(string relative, string text) => File.WriteAllText(Path.Combine(Root, relative), text);
}
