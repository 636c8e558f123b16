using System.Collections.Immutable;
using Sferum.Bot.Messaging;
using Sferum.Bot.Vk.Api;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Receiving;

/// <summary>
/// After VK has lost events (<c>failed</c> 1 or 3), and before the first event ever, finds in the dialogs what people
/// wrote meanwhile (<c>vk-platform.md</c> §4.3). VK may bring part of it all the same, so both ways are kept from doubling
/// each other: what was received is looked up in the database, what was found is remembered.
/// </summary>
internal sealed class MissedMessages(IVkApi api, InboxStore inbox, TimeProvider time, ILogger<MissedMessages> log)
{
    private const int PageSize = 200;

    /// <summary>Dialogs looked through at most; beyond that a person has to look.</summary>
    private const int MostDialogs = 2000;

    /// <summary>Messages of a dialog in the first look; hardly anybody writes more while a connection is renewed.</summary>
    private const int FirstLook = 40;

    /// <summary>Messages of one dialog at most.</summary>
    private const int MostMessages = 1000;

    /// <summary>On the very first start the community may hold years of dialogs: what is older a person has seen by now.</summary>
    private static readonly TimeSpan FirstStart = TimeSpan.FromHours(24);

    /// <summary>VK tells whole seconds, and a message may stand behind a newer one.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    /// <summary>How much later than VK's time of it an event may have been stored, clocks that differ included.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(10);

    /// <summary>What VK brings late comes with the next polls; after this the found messages need not be remembered.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly HashSet<MessageKey> _found = [];
    private long _foundAt;
    private Gap? _gap;

    /// <summary>True while a look at the dialogs is due.</summary>
    public bool IsDue => _gap is not null;

    /// <summary>True while a look at what was written before the first start of a bot is due.</summary>
    public bool IsFirstStart => _gap is { IsFirst: true };

