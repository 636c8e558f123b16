namespace Sferum.Bot.Messaging;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {RowId} to {PeerId} ended as {Fate}: code {Code}, {Reason}")]
    public static partial void NotDelivered(this ILogger logger, long rowId, long peerId, Fate fate, int? code, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {RowId} to {PeerId} is tried again after {After}: code {Code}, {Reason}")]
    public static partial void SentLater(this ILogger logger, long rowId, long peerId, TimeSpan after, int code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Token or settings are wrong, nothing is sent for {Pause}: code {Code}, {Reason}")]
    public static partial void SendingHalted(this ILogger logger, TimeSpan pause, int code, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request with {Count} messages has failed in the bot itself; they are sent again")]
    public static partial void PacketFailed(this ILogger logger, int count, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What came of {Count} messages could not be written down; it is tried again")]
    public static partial void RecordingFailed(this ILogger logger, int count, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending has failed and pauses for {Pause}")]
    public static partial void SenderFailed(this ILogger logger, TimeSpan pause, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pruned the ids of {Events} events and {Messages} finished messages")]
    public static partial void Pruned(this ILogger logger, int events, int messages);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pruned {Count} old {Rows}")]
    public static partial void PrunedOthers(this ILogger logger, string rows, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Pruned {Count} files that were made for old messages")]
    public static partial void PrunedFiles(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Pruning has failed; it is tried again in an hour")]
    public static partial void PruningFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The queues could not be swept; it is tried again in a moment")]
    public static partial void SweepingFailed(this ILogger logger, Exception exception);
}
