namespace Sferum.Bot.Panel;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Panel: {Method} {Route} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception fault, string method, string route);

    [LoggerMessage(Level = LogLevel.Error, Message = "Panel: the rehearsal of order version {VersionId} failed")]
    public static partial void RehearsalFailed(this ILogger logger, Exception fault, long versionId);
}
