using System.Globalization;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Orders.Roster;

/// <summary>The short name of the community, by which links lead to its dialog.</summary>
internal sealed partial record CommunityName
{
    private readonly string _screenName;

    private CommunityName(string screenName) => _screenName = screenName;

    /// <summary>A name as the administrator has it: bare, with @, or as an address; null when it is none.</summary>
    public static CommunityName? Parse(string text) => Form().Match(text.Trim()) is { Success: true } match ? new(match.Groups["name"].Value) : null;

    /// <summary>Every community is reachable by its number, too.</summary>
    public static CommunityName Of(long groupId) => new($"club{groupId.ToString(CultureInfo.InvariantCulture)}");

    public Uri LinkWith(string code) => new($"https://vk.me/{_screenName}?ref={Uri.EscapeDataString(code)}");

    [GeneratedRegex(@"^(?:@|(?:https?://)?(?:m\.)?vk\.(?:com|ru|me)/)?(?<name>[A-Za-z][A-Za-z0-9_.]{1,49})/?$")]
    private static partial Regex Form();
}
