namespace Sferum.Bot.Vk.Api;

/// <summary>A community.</summary>
internal sealed record VkGroup(long Id, string Name, string ScreenName);

/// <summary>Someone who runs the community.</summary>
/// <param name="Role"><c>creator</c>, <c>administrator</c>, <c>editor</c>, <c>moderator</c>, <c>advertiser</c>.</param>
internal sealed record VkManager(long Id, string Role);

/// <summary>A person as VK knows him.</summary>
/// <param name="Deactivated"><c>deleted</c>, <c>banned</c>, or null.</param>
internal sealed record VkUser(long Id, string FirstName, string LastName, string? Deactivated);

/// <summary>A message met in the history, with VK's own JSON of it for the event reader.</summary>
/// <param name="FromId">Negative: a community wrote.</param>
/// <param name="RandomId">Under which it was sent; 0 where there is none.</param>
/// <param name="IsByHand">An administrator wrote it in the community's name.</param>
internal sealed record VkHistoryMessage(
    long Id, long ConversationMessageId, long PeerId, long FromId, DateTimeOffset Date, string Raw, long RandomId = 0, bool IsByHand = false);

/// <summary>A dialog or chat.</summary>
/// <param name="CanWrite">Whether a message can go there, where VK tells; else true.</param>
/// <param name="CannotWriteReason">An error code of <c>vk-platform.md</c> §5; 0 when it can.</param>
/// <param name="Title">Of a chat; null for a dialog with a person.</param>
/// <param name="State">Of a chat, how the community stands in it: <c>in</c>, <c>kicked</c>, <c>left</c>, <c>out</c>; null for a dialog with a person.</param>
/// <param name="MembersCount">Of a chat; 0 for a dialog with a person.</param>
/// <param name="OutRead">Id of the last message of the community that was read there; 0 when none was.</param>
internal sealed record VkConversation(
    long PeerId,
    bool CanWrite,
    int CannotWriteReason,
    string? Title,
    string? State,
    int MembersCount,
    VkHistoryMessage? LastMessage,
    long OutRead = 0);

/// <summary>A member of a chat; a negative id is a community.</summary>
internal sealed record VkChatMember(long MemberId, bool IsAdmin, bool IsOwner);

/// <summary>What the upload server answers for a photo (<c>vk-platform.md</c> §6.2).</summary>
internal sealed record UploadedPhoto(string Server, string Photo, string Hash);
