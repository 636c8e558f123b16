namespace Sferum.VkSimulator;

/// <summary>What a simulator is started with. Limits are VK's own (vk-platform.md §2) unless a load or limit test changes them.</summary>
public sealed class VkSimulatorOptions
{
    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    public long GroupId { get; init; } = 200100300;

    public string GroupName { get; init; } = "Управление образования (симулятор)";

    public string GroupScreenName { get; init; } = "sferum_simulator";

    /// <summary>The one token that is accepted; everything else is error 5.</summary>
    public string Token { get; init; } = "vk1.a.simulator";

    /// <summary>What the token may do (§1.6): of photos, messages, wall, docs and manage. It is only told, not enforced.</summary>
    public IReadOnlyList<string> TokenRights { get; init; } = ["photos", "messages", "docs", "manage"];

    /// <summary>Community tokens have 20 requests/s (§2.1); above is error 6.</summary>
    public int RequestsPerSecond { get; init; } = 20;

    /// <summary>Instant that the virtual clock shows at the start; null is the real one.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Clock under the virtual one; tests pass a fake.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Events kept for long poll; an older <c>ts</c> gets <c>failed: 1</c>.</summary>
    public int EventHistory { get; init; } = 10_000;

    /// <summary>Events in one long poll answer at most.</summary>
    public int EventsPerPoll { get; init; } = 500;

    /// <summary>After this a long poll key gets <c>failed: 2</c>. VK publishes no value.</summary>
    public TimeSpan LongPollKeyLifetime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Messages kept in one dialog.</summary>
    public int MessagesPerDialog { get; init; } = 1_000;

    /// <summary>Calls, events and deliveries that <c>GET /admin/traffic</c> can show.</summary>
    public int TrafficKept { get; init; } = 10_000;

    /// <summary>Bytes of uploaded files kept; the oldest go first.</summary>
    public long FileBytesKept { get; init; } = 512L * 1024 * 1024;

    /// <summary>A longer text is error 914. The strictest of the published values (§2.2).</summary>
    public int MessageLength { get; init; } = 4096;

    /// <summary>Time added to every API call.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How long one callback delivery waits for its answer. VK publishes no value.</summary>
    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After which times of the virtual clock a callback that failed comes again (§4.4); then it is given up.</summary>
    public IReadOnlyList<TimeSpan> CallbackRetries { get; init; } =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    /// <summary>Long Poll API switched on in the community's settings.</summary>
    public bool LongPollEnabled { get; init; } = true;

    /// <summary>«Возможности ботов» in the community's settings; without them a keyboard is error 912.</summary>
    public bool BotCapabilities { get; init; } = true;

    /// <summary>Seed of the dice that faults at a rate throw.</summary>
    public int Seed { get; init; } = 1;

    public ILoggerFactory? LoggerFactory { get; init; }
}
