namespace Sferum.Bot.Benchmarks.Bots;

/// <summary>The checkout that this program was built from.</summary>
internal static class Checkout
{
    private const string Solution = "Sferum.Bot.sln";

    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No parent of {AppContext.BaseDirectory} holds {Solution}.");
    }
}
