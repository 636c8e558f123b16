using Microsoft.Extensions.FileProviders;

namespace Sferum.Bot.Commands;

/// <summary>
/// Settings as files, one each, named as in the environment (<c>Vk__Token</c>): secrets of Docker and Kubernetes, credentials
/// of systemd, or a folder that only the bot may read. Their folder is <c>Secrets:Path</c>, else the one that systemd names.
/// </summary>
internal static class SecretFiles
{
    public const string PathKey = "Secrets:Path";

    /// <summary>Set by systemd for <c>LoadCredential=</c> (systemd.exec(5)).</summary>
    private const string Credentials = "CREDENTIALS_DIRECTORY";

    /// <exception cref="DirectoryNotFoundException">The folder that the settings name is not there.</exception>
    public static void AddTo(IConfigurationManager configuration)
    {
        if ((configuration[PathKey] ?? configuration[Credentials]) is not { Length: > 0 } path)
        {
            return;
        }

        var folder = Path.GetFullPath(path);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"Secrets__Path: папки {folder} нет.");
        }

        // Kubernetes replaces what lies behind a link, which is no event of the folder, and network disks tell of none: hence it is looked at again and again.
        var files = new PhysicalFileProvider(folder) { UsePollingFileWatcher = true, UseActivePolling = true };
        configuration.AddKeyPerFile(source =>
        {
            source.FileProvider = files;
            source.Optional = true;
            source.ReloadOnChange = true;
        });
    }
}
