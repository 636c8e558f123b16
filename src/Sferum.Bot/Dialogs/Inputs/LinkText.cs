using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>Web addresses in a text, by their form only: nothing is fetched.</summary>
internal static partial class LinkText
{
    /// <summary>More addresses in one message are no evidence but a list of something else.</summary>
    public const int Most = 10;

    private const int LongestLink = 500;

    private static readonly ImmutableArray<string> _closedPlaces =
    [
        "yadi.sk", "disk.yandex.ru", "disk.yandex.com", "disk.360.yandex.ru", "docs.yandex.ru", "drive.google.com", "docs.google.com",
        "cloud.mail.ru", "dropbox.com", "onedrive.live.com", "1drv.ms", "mega.nz", "icloud.com", "localhost",
    ];

    /// <summary>
    /// Addresses with a scheme and a host in lower case, each once, and the first problem: <c>not_public</c> for clouds and
    /// addresses within a network, <c>credentials</c> for a name and password in the address.
    /// </summary>
    public static (ImmutableArray<string> Links, string? Problem) Find(string clean)
    {
        var links = ImmutableArray.CreateBuilder<string>();
        string? problem = null;
        for (var match = Address().Match(clean); match.Success && links.Count < Most; match = match.NextMatch())
        {
            if (Read(match) is not { } uri)
            {
                continue;
            }

            var wrong = ProblemOf(uri);
            var text = Written(match, uri);
            problem ??= wrong;
            if (wrong is null && !links.Contains(text))
            {
                links.Add(text);
            }
        }

        return (links.ToImmutable(), problem);
    }

    /// <summary>The text with its addresses blanked, all other places unmoved.</summary>
    public static string Blank(string clean)
    {
        var rest = clean.ToCharArray();
        foreach (var match in Address().EnumerateMatches(clean))
        {
            rest.AsSpan(match.Index, match.Length).Fill(' ');
        }

        return new string(rest);
    }

    private static Uri? Read(Match match)
    {
        var address = Trimmed(match.Value);
        var whole = match.Groups["scheme"].Success ? address : $"https://{address}";
        return whole.Length <= LongestLink && Uri.TryCreate(whole, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri : null;
    }

    /// <summary>As typed, since an escaped Cyrillic path can't be read by the specialist who opens it.</summary>
    private static string Written(Match match, Uri uri)
    {
        var address = Trimmed(match.Value);
        var scheme = match.Groups["scheme"];
        var bare = scheme.Success ? address[scheme.Length..] : address;
        var host = bare.IndexOfAny(['/', '?', '#']) is >= 0 and var end ? bare[..end] : bare;
        return $"{uri.Scheme}://{host.ToLowerInvariant()}{bare[host.Length..]}";
    }

    private static string? ProblemOf(Uri uri)
    {
        var host = uri.Host.ToLowerInvariant();
        if (uri.UserInfo.Length > 0)
        {
            return "credentials";
        }

        var isClosed = uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
            || !host.Contains('.', StringComparison.Ordinal)
            || _closedPlaces.Any(p => host == p || host.EndsWith($".{p}", StringComparison.Ordinal))
            || host.EndsWith(".local", StringComparison.Ordinal);
        return isClosed ? "not_public" : null;
    }

    /// <summary>Without the punctuation of the sentence; a closing bracket stays when it was opened within.</summary>
    private static string Trimmed(string address)
    {
        var end = address.Length;
        while (end > 0 && (address[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*'
            || (address[end - 1] is ')' or ']' && !address.AsSpan(0, end).ContainsAny('(', '['))))
        {
            end--;
        }

        return address[..end];
    }

    /// <summary>With a scheme anything; without one only under the endings that institutions have («г.Тверь» is no address).</summary>
    [GeneratedRegex(@"(?<![\p{L}\d@.])(?:(?<scheme>https?://)[^\s<>""«»]{1,600}|(?:[\p{L}\d](?:[\p{L}\d-]{0,62}[\p{L}\d])?\.){1,5}(?:ru|рф|su|com|org|net|info|edu|site|online|me|pro|дети|москва|сайт|sk|xn--p1ai)(?![\p{L}\d@-]|\.[\p{L}\d])(?::\d{2,5})?(?:[/?#][^\s<>""«»]{0,500})?)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
