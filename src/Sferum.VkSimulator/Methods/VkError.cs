using System.Globalization;

namespace Sferum.VkSimulator.Methods;

/// <summary>An error of the API: code and text as in VK's <c>errors.json</c> (vk-platform.md §5).</summary>
internal sealed record VkError(int Code, string Message)
{
    private static readonly Dictionary<int, string> Texts = new()
    {
        [1] = "Unknown error occurred",
        [3] = "Unknown method passed",
        [5] = "User authorization failed",
        [6] = "Too many requests per second",
        [7] = "Permission to perform this action is denied",
        [8] = "Invalid request",
        [9] = "Flood control",
        [10] = "Internal server error",
        [12] = "Unable to compile code",
        [13] = "Runtime error occurred during code invocation",
        [14] = "Captcha needed",
        [15] = "Access denied",
        [18] = "User was deleted or banned",
        [22] = "Upload error",
        [27] = "Group authorization failed",
        [29] = "Rate limit reached",
        [36] = "Method execution was interrupted due to timeout",
        [43] = "Not available right now",
        [100] = "One of the parameters specified was missing or invalid",
        [104] = "Not found",
        [105] = "Couldn't save file",
        [113] = "Invalid user id",
        [118] = "Invalid server",
        [121] = "Invalid hash",
        [125] = "Invalid group id",
        [129] = "Invalid photo",
        [900] = "Can't send messages for users from blacklist",
        [901] = "Can't send messages for users without permission",
        [902] = "Can't send messages to this user due to their privacy settings",
        [909] = "Can't edit this message, because it's too old",
        [910] = "Can't sent this message, because it's too big",
        [911] = "Keyboard format is invalid",
        [912] = "This is a chat bot feature, change this status in settings",
        [913] = "Too many forwarded messages",
        [914] = "Message is too long",
        [917] = "You don't have access to this chat",
        [919] = "You can't see invite link for this chat",
        [920] = "Can't edit this kind of message",
        [921] = "Can't forward these messages",
        [922] = "You left this chat",
        [925] = "You are not admin of this chat",
        [927] = "Chat does not exist",
        [931] = "You can't change invite link for this chat",
        [932] = "Your community can't interact with this peer",
        [935] = "User not found in chat",
        [936] = "Contact not found",
        [943] = "Cannot use this intent",
        [944] = "Limits overflow for this intent",
        [945] = "Chat was disabled",
        [946] = "Chat not supported",
        [950] = "Can't send message, reply timed out",
        [2000] = "Servers number limit is reached",
    };

    public static VkError Of(int code) => new(code, Texts.GetValueOrDefault(code) ?? string.Create(CultureInfo.InvariantCulture, $"Error {code}"));

    /// <param name="detail">What VK appends after a colon: the parameter, the field.</param>
    public static VkError Of(int code, string detail) => new(code, $"{Of(code).Message}: {detail}");

    /// <summary>Error 100 with VK's wording for a wrong parameter.</summary>
    public static VkError Parameter(string detail) => Of(100, detail);
}
