namespace Sferum.Bot.Tests.Support;

/// <summary>Finds folders of the checkout (or beside it) from wherever the tests were built to.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder of that relative path in the nearest parent that has it.</summary>
    public static string Find(string relative) =>
        FindOrNull(relative) ?? throw new DirectoryNotFoundException($"No parent of {AppContext.BaseDirectory} holds {relative}.");

    /// <summary>As <see cref="Find"/>; null where there is none (a checkout without <c>shared/</c> beside it).</summary>
    public static string? FindOrNull(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
