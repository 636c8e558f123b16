using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>The bot of now on a database that another version has filled, with everybody who had talked to it.</summary>
internal sealed class KeptConversations : IAsyncDisposable
{
    private readonly HashSet<long> _answered = [];
    private readonly long _deadLetters;
    private int _said;

    private KeptConversations(OfficeStage stage, long deadLetters)
    {
        Stage = stage;
        _deadLetters = deadLetters;
    }

    public OfficeStage Stage { get; }

    /// <summary>What waited is handled first.</summary>
    public static async Task<KeptConversations> OpenAsync(KeptDatabase kept)
    {
        var stage = new OfficeStage(kept.Database, kept.Office.At + TimeSpan.FromSeconds(30), specialists: kept.Office.Specialists);
        await stage.SettleAsync();
        await stage.NewsAsync();
        return new KeptConversations(stage, kept.Before["dead_letter"].Count);
    }

    public static Incoming Sticker() => new Incoming.Message("", null, null, [new IncomingAttachment("sticker", "sticker1", "", null, 0)], 0, 0);

    public static Incoming Words(string text) => new Incoming.Message(text, null, null, [], 0, 0);

    public static Incoming Press(string payload) => new Incoming.Message("кнопка", payload, null, [], 0, 0);

    /// <summary>A menu of somebody, or what stands before it for who has not agreed yet.</summary>
    public static bool IsMenu(string state) =>
        OfficeStage.Book.Home.Values.Any(home => state.StartsWith(DialogOf(home), StringComparison.Ordinal)) || state == OfficeStage.Book.Consent?.Ask || state == "teacher.work.start";

    /// <summary>Of everybody with whom no person of the office talks.</summary>
    public async Task<IReadOnlyDictionary<long, Conversation>> ConversationsAsync()
    {
        var rows = await Stage.Database.ReadAsync(
            (db, token) => db.GetTable<ConversationRecord>().Where(c => !db.GetTable<TalkRecord>().Any(t => t.PeerId == c.PeerId)).ToListAsync(token), default);
        return rows.ToDictionary(row => row.PeerId, row => ConversationJson.Read(new StoredConversation(row.State, row.Slots, row.Version)));
    }

    /// <summary>Payloads of all buttons that stand in people's chats.</summary>
    public async Task<IReadOnlyDictionary<long, IEnumerable<string>>> ShownAsync()
    {
        var sent = await Stage.Database.ReadAsync(
            (db, token) => db.GetTable<OutboxDoneRecord>().Where(m => m.PeerId > 0 && m.PeerId < 2_000_000_000).Select(m => new { m.PeerId, m.Content }).ToListAsync(token), default);
        return sent.GroupBy(m => m.PeerId).ToDictionary(
            peer => peer.Key,
            peer => peer.Select(m => MessagingJson.ReadOutgoing(m.Content)).OfType<Outgoing.Text>()
                .SelectMany(text => text.Keyboard?.Rows ?? []).SelectMany(row => row).Where(button => button.Link is null).Select(button => button.Payload).Distinct());
    }

    /// <summary>Each of them does one thing, all at the same time.</summary>
    public async Task EachSaysAsync(IEnumerable<long> people, Func<long, Incoming> said)
    {
        await Stage.Get<InboxStore>().StoreAsync([.. people.Select(person => new IncomingEvent($"said{++_said}", person, person, said(person)))], null, default);
        await Stage.SettleAsync();
        _answered.Clear();
        foreach (var (peer, content) in await Stage.NewsAsync())
        {
            if (content is Outgoing.Text { Body.Length: > 0 } or Outgoing.PressAnswer { Notice.Length: > 0 })
            {
                _answered.Add(peer);
            }
        }
    }

    public void RequireAnswers(IEnumerable<long> people, string said) => RequireAnswers(people, _ => said);

    public void RequireAnswers(IEnumerable<long> people, Func<long, string> said) =>
        Assert.Empty(people.Where(person => !_answered.Contains(person)).Select(person => $"{person} got no answer to {said(person)}"));

    /// <param name="expected">Those that waited and could not be read before either.</param>
    public async Task RequireNoNewDeadLettersAsync(int? expected = null)
    {
        var reasons = await Stage.Database.ReadAsync((db, token) => db.GetTable<DeadLetterRecord>().OrderBy(d => d.Id).Select(d => d.Reason + ": " + d.Content).ToListAsync(token), default);
        Assert.Equal(expected ?? 1, reasons.Count - _deadLetters);
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();

    private static string DialogOf(string state) => state[..(state.LastIndexOf('.') + 1)];
}
