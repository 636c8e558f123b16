namespace Sferum.VkSimulator.Events;

/// <summary>A server that VK calls with events (vk-platform.md §4.4).</summary>
internal sealed class CallbackServer(int id, Uri url, string title, string secret)
{
    public int Id { get; } = id;

    public Uri Url { get; set; } = url;

    public string Title { get; set; } = title;

    /// <summary>Goes with every delivery; empty for none.</summary>
    public string Secret { get; set; } = secret;

    public CallbackStatus Status { get; set; } = CallbackStatus.Unconfigured;

    /// <summary>Event types that are delivered.</summary>
    public HashSet<string> Events { get; } = [];
}

/// <summary>Written in lower case by groups.getCallbackServers.</summary>
internal enum CallbackStatus
{
    Unconfigured,
    Failed,
    Wait,
    Ok,
}
