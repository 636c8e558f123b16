namespace Sferum.Bot.Panel;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Panel: {Method} {Route} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception fault, string method, string route);
}