    /// <summary>A term of polling begins: what an earlier one found and VK may still bring is remembered.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _gap = null;
        _found.Clear();
        _found.UnionWith(await inbox.FoundAsync(time.GetUtcNow() - Memory, cancellationToken));
        _foundAt = time.GetTimestamp();
    }

    /// <summary>VK has lost something that is newer than <paramref name="newestMessage"/> (Unix seconds; 0: nothing was ever received).</summary>
    public void Lost(long newestMessage) => _gap ??= newestMessage > 0
        ? new Gap(DateTimeOffset.FromUnixTimeSeconds(newestMessage) - Overlap, IsFirst: false)
        : new Gap(time.GetUtcNow() - FirstStart, IsFirst: true);

    /// <summary>What of a poll was not found in the dialogs before.</summary>
    public IEnumerable<IncomingEvent> Unknown(IEnumerable<IncomingEvent> polled) =>
        _found.Count == 0 ? polled : polled.Where(e => e.Message is not { } message || !_found.Contains(message));

    /// <summary>
    /// The messages that neither an event told of before nor one of <paramref name="polled"/>. Empty when none is due;
    /// null when VK did not answer and it has to be tried again.
    /// </summary>
    public async Task<ImmutableArray<IncomingEvent>?> FindAsync(IReadOnlyList<IncomingEvent> polled, CancellationToken cancellationToken)
    {
        if (_gap is not { } gap)
            return [];

        var known = (await inbox.ReceivedAsync(gap.Since - Delay, cancellationToken)).ToHashSet();
        known.UnionWith(polled.Select(e => e.Message).OfType<MessageKey>());
        known.UnionWith(_found);
        switch (await DialogsAsync(gap, cancellationToken))
        {
            case VkResult<ImmutableArray<long>>.Ok { Value: var dialogs }:
                var found = ImmutableArray.CreateBuilder<IncomingEvent>();
                foreach (var chunk in dialogs.Chunk(VkMethods.CallsPerExecute))
                {
                    var histories = await api.GetHistoriesAsync([.. chunk], FirstLook, cancellationToken);
                    if (histories is not VkResult<ImmutableDictionary<long, ImmutableArray<VkHistoryMessage>>>.Ok { Value: var pages })
                        return GivesUp(histories) ? [] : null;

                    foreach (var (peer, page) in pages)
                    {
                        var whole = await WholeAsync(peer, page, gap, cancellationToken);
                        if (whole is not VkResult<ImmutableArray<VkHistoryMessage>>.Ok { Value: var messages })
                            return GivesUp(whole) ? [] : null;

                        found.AddRange(Unanswered(messages, gap)
                            .Where(message => !known.Contains(new MessageKey(peer, message.ConversationMessageId)))
                            .OrderBy(message => message.ConversationMessageId)
                            .Select(message => VkEventReader.ReadMissed(message.Raw)));
                    }
                }

                log.CaughtUp(found.Count);
                return found.ToImmutable();
            case var refused:
                return GivesUp(refused) ? [] : null;
        }
    }

    /// <summary>
    /// Found and polled events in one order: a found message stands before the polled ones if one of them is a later message
    /// of the same dialog; else it was written after what the poll brought.
    /// </summary>
    public static ImmutableArray<IncomingEvent> Arranged(ImmutableArray<IncomingEvent> found, ImmutableArray<IncomingEvent> polled)
    {
        var newest = polled.Select(e => e.Message).OfType<MessageKey>()
            .GroupBy(message => message.PeerId)
            .ToDictionary(dialog => dialog.Key, dialog => dialog.Max(message => message.ConversationMessageId));
        var isBefore = found.ToLookup(e => e.Message is { } message && newest.GetValueOrDefault(message.PeerId) > message.ConversationMessageId);
        return [.. isBefore[true], .. polled, .. isBefore[false]];
    }

    /// <summary>These are in the inbox now, the found ones among them.</summary>
    public void Stored(IEnumerable<IncomingEvent> events)
    {
        if (IsDue)
        {
            _found.UnionWith(events.Select(e => e.Message).OfType<MessageKey>());
            _foundAt = time.GetTimestamp();
            _gap = null;
        }
        else if (_found.Count > 0 && time.GetElapsedTime(_foundAt) > Memory)
        {
            _found.Clear();
        }
    }

    /// <summary>Persons in whose dialogs something was said since; VK shows the latest first, behind those that are pinned.</summary>
    private async Task<VkResult<ImmutableArray<long>>> DialogsAsync(Gap gap, CancellationToken cancellationToken)
    {
        var dialogs = ImmutableArray.CreateBuilder<long>();
        for (var offset = 0; offset < MostDialogs; offset += PageSize)
        {
            var result = await api.GetRecentAsync(offset, PageSize, cancellationToken);
            if (result is not VkResult<ImmutableArray<VkConversation>>.Ok { Value: var page })
                return result.Select(_ => ImmutableArray<long>.Empty);

            var recent = page.Where(c => c.LastMessage is { } last && last.Date >= gap.Since).ToArray();
            dialogs.AddRange(recent.Select(c => c.PeerId).Where(peer => peer is > 0 and < VkMethods.FirstChatPeer));
            if (page.Length < PageSize || recent.Length == 0)
                break;
        }

        return new VkResult<ImmutableArray<long>>.Ok(dialogs.ToImmutable());
    }

    /// <summary>The first page, or more of them where it does not reach back far enough.</summary>
    private async Task<VkResult<ImmutableArray<VkHistoryMessage>>> WholeAsync(
        long peer, ImmutableArray<VkHistoryMessage> first, Gap gap, CancellationToken cancellationToken)
    {
        if (first.Length < FirstLook || first[^1].Date < gap.Since)
            return new VkResult<ImmutableArray<VkHistoryMessage>>.Ok(first);

        var messages = ImmutableArray.CreateBuilder<VkHistoryMessage>();
        for (var offset = 0; offset < MostMessages; offset += PageSize)
        {
            var result = await api.GetHistoryAsync(peer, offset, PageSize, cancellationToken);
            if (result is not VkResult<ImmutableArray<VkHistoryMessage>>.Ok { Value: var page })
                return result;

            messages.AddRange(page);
            if (page.Length < PageSize || page[^1].Date < gap.Since)
                break;
        }

        return new VkResult<ImmutableArray<VkHistoryMessage>>.Ok(messages.ToImmutable());
    }

    /// <summary>
    /// Messages of the person since the gap that nobody has answered by hand, and the last words written by hand, since
    /// that talk may go on. The bot's own words behind them answer something else, except before the first start, when
    /// there was no bot.
    /// </summary>
    private static IEnumerable<VkHistoryMessage> Unanswered(ImmutableArray<VkHistoryMessage> messages, Gap gap)
    {
        var answered = messages
            .Where(message => message.FromId < 0 && (gap.IsFirst || message.IsByHand))
            .Select(message => message.ConversationMessageId)
            .DefaultIfEmpty()
            .Max();
        var byHand = messages.Where(message => message.FromId < 0 && message.IsByHand).MaxBy(message => message.ConversationMessageId);
        return messages.Where(message => message.Date >= gap.Since && (message == byHand || (message.FromId > 0 && message.ConversationMessageId > answered)));
    }

    /// <summary>A lasting refusal must not hold up new events for ever.</summary>
    private bool GivesUp<T>(VkResult<T> result)
    {
        if (result is not VkResult<T>.Error { Problem: var error } || VkErrorPolicy.Of(error).Policy is VkPolicy.Retry or VkPolicy.Wait or VkPolicy.RetryThenWait)
            return false;

        log.CatchUpRefused(error.Code);
        return true;
    }

    /// <param name="IsFirst">Before the first start of a bot.</param>
    private sealed record Gap(DateTimeOffset Since, bool IsFirst);
}
