namespace Sferum.Bot.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Lead {Role} is taken by this process")]
    public static partial void LeadTaken(this ILogger logger, LeaderRole role);

    [LoggerMessage(Level = LogLevel.Information, Message = "Lead {Role} is given up by this process")]
    public static partial void LeadEnded(this ILogger logger, LeaderRole role);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lead {Role}: the session with the database is lost or can't be had: {Reason}")]
    public static partial void LeadFailed(this ILogger logger, LeaderRole role, string reason);
}
