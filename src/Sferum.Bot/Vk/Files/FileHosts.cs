namespace Sferum.Bot.Vk.Files;

/// <summary>Addresses from which files are fetched: an address comes from outside and must not lead into our own network.</summary>
internal static class FileHosts
{
    /// <param name="allowed">See <see cref="VkOptions.FileHosts"/>.</param>
    public static bool Allow(IEnumerable<string> allowed, Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && allowed.Any(host => Matches(host, address));

    /// <summary>Whether the bot goes where VK's answer sends it: to VK itself or to one of the hosts of the settings, with a key or with files of people.</summary>
    public static bool AllowNamed(VkOptions options, Uri address) => Allow([options.ApiBaseUrl.Authority, .. options.FileHosts], address);

    private static bool Matches(string allowed, Uri address) => allowed.StartsWith('.')
        ? address.IsDefaultPort
            && (address.IdnHost.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) || address.IdnHost.Equals(allowed[1..], StringComparison.OrdinalIgnoreCase))
        : allowed.Equals(address.Authority, StringComparison.OrdinalIgnoreCase);
}
