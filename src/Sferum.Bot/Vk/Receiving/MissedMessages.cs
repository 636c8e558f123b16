using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// After VK has lost events (<c>failed</c> 1 or 3), finds in the unanswered dialogs what people wrote meanwhile
/// (<c>vk-platform.md</c> §4.3). VK may bring part of it all the same, so both ways are kept from doubling each other.
/// </summary>
internal sealed class MissedMessages(IVkApi api, TimeProvider time, ILogger<MissedMessages> log)
{
    private const int PageSize = 200;

    /// <summary>Dialogs looked through at most; beyond that a person has to look.</summary>
    private const int MostDialogs = 2000;

    /// <summary>What VK brings late comes with the next polls; after this the found messages need not be remembered.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly HashSet<(long Peer, long Message)> _found = [];
    private long _foundAt;
    private long? _since;

    /// <summary>True while a look at the dialogs is due.</summary>
    public bool IsDue => _since is not null;

    /// <summary>VK has lost something that is newer than <paramref name="newestMessage"/> (Unix seconds; 0: nothing was ever received).</summary>
    public void Lost(long newestMessage)
    {
        if (newestMessage > 0)
            _since ??= newestMessage;
    }

    /// <summary>What of a poll was not found in the dialogs before.</summary>
    public IEnumerable<IncomingEvent> Unknown(IEnumerable<IncomingEvent> polled) =>
        polled.Where(e => MessageOf(e) is not { } message || !_found.Contains(message));

    /// <summary>
    /// The messages that neither an event told of before nor one of <paramref name="polled"/>. Empty when none is due;
    /// null when VK did not answer and it has to be tried again.
    /// </summary>
    public async Task<ImmutableArray<IncomingEvent>?> FindAsync(IReadOnlyList<IncomingEvent> polled, CancellationToken cancellationToken)
    {
        if (_since is not { } since)
            return [];

        var told = polled.Select(MessageOf).OfType<(long, long)>().ToHashSet();
        var found = ImmutableArray.CreateBuilder<IncomingEvent>();
        for (var offset = 0; offset < MostDialogs; offset += PageSize)
        {
            var dialogs = await api.GetUnansweredAsync(offset, PageSize, cancellationToken);
            if (dialogs is not VkResult<ImmutableArray<VkConversation>>.Ok { Value: var page })
                return GivesUp(dialogs) ? [] : null;

            foreach (var dialog in page.Where(c => c.PeerId is > 0 and < VkMethods.FirstChatPeer && Unix(c.LastMessage) > since))
            {
                var history = await api.GetHistoryAsync(dialog.PeerId, 0, PageSize, cancellationToken);
                if (history is not VkResult<ImmutableArray<VkHistoryMessage>>.Ok { Value: var messages })
                    return GivesUp(history) ? [] : null;

                found.AddRange(messages
                    .Where(message => message.FromId > 0 && Unix(message) > since)
                    .Where(message => !told.Contains((dialog.PeerId, message.ConversationMessageId)) && !_found.Contains((dialog.PeerId, message.ConversationMessageId)))
                    .OrderBy(message => message.ConversationMessageId)
                    .Select(message => VkEventReader.ReadMissed(message.Raw)));
            }

            if (page.Length < PageSize)
                break;
        }

        log.CaughtUp(found.Count);
        return found.ToImmutable();
    }

    /// <summary>These are in the inbox now, the found ones among them.</summary>
    public void Stored(IEnumerable<IncomingEvent> events)
    {
        if (IsDue)
        {
            _found.UnionWith(events.Select(MessageOf).OfType<(long, long)>());
            _foundAt = time.GetTimestamp();
            _since = null;
        }
        else if (_found.Count > 0 && time.GetElapsedTime(_foundAt) > Memory)
        {
            _found.Clear();
        }
    }

    /// <summary>A lasting refusal must not hold up new events for ever.</summary>
    private bool GivesUp<T>(VkResult<T> result)
    {
        if (result is not VkResult<T>.Error { Problem: var error } || VkErrorPolicy.Of(error).Policy is VkPolicy.Retry or VkPolicy.Wait or VkPolicy.RetryThenWait)
            return false;

        log.CatchUpRefused(error.Code);
        return true;
    }

    private static (long Peer, long Message)? MessageOf(IncomingEvent e) =>
        e.Content is Incoming.Message { ConversationMessageId: > 0 } message ? (e.PeerId, message.ConversationMessageId) : null;

    private static long Unix(VkHistoryMessage? message) => message?.Date.ToUnixTimeSeconds() ?? 0;
}
