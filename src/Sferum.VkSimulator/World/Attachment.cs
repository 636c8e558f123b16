using Sferum.VkSimulator.Files;

namespace Sferum.VkSimulator.World;

/// <summary>What can hang on a message (vk-platform.md §6.3).</summary>
internal abstract record Attachment
{
    private Attachment()
    {
    }

    public sealed record Photo(StoredFile File) : Attachment;

    public sealed record Document(StoredFile File) : Attachment;

    public sealed record Voice(StoredFile File) : Attachment;

    public sealed record Graffiti(StoredFile File) : Attachment;

    public sealed record Sticker(int StickerId) : Attachment;

    public sealed record Link(string Url, string Title) : Attachment;

    /// <summary>A type that no client knows yet: VK adds such without notice.</summary>
    public sealed record Unknown(string Type, string Title) : Attachment;
}
