namespace Sferum.VkSimulator.World;

/// <summary>What an administrator of the community can switch in «Управление» (vk-platform.md §3.5, §4.3, §4.4).</summary>
internal sealed class CommunitySettings(VkSimulatorOptions options)
{
    public bool LongPollEnabled { get; set; } = options.LongPollEnabled;

    public string LongPollVersion { get; set; } = "5.199";

    /// <summary>Event types that long poll delivers.</summary>
    public HashSet<string> LongPollEvents { get; } =
    [
        "message_new", "message_event", "message_allow", "message_deny", "message_edit", "group_join", "group_leave",
    ];

    /// <summary>«Возможности ботов».</summary>
    public bool BotCapabilities { get; set; } = options.BotCapabilities;

    /// <summary>«Разрешать добавлять сообщество в чаты».</summary>
    public bool AddToChats { get; set; } = true;

    public int RequestsPerSecond { get; set; } = options.RequestsPerSecond;
}
