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
}
