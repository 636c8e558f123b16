using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs;

/// <summary>What reached the bot from a person, in the words of the dialog core. A closed list.</summary>
public abstract record DialogEvent
{
    private DialogEvent()
    {
    }

    /// <summary>A message. <paramref name="Ref"/> is the hint of a deep link (<c>vk-platform.md</c> §7.4), not proof of anything.</summary>
    public sealed record Wrote(string Text, ImmutableArray<Attachment> Attachments, string? Ref = null) : DialogEvent;

    /// <summary>A button. Command and arguments come from the person's client and may be forged: guards check them against facts.</summary>
    public sealed record Pressed(string Command, ImmutableSortedDictionary<string, string> Args) : DialogEvent;

    /// <summary>The person has allowed messages again without writing.</summary>
    public sealed record Allowed : DialogEvent;
}

/// <summary>Something attached to a message. <paramref name="Id"/> is stable and unique per file (<c>photo1_22</c>).</summary>
/// <param name="Size">Bytes; 0 when VK does not tell.</param>
public sealed record Attachment(AttachmentKind Kind, string Id, string Name, long Size);

public enum AttachmentKind
{
    Photo,
    Document,
    Voice,
    Sticker,
    Link,
    Other,
}
