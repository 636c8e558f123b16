using Sferum.VkSimulator.Admin;

namespace Sferum.VkSimulator;

/// <summary>What people do in the simulator, for programs and tests of the same process; the code is the admin API's.</summary>
public sealed class SimulatedPeople
{
    private readonly VkPlatform _vk;
    private readonly PersonActions _persons;
    private readonly PersonCalls _calls;
    private readonly ChatActions _chats;
    private readonly ChatCalls _chatCalls;

    internal SimulatedPeople(VkPlatform vk)
    {
        vk.World.Told += message => Told?.Invoke(message.PeerId, message.Text);
        _vk = vk;
        _persons = new PersonActions(vk);
        _calls = new PersonCalls(vk);
        _chats = new ChatActions(vk);
        _chatCalls = new ChatCalls(vk);
    }

    /// <summary>
    /// Raised with peer and text in the moment a message of the community becomes visible, before its sender hears of it.
    /// Called on VK's own way: whoever listens has to be quick and must not act as a person in it.
    /// </summary>
    internal event Action<long, string>? Told;

    /// <param name="canMessage">Consent given beforehand; else the person has to write first.</param>
    /// <param name="role">Role in the community: creator, administrator, editor, moderator; null for none.</param>
    public PersonView Add(
        string firstName, string lastName, string caption = "", long? id = null, bool canMessage = false, string? role = null) =>
        _calls.Add(id, firstName, lastName, caption, canMessage, role, isMember: false);

    public WrittenView Write(long personId, string text) => Write(personId, new PersonMessage { Text = text });

    public WrittenView Write(long personId, PersonMessage message) => _persons.Write(personId, message);

    /// <summary>Presses «Начать».</summary>
    public WrittenView Start(long personId, string? reference = null, string? refSource = null) =>
        _persons.Start(personId, reference, refSource);

    /// <summary>Presses a button under the field, or of the inline keyboard of message <paramref name="cmid"/>.</summary>
    public PressView Press(long personId, int row, int column, int? cmid = null) => _persons.Press(personId, row, column, cmid);

    /// <summary>Presses the button with this label: of the newest inline keyboard that has it, else of the one under the field.</summary>
    public PressView Press(long personId, string label)
    {
        lock (_vk.World.Gate)
        {
            var dialog = _persons.Find(personId).Dialog;
            var places =
                from message in dialog.Messages.NewestFirst().Select(message => (message.Keyboard, Cmid: (int?)message.Cmid))
                    .Where(entry => entry.Keyboard is { Inline: true })
                    .Append((dialog.Keyboard, null))
                where message.Keyboard is not null
                from row in Enumerable.Range(0, message.Keyboard.Rows.Count)
                from column in Enumerable.Range(0, message.Keyboard.Rows[row].Count)
                where message.Keyboard.Rows[row][column].Label == label
                select (Row: row, Column: column, message.Cmid);
            foreach (var (row, column, cmid) in places)
                return Press(personId, row, column, cmid);
            throw new InvalidOperationException($"Person {personId} sees no button «{label}».");
        }
    }

    /// <summary>An administrator answers the person by hand, in the community's name (message_reply with admin_author_id).</summary>
    public WrittenView AnswerByHand(long personId, long administratorId, string text) => _persons.AnswerByHand(personId, administratorId, text);

    /// <summary>Allows the community to write (message_allow).</summary>
    public void Allow(long personId, string key = "") => _persons.Allow(personId, key);

    /// <summary>Forbids the community to write (message_deny).</summary>
    public void Deny(long personId) => _persons.Deny(personId);

    public void Type(long personId) => _persons.Type(personId);

    /// <summary>Reads what the community wrote (message_read).</summary>
    public void Read(long personId) => _persons.Read(personId);

    public void Edit(long personId, int cmid, string text) => _persons.Edit(personId, cmid, text);

    public void Join(long personId) => _persons.Join(personId, member: true);

    public void Leave(long personId) => _persons.Join(personId, member: false);

    public ChatView ChatOf(long personId) => _calls.ChatOf(personId);

    /// <summary>The chat as soon as it fulfils the condition; waits for changes, not for time.</summary>
    public async Task<ChatView> WaitForAsync(long personId, Func<ChatView, bool> condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var changed = new SemaphoreSlim(0);
        void Changed(string news) => changed.Release();
        _vk.World.Feed.Published += Changed;
        try
        {
            while (true)
            {
                var chat = ChatOf(personId);
                if (condition(chat))
                    return chat;
                await changed.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            _vk.World.Feed.Published -= Changed;
        }
    }

    /// <summary>A new group chat; returns its peer id.</summary>
    public long CreateChat(string title, long ownerId, params IReadOnlyList<long> members) => _chats.Create(title, ownerId, members, extras: 0);

    /// <summary>A new group chat of these people and <paramref name="extras"/> invented ones.</summary>
    public long CreateBigChat(string title, long ownerId, int extras, params IReadOnlyList<long> members) =>
        _chats.Create(title, ownerId, members, extras);

    /// <summary>What was said in a group chat, as its members see it.</summary>
    public ChatView GroupChatOf(long peerId) => _chatCalls.ChatOf(peerId);

    public void RenameChat(long peerId, long by, string title) => _chats.Rename(peerId, by, title);

    public void AddToChat(long peerId, long by, long personId) => _chats.Add(peerId, by, personId);

    public void InviteBot(long peerId, long by) => _chats.InviteBot(peerId, by);

    public void MakeBotAdmin(long peerId) => _chats.MakeAdmin(peerId);

    public void KickBot(long peerId, long by) => _chats.KickBot(peerId, by);

    /// <summary>Returns the event id, or null when the community does not hear the message.</summary>
    public string? WriteToChat(long peerId, long fromId, string text) => _chats.Write(peerId, fromId, text).EventId;
}
