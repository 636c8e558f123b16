namespace Sferum.Bot.Vk;

/// <summary>What the room says in the log. Never a token, key, secret, address with a key in it, or a person's text.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method}: no answer from VK ({Reason}).")]
    public static partial void CallFailed(this ILogger log, string method, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method}: VK answered with error {Code}: {Message}")]
    public static partial void CallRefused(this ILogger log, string method, int code, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method}: VK answered with error {Code}, which only a person can mend (token, rights or settings): {Message}")]
    public static partial void NeedsMending(this ILogger log, string method, int code, string message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method}: VK answered with error {Code}, which is not in the table: {Message}")]
    public static partial void UnknownError(this ILogger log, string method, int code, string message);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method}: a recipient cannot be written to (error {Code}).")]
    public static partial void PeerRefused(this ILogger log, string method, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method}: the answer could not be read ({Kind}).")]
    public static partial void UnexpectedShape(this ILogger log, string method, string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "VK's answer sends the bot to {Host}, which is neither VK's API nor in Vk__FileHosts; it does not go there.")]
    public static partial void ForeignHost(this ILogger log, string host);

    [LoggerMessage(Level = LogLevel.Information, Message = "Long poll: a key was taken.")]
    public static partial void PollOpened(this ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Long poll: no answer ({Reason}), {Failures} in a row; again in {Pause}.")]
    public static partial void PollFailed(this ILogger log, string reason, int failures, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Long poll: refused with error {Code}; again in {Pause}.")]
    public static partial void PollRefused(this ILogger log, int code, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Long poll: VK has lost part of the events (failed {Failed}).")]
    public static partial void HistoryLost(this ILogger log, int failed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Long poll: {Added} new of {Count} events stored.")]
    public static partial void EventsStored(this ILogger log, int added, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "Long poll: {Count} messages found in unanswered dialogs that no event had told of.")]
    public static partial void CaughtUp(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Long poll: unanswered dialogs cannot be read (error {Code}); messages that VK lost stay unknown until their writers write again.")]
    public static partial void CatchUpRefused(this ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Long poll: events could not be stored; again from the old place in {Pause}.")]
    public static partial void ReceiverFailed(this ILogger log, TimeSpan pause, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Callback: {Count} calls refused since the last line like this: not of our community, or without the secret.")]
    public static partial void CallbackRefused(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Callback: {Count} calls refused since the last line like this: the body is not JSON.")]
    public static partial void CallbackNotJson(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Callback: the event could not be stored; VK is asked to come again.")]
    public static partial void CallbackNotStored(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {Row}: {Count} buttons do not fit into VK's keyboard and were left out.")]
    public static partial void ButtonsLeftOut(this ILogger log, long row, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request of {Count} calls was refused as a whole with error {Code}; its parts are sent by themselves.")]
    public static partial void PacketSplit(this ILogger log, int count, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "VK refused a program with conditions with error {Code}; for {Pause} a second message to the same person waits for a request of its own.")]
    public static partial void ConditionsRefused(this ILogger log, int code, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "The community's token was replaced; the next call to VK uses the new one.")]
    public static partial void TokenReplaced(this ILogger log);
}
