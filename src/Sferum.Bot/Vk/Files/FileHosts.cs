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

    private static bool Matches(string allowed, Uri address) => allowed.StartsWith('.')
        ? address.IsDefaultPort
            && (address.IdnHost.EndsWith(allowed, StringComparison.OrdinalIgnoreCase) || address.IdnHost.Equals(allowed[1..], StringComparison.OrdinalIgnoreCase))
        : allowed.Equals(address.Authority, StringComparison.OrdinalIgnoreCase);
}
