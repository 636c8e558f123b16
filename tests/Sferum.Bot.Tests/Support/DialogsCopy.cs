using Sferum.Bot.Commands;

namespace Sferum.Bot.Tests.Support;

/// <summary>The shipped dialogs in a folder of the test's own, to be changed.</summary>
internal static class DialogsCopy
{
    public static void To(DirectoryInfo folder) => Copy(new DirectoryInfo(DataFolder.DefaultPath), folder);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
