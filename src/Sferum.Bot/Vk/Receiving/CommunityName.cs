using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>The community as it is called in group chats: <c>[club123|…]</c>, <c>@club123</c>, <c>@screen_name</c> (<c>vk-platform.md</c> §4.6).</summary>
internal sealed class CommunityName
{
    private readonly Regex _mention;

    private CommunityName(long groupId, string screenName)
    {
        MemberId = -groupId;
        var number = string.Create(CultureInfo.InvariantCulture, $"(?:club|public|event){groupId}");
        var name = screenName.Trim().TrimStart('@') is { Length: > 0 } given ? $"{number}|{Regex.Escape(given)}" : number;

        // A name goes on with letters, digits, «_» and dots, but does not end with a dot.
        _mention = new Regex(
            $@"(?:\[{number}\|[^\]]{{0,200}}\]|(?<![\w@*])[@*](?:{name})(?!\w|\.\w))\s*[,:]?\s*",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The community as a member of a chat.</summary>
    public long MemberId { get; }

    public static CommunityName Of(VkOptions options) => new(options.GroupId, options.ScreenName);

    /// <summary>True for what names the community or begins with «/».</summary>
    /// <param name="words">What is said, without the name.</param>
    public bool IsSpokenTo(string text, [NotNullWhen(true)] out string? words)
    {
        words = _mention.IsMatch(text) ? _mention.Replace(text, "").Trim()
            : text.AsSpan().TrimStart().StartsWith("/", StringComparison.Ordinal) ? text.Trim()
            : null;
        return words is not null;
    }
}
