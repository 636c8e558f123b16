namespace Sferum.Bot.Vk.Checks;

/// <summary>One thing that was looked at, in Russian for the administrator.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">How it stands.</param>
/// <param name="Mend">What to press in VK or change in the settings; null when nothing is to be done.</param>
internal sealed record VkFinding(string Subject, VkFindingKind Kind, string Text, string? Mend);

/// <summary>How a thing stands.</summary>
internal enum VkFindingKind
{
    Ok,
    Problem,

    /// <summary>A community's token cannot see it: a person has to look.</summary>
    LookYourself,
}
