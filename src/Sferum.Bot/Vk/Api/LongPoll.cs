using System.Collections.Immutable;

namespace Sferum.Bot.Vk.Api;

/// <summary>Where to poll and with what. The key is a secret.</summary>
/// <param name="Ts">The place in the stream of events from which a first poll starts.</param>
internal sealed record LongPollServer(Uri Server, string Key, string Ts);

/// <summary>What the community sends to long poll. The form of events follows <paramref name="ApiVersion"/>, not the version of calls (§4.1).</summary>
internal sealed record LongPollSettings(bool IsEnabled, string ApiVersion, ImmutableSortedSet<string> Events);

/// <summary>What one poll came to (<c>vk-platform.md</c> §4.3). A closed list.</summary>
internal abstract record LongPollAnswer
{
    private LongPollAnswer()
    {
    }

    /// <summary>Events, each as VK's own JSON, perhaps none. One that is not JSON is passed on as the text it is.</summary>
    public sealed record Events(string Ts, ImmutableArray<string> Updates) : LongPollAnswer;

    /// <summary><c>failed: 1</c>: part of the history is gone; go on from this <paramref name="Ts"/>.</summary>
    public sealed record HistoryLost(string Ts) : LongPollAnswer;

    /// <summary><c>failed: 2</c>: a new key, the old <c>ts</c>.</summary>
    public sealed record KeyExpired : LongPollAnswer;

    /// <summary><c>failed: 3</c>: a new key and a new <c>ts</c>.</summary>
    public sealed record InformationLost : LongPollAnswer;
}
