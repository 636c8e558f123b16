namespace Sferum.Bot.Vk.Files;

/// <summary>Addresses from which files are fetched: an address comes from outside and must not lead into our own network.</summary>
internal static class FileHosts
{
    /// <param name="allowed">See <see cref="VkOptions.FileHosts"/>.</param>
    public static bool Allow(IEnumerable<string> allowed, Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && NameOf(address) is { } name
        && allowed.Any(host => Matches(host, name, address));

    /// <summary>
    /// Whether the bot goes where VK's answer sends it, with a key or with files of people: to one of the hosts of the settings, or
    /// to the machine that the settings name as VK. A simulator may name itself by another of its names.
    /// </summary>
    public static bool AllowNamed(VkOptions options, Uri address) =>
        Allow(options.FileHosts, address) || (address.Scheme == options.ApiBaseUrl.Scheme && address.UserInfo.Length == 0
            && (address.Host.Equals(options.ApiBaseUrl.Host, StringComparison.OrdinalIgnoreCase) || (address.IsLoopback && options.ApiBaseUrl.IsLoopback)));

    /// <summary>Null for a host whose name is none: <see cref="Uri"/> takes it and throws only when it is to be written in letters of the net.</summary>
    private static string? NameOf(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool Matches(string allowed, string name, Uri address) => allowed.StartsWith('.')
        ? address.IsDefaultPort
            && (name.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) || name.Equals(allowed[1..], StringComparison.OrdinalIgnoreCase))
        : allowed.Equals(address.Authority, StringComparison.OrdinalIgnoreCase);
}
