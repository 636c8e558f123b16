namespace Sferum.VkSimulator;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "VK simulator listens on {Address}")]
    public static partial void Listening(ILogger logger, Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {Type} was not accepted by callback server {Server} in six attempts")]
    public static partial void CallbackGivenUp(ILogger logger, string type, int server);

    [LoggerMessage(Level = LogLevel.Error, Message = "Method {Method} failed inside the simulator")]
    public static partial void MethodFailed(ILogger logger, string method, Exception failure);
}
