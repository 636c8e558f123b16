namespace Sferum.Bot.Storage;

/// <summary>Room left on the disk where a folder lies, or will lie when it is first needed.</summary>
internal static class FreeSpace
{
    /// <returns>Bytes that this process may still write there.</returns>
    public static long Of(string folder) => new DriveInfo(NearestExisting(Path.GetFullPath(folder))).AvailableFreeSpace;

    private static string NearestExisting(string folder)
    {
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }
}
