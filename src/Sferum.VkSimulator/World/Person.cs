namespace Sferum.VkSimulator.World;

/// <summary>A person with a VK account; his dialog with the community has the same id.</summary>
internal sealed class Person(long id, string firstName, string lastName, string caption, Dialog dialog)
{
    public long Id { get; } = id;

    public string FirstName { get; } = firstName;

    public string LastName { get; } = lastName;

    /// <summary>What the page prints over the chat: «директор школы».</summary>
    public string Caption { get; } = caption;

    public Dialog Dialog { get; } = dialog;

    /// <summary>Consent to be written to (vk-platform.md §3.3); without it sending is error 901.</summary>
    public bool CanMessage { get; set; }

    /// <summary>Member of the community.</summary>
    public bool IsMember { get; set; }

    /// <summary>Role in the community: creator, administrator, editor, moderator, advertiser; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Made up to fill a group chat; the page shows no phone for it.</summary>
    public bool IsExtra { get; init; }
}
