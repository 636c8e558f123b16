namespace Sferum.VkSimulator.World;

/// <summary>Messages and state of one peer: a person's private dialog or a chat.</summary>
internal sealed class Dialog(long peerId, int messagesKept)
{
    /// <summary>VK shows «печатает…» for 10 s or until the message (vk-platform.md §2.3).</summary>
    private static readonly TimeSpan TypingShown = TimeSpan.FromSeconds(10);

    private RandomIdWindow? _randomIds;

    public long PeerId { get; } = peerId;

    public BoundedHistory<Message> Messages { get; } = new(messagesKept);

    public int NextCmid => (int)Messages.Last + 1;

    /// <summary>Keyboard under the input field: the last non-inline one that was sent and not hidden.</summary>
    public Keyboard? Keyboard { get; set; }

    /// <summary>Newest message of the person that the community has read.</summary>
    public int InRead { get; set; }

    /// <summary>Newest message of the community that the person has read.</summary>
    public int OutRead { get; set; }

    public int UnreadByCommunity { get; set; }

    public int UnreadByPerson { get; set; }

    public bool Unanswered { get; set; }

    public DateTimeOffset? TypingSince { get; set; }

    /// <summary>Last snackbar shown to the person (sendMessageEventAnswer).</summary>
    public string? Snackbar { get; set; }

    public RandomIdWindow RandomIds => _randomIds ??= new RandomIdWindow();

    public Message? Newest => Messages.Find(Messages.Last);

    public bool IsTyping(DateTimeOffset now) => TypingSince is { } since && now - since < TypingShown && now >= since;
}
