namespace Sferum.Bot.Tests.Support;

/// <summary>Finds folders of the checkout (or beside it) from wherever the tests were built to.</summary>
internal static class RepositoryFolder
{
    private const string Solution = "Sferum.Bot.sln";

    /// <summary>The folder of that relative path in the checkout, or else in the nearest folder above it that has it.</summary>
    public static string Find(string relative) =>
        FindOrNull(relative) ?? throw new DirectoryNotFoundException($"No parent of {AppContext.BaseDirectory} holds {relative}.");

    /// <summary>As <see cref="Find"/>; null where there is none (a checkout without <c>shared/</c> beside it).</summary>
    public static string? FindOrNull(string relative)
    {
        // The build puts copies of data files beside the tests; those are not the ones to read or to rewrite.
        for (var folder = Checkout(); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, relative);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static DirectoryInfo? Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder;
    }
}
