using Sferum.Bot.Messaging.Troubles;

namespace Sferum.Bot.Turns;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Handled {Count} events in one transaction")]
    public static partial void Handled(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} events could not be stored; each is tried alone")]
    public static partial void BatchFailed(this ILogger logger, int count, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The person of event {EventId} could not be told that nothing came of it")]
    public static partial void ExcuseFailed(this ILogger logger, string eventId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId} failed")]
    public static partial void EventFailed(this ILogger logger, string eventId, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId} of kind {Type} is of no use here and was put aside")]
    public static partial void EventIgnored(this ILogger logger, string eventId, string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {EventId} is damaged and went to the dead letters: {Reason}")]
    public static partial void EventDamaged(this ILogger logger, string eventId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Effect {Effect} of person {PersonId} was refused: {Reason}")]
    public static partial void EffectRefused(this ILogger logger, string effect, long personId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Peer {PeerId} writes more than can be answered; part of it was not kept, and he is told so")]
    public static partial void TooManyAtOnce(this ILogger logger, long peerId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling has failed and pauses for {Pause}")]
    public static partial void WorkerFailed(this ILogger logger, TimeSpan pause, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Collecting files has failed; it goes on with the next tick")]
    public static partial void CollectingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "File {FileId} could not be fetched: {Reason}")]
    public static partial void FileNotFetched(this ILogger logger, long fileId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at pictures has failed and pauses for {Pause}")]
    public static partial void PrintingFailed(this ILogger logger, TimeSpan pause, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Content {Sha256} could not be looked at in {Attempts} attempts; it counts as no picture")]
    public static partial void NotLookedAt(this ILogger logger, string sha256, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at group chats has failed; it goes on with the next tick")]
    public static partial void LookingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Group chat {Chat} could not be looked at: {Reason}")]
    public static partial void ChatNotSeen(this ILogger logger, long chat, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Saved answers could not be read; those known so far stay in use")]
    public static partial void SavedAnswersUnread(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who runs the community could not be read; what is known so far stays in use")]
    public static partial void ManagersUnread(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Which orders are in force could not be read; those known so far stay in use")]
    public static partial void OrdersUnread(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A stored order has a fault for this program, so that the orders stay as they were: {File}, line {Line}")]
    public static partial void OrderNotUnderstood(this ILogger logger, string file, int line);

    [LoggerMessage(Level = LogLevel.Information, Message = "{People} people reminded")]
    public static partial void Reminded(this ILogger logger, int people);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broadcast {BroadcastId} could not go on; the next look tries again")]
    public static partial void BroadcastFailed(this ILogger logger, long broadcastId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broadcasting has failed and pauses for {Pause}")]
    public static partial void BroadcastingFailed(this ILogger logger, TimeSpan pause, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The specialist's digest has failed; it is tried with the next tick")]
    public static partial void DigestFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminding has failed; it goes on with the next tick")]
    public static partial void RemindingFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind}: {News}, since {Since}")]
    public static partial void Trouble(this ILogger logger, TroubleKind kind, TroubleNews news, DateTimeOffset since);

    [LoggerMessage(Level = LogLevel.Error, Message = "The look for trouble has failed; the next one tries again")]
    public static partial void TroublesUnread(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether there is trouble of kind {Kind} could not be read")]
    public static partial void SignUnread(this ILogger logger, TroubleKind kind, Exception exception);
}
