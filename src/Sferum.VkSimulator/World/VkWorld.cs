using Sferum.VkSimulator.Files;

namespace Sferum.VkSimulator.World;

/// <summary>
/// People, dialogs and chats of one community. Every read and write happens under <see cref="Gate"/>; nothing here waits
/// or does I/O, and no step of sending looks at more than one dialog.
/// </summary>
internal sealed class VkWorld(VkSimulatorOptions options, VirtualClock clock)
{
    private const long FirstPersonId = 700_000_001;
    private const long FirstExtraId = 1_900_000_001;

    private readonly Dictionary<int, Message> _byId = [];
    private int _lastMessageId;
    private long _lastVersion = 10_000_000;
    private long _nextPersonId = FirstPersonId;
    private long _nextExtraId = FirstExtraId;

    public Lock Gate { get; } = new();

    public VkSimulatorOptions Options { get; } = options;

    public VirtualClock Clock { get; } = clock;

    /// <summary>Address of the server, known once it listens; files and uploads are addressed under it.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    public CommunitySettings Settings { get; private set; } = new(options);

    public FileStore Files { get; } = new(options.FileBytesKept, clock);

    public LiveFeed Feed { get; } = new();

    /// <summary>Raised under the gate for every message that the community has sent.</summary>
    public event Action<Message>? Told;

    public Dictionary<long, Person> Persons { get; } = [];

    public Dictionary<long, GroupChat> Chats { get; } = [];

    public PressedCallbacks Callbacks { get; } = new();

    /// <summary>The community as a sender.</summary>
    public long CommunityId => -Options.GroupId;

    public Person AddPerson(long? id, string firstName, string lastName, string caption, bool canMessage, string? role, bool member)
    {
        var taken = id ?? _nextPersonId;
        while (id is null && Persons.ContainsKey(taken))
            taken++;
        if (id is null)
            _nextPersonId = taken + 1;
        var person = new Person(taken, firstName, lastName, caption, new Dialog(taken, Options.MessagesPerDialog))
        {
            CanMessage = canMessage,
            Role = role,
            IsMember = member || role is not null,
        };
        Persons.Add(taken, person);
        Feed.Publish("persons", new object());
        return person;
    }

    /// <summary>A plainly invented member for a group chat: «Участник № 7».</summary>
    public Person AddExtra(int number)
    {
        while (Persons.ContainsKey(_nextExtraId))
            _nextExtraId++;
        var extra = new Person(_nextExtraId, $"№ {number}", "Участник", "", new Dialog(_nextExtraId, Options.MessagesPerDialog)) { IsExtra = true };
        Persons.Add(extra.Id, extra);
        return extra;
    }

    /// <summary>A new chat; the community is not in it until somebody invites it.</summary>
    public GroupChat AddChat(string title, long ownerId, IEnumerable<long> members)
    {
        var peerId = GroupChat.PeerBase + Chats.Count + 1;
        var chat = new GroupChat(peerId, title, ownerId, new Dialog(peerId, Options.MessagesPerDialog));
        var now = Clock.GetUtcNow();
        foreach (var member in members.Prepend(ownerId).Distinct())
            chat.Members[member] = new ChatMember(member, ownerId, now, member == ownerId);
        Chats.Add(peerId, chat);
        Feed.Publish("chats", new object());
        return chat;
    }

    public Dialog? DialogOf(long peerId) =>
        Persons.TryGetValue(peerId, out var person) ? person.Dialog
        : Chats.TryGetValue(peerId, out var chat) ? chat.Dialog
        : null;

    public Message? FindMessage(int id) => _byId.GetValueOrDefault(id);

    /// <summary>The one way a message gets into a dialog; the caller raises the event that belongs to it.</summary>
    public Message Append(Dialog dialog, long fromId, Draft draft)
    {
        var inChat = dialog.PeerId > GroupChat.PeerBase;
        var message = new Message
        {
            Id = inChat ? 0 : ++_lastMessageId,
            Cmid = dialog.NextCmid,
            PeerId = dialog.PeerId,
            FromId = fromId,
            At = Clock.GetUtcNow(),
            Version = ++_lastVersion,
            Text = draft.Text,
            RandomId = draft.RandomId,
            AdminAuthorId = draft.AdminAuthorId,
            Payload = draft.Payload,
            Ref = draft.Ref,
            RefSource = draft.RefSource,
            Attachments = draft.Attachments,
            Keyboard = draft.Keyboard,
            Template = draft.Template,
            Geo = draft.Geo,
            ReplyTo = draft.ReplyTo,
            Forwards = draft.Forwards,
            Action = draft.Action,
        };
        if (!inChat)
            _byId.Add(message.Id, message);
        if (dialog.Messages.Add(message) is { } evicted)
            _byId.Remove(evicted.Id);
        Settle(dialog, message);
        if (message.Out)
            Told?.Invoke(message);
        Feed.Publish("chat", new { personId = dialog.PeerId });
        return message;
    }

    public void Touch(Message message)
    {
        message.EditedAt = Clock.GetUtcNow();
        message.Version = ++_lastVersion;
        Feed.Publish("chat", new { personId = message.PeerId });
    }

    /// <summary>Forgets people, chats, messages, files and settings; the clock stays.</summary>
    public void Reset()
    {
        Persons.Clear();
        Chats.Clear();
        Callbacks.Clear();
        Files.Clear();
        _byId.Clear();
        _nextPersonId = FirstPersonId;
        _nextExtraId = FirstExtraId;
        Settings = new CommunitySettings(Options);
        Feed.Publish("persons", new object());
    }

    private static void Settle(Dialog dialog, Message message)
    {
        if (message.Out)
        {
            dialog.TypingSince = null;
            dialog.UnreadByPerson++;
            dialog.Unanswered = false;
            if (message.Keyboard is { Inline: false } keyboard)
                dialog.Keyboard = keyboard.Hides ? null : keyboard;
        }
        else
        {
            // Who writes has the chat open before his eyes.
            dialog.OutRead = message.Cmid - 1;
            dialog.UnreadByPerson = 0;
            dialog.UnreadByCommunity++;
            dialog.Unanswered = true;
            dialog.Snackbar = null;
        }
    }
}
