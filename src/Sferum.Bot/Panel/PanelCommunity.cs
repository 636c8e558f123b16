using Sferum.Bot.Orders.Roster;

namespace Sferum.Bot.Panel;

/// <summary>The community to which links with codes lead. The room Vk is none of the panel's: it needs the name alone.</summary>
internal static class PanelCommunity
{
    public static CommunityName Of(IConfiguration settings) =>
        CommunityName.Parse(settings["Vk:ScreenName"] ?? "") ?? CommunityName.Of(settings.GetValue<long>("Vk:GroupId"));
}
