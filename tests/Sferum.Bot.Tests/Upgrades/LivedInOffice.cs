using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Answers;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>
/// Fills a database with what a version leaves behind: an office that was lived in, people whose conversations rest wherever
/// a transcript comes to, and messages of every kind that wait in both directions.
/// </summary>
internal static class LivedInOffice
{
    public const long Head = 700_000_111;
    private const long Kindergarten = 700_000_112;
    private const long Centre = 700_000_113;
    private const long Deputy = 700_000_121;
    private const long Teacher = 700_000_131;
    private const long OtherTeacher = 700_000_132;
    private const long Guest = 700_000_141;
    private const long Silent = 700_000_142;
    private const long Newcomer = 700_000_151;
    private const long SpokenTo = 700_000_152;
    private const long FirstStanding = 710_000_001;

    /// <summary>With differing answers in their slots.</summary>
    private const int MostInOneState = 2;

    private static string Script => Path.Combine(RepositoryFolder.Find("tests"), "Sferum.Bot.Tests", "Upgrades", "lived_in.office");

    public static async Task<KeptOffice> FillAsync(Database database)
    {
        await using var stage = new OfficeStage(database, OfficeClock.Parse("2024-04-15 09:00"));
        await new OfficePlayer(stage).PlayAsync(await File.ReadAllTextAsync(Script));
        await stage.ArriveAsync(0, 0, new Incoming.Damaged("{\"type\":\"message_new\"", "not whole"));
        var people = await StandAsync(stage);
        await AddRareRowsAsync(stage);
        await WaitAsync(stage);
        return new KeptOffice(stage.Clock.GetUtcNow(), people);
    }

    private static async Task<ImmutableArray<KeptPerson>> StandAsync(OfficeStage stage)
    {
        var core = new DialogCore(OfficeStage.Book, OfficeClock.Zone, RepositoryAnswers.Desk.Answer);
        var places = DialogFolder.Files("*.transcript")
            .SelectMany(file =>
            {
                var player = new TranscriptPlayer(core, FactFixtures.OfRepository);
                player.Play(DialogFolder.Read(file));
                return player.Standings;
            })
            .Where(standing => standing.Facts.Talk is null)
            .GroupBy(standing => (standing.Conversation.State, standing.Facts.Person.Role))
            .OrderBy(place => place.Key.State, StringComparer.Ordinal).ThenBy(place => place.Key.Role, StringComparer.Ordinal);
        var people = ImmutableArray.CreateBuilder<KeptPerson>();
        await stage.Database.InTransactionAsync(
            async (db, token) =>
            {
                foreach (var place in places)
                {
                    var buttons = place.SelectMany(standing => standing.Buttons).Where(button => button.Link is null)
                        .Select(button => ButtonPayload.Write(button.Command, button.Args)).Distinct().Order(StringComparer.Ordinal).ToList();
                    var standings = place.OrderByDescending(standing => standing.Conversation.Slots.Count).DistinctBy(standing => string.Join(',', standing.Conversation.Slots.Keys)).Take(MostInOneState).ToList();
                    foreach (var (standing, at) in standings.Select((standing, at) => (standing, at)))
                    {
                        var id = FirstStanding + people.Count;
                        await PutAsync(stage, db, id, standing, token);
                        people.Add(new KeptPerson(id, place.Key.Role, place.Key.State, [.. buttons.Where((_, i) => i % standings.Count == at)]));
                    }
                }
            },
            default);
        return people.ToImmutable();
    }

    private static async Task PutAsync(OfficeStage stage, DataConnection db, long id, Standing standing, CancellationToken cancellationToken)
    {
        var (facts, conversation) = (standing.Facts, ConversationJson.Write(standing.Conversation));
        var role = facts.Person.Role;
        var now = stage.Database.Instant("now", stage.Clock.GetUtcNow());
        long? institution = role == "director" ? await db.ExecuteAsync<long>(
            $"insert into institution (name, type, archived, created_at) values ('{facts.Institution?.Type ?? "МОУ"} «Придуманное № {id}»', '{facts.Institution?.Type ?? "МОУ"}', @no, @now) returning id",
            cancellationToken, Flag("no", false), now) : null;
        await db.ExecuteAsync(
            $"""
            insert into person (person_id, teacher, consent_version, consent_at, muted, institution_id, met_at)
            select {id}, @teacher, (select max(p.consent_version) from person p where @consented), (select max(p.consent_at) from person p where @consented), @muted, @institution, @now
            """,
            cancellationToken, Flag("teacher", role == "teacher"), Flag("consented", facts.Person.Consented), Flag("muted", facts.Person.Muted), new DataParameter("institution", institution, DataType.Int64), now);
        await db.ExecuteAsync($"insert into peer (peer_id, can_message, since) values ({id}, @yes, @now)", cancellationToken, Flag("yes", true), now);
        await db.ExecuteAsync(
            $"insert into conversation (peer_id, state, slots, version, updated_at) values ({id}, @state, @slots, @version, @now)",
            cancellationToken, new DataParameter("state", conversation.State), new DataParameter("slots", conversation.Slots), new DataParameter("version", conversation.Version), now);
        if (institution is not null)
        {
            await db.ExecuteAsync(
                $"insert into membership (person_id, institution_id, role, since, until) values ({id}, {institution}, '{facts.Institution?.Role ?? PostRole.Head}', @now, @until)",
                cancellationToken, now, facts.Institution?.Role == PostRole.Deputy ? stage.Database.Instant("until", stage.Clock.GetUtcNow() + TimeSpan.FromDays(90)) : new DataParameter("until", null, DataType.DateTimeOffset));
        }

        if (facts.Work is not null)
        {
            await db.ExecuteAsync($"insert into teacher (person_id, institution_id, confirmed_at) select {id}, min(i.id), null from institution i", cancellationToken);
        }
    }

    /// <summary>Tables that the script does not come to.</summary>
    private static Task AddRareRowsAsync(OfficeStage stage) => stage.Database.InTransactionAsync(
        async (db, token) =>
        {
            var now = stage.Database.Instant("now", stage.Clock.GetUtcNow());
            await db.ExecuteAsync("insert into stream_cursor (channel, position, updated_at) values ('longpoll', '1713150000', @now)", token, now);
            foreach (var sql in RareRows)
            {
                await db.ExecuteAsync(sql, token, now, stage.Database.Instant("later", stage.Clock.GetUtcNow() + TimeSpan.FromDays(7)), new DataParameter("day", new DateOnly(2024, 4, 26), DataType.Date), Flag("yes", true), Flag("no", false));
            }
        },
        default);

    private static readonly string[] RareRows =
    [
        $"insert into talk (peer_id, until, opened_by, opened_at) values ({SpokenTo}, @now, {OfficeStage.Specialist}, @now)",
        $"insert into substitute (person_id, since, until, granted_by, granted_at) values ({SpokenTo}, @day, @day, {OfficeStage.Specialist}, @now)",
        $"insert into panel_link (token_hash, person_id, expires_at) values ('{new string('a', 64)}', {OfficeStage.Specialist}, @later)",
    ];

    /// <summary>Of every kind of event and of message one that nobody has handled or sent yet.</summary>
    private static async Task WaitAsync(OfficeStage stage)
    {
        const string Menu = """{"c":"menu"}""";
        Incoming.Message Said(string text, string? payload = null, string? reference = null, params ImmutableArray<IncomingAttachment> files) => new(text, payload, reference, files, 0, 0);
        (long Peer, long Person, Incoming Content)[] events =
        [
            (Head, Head, Said("что осталось")),
            (Kindergarten, Kindergarten, Said("Меню", Menu)),
            (Deputy, Deputy, Said("вот", files: new IncomingAttachment("photo", $"photo{Deputy}_5_key", "a.jpg", "https://files.example/5", 1000))),
            (Newcomer, Newcomer, Said("здравствуйте", reference: "SHKB2345")),
            (Centre, Centre, new Incoming.Press(Menu, "answer1")),
            (Silent, Silent, new Incoming.Consent(true)),
            (OtherTeacher, OtherTeacher, new Incoming.Consent(false)),
            (Guest, Guest, new Incoming.Edit("иначе", 3)),
            (Guest, Guest, new Incoming.TooMany()),
            (Teacher, Teacher, new Incoming.ChatInvite(2_000_000_009)),
            (2_000_000_007, Head, new Incoming.ChatWord("уйди, пожалуйста")),
            (2_000_000_008, Centre, new Incoming.ChatKick()),
            (SpokenTo, OfficeStage.Specialist, new Incoming.ByHand(7, null)),
            (Head, Head, new Incoming.Other("message_typing_state")),
            (0, 0, new Incoming.Damaged("{", "not whole")),
        ];
        RequireAll<Incoming>(events.Select(e => e.Content));
        await stage.Get<InboxStore>().StoreAsync([.. events.Select((e, i) => new IncomingEvent($"waiting{i}", e.Peer, e.Person, e.Content))], null, default);

        var keyboard = new OutgoingKeyboard(false, [[new OutgoingButton("Меню", Menu, "primary", null)]]);
        var inline = new OutgoingKeyboard(true, [[new OutgoingButton("Открыть", "{}", "secondary", "https://school.example/doc")]]);
        NewOutgoing[] messages =
        [
            new(Head, SendPurpose.Reply, new Outgoing.Text("Ответ с клавиатурой.", keyboard, [])),
            new(Kindergarten, SendPurpose.Notice, new Outgoing.Text("Новость со ссылкой.", inline, [])),
            new(Teacher, SendPurpose.Reminder, new Outgoing.Text("Напоминание.", null, [])),
            new(Deputy, SendPurpose.Broadcast, new Outgoing.Text("Рассылка.", null, []), RandomId: 12_345),
            new(OfficeStage.Specialist, SendPurpose.Reply, new Outgoing.Text("С вложением.", null, [$"photo{Deputy}_5_key"])),
            new(OfficeStage.Specialist, SendPurpose.Reply, new Outgoing.Text("Таблица.", null, []) { Files = [new OutgoingFile(new string('b', 64), "список.xlsx")] }),
            new(OfficeStage.Specialist, SendPurpose.Reply, new Outgoing.Text("Ссылка в панель.", null, []) { IsSecret = true }),
            new(Silent, SendPurpose.Reply, new Outgoing.Text("Ваши данные удалены.", null, []) { LeavesNoTrace = true }),
            new(Centre, SendPurpose.Reply, new Outgoing.PressAnswer("answer0", "Готово")),
            new(2_000_000_009, SendPurpose.Reply, new Outgoing.LeaveChat()),
        ];
        RequireAll<Outgoing>(messages.Select(message => message.Content));
        await stage.Database.InTransactionAsync(
            async (db, token) =>
            {
                await stage.Get<OutboxStore>().EnqueueAsync(db, messages, token);

                // One that was under way when the process ended.
                await db.ExecuteAsync(
                    "update outbox set first_try_at = @now, uncertain = @yes, attempts = 1 where id = (select min(m.id) from outbox m where m.content like '%Ответ с клавиатурой%')",
                    token, stage.Database.Instant("now", stage.Clock.GetUtcNow()), Flag("yes", true));
            },
            default);
    }

    /// <summary>A kind that was added since has to wait there too.</summary>
    private static void RequireAll<T>(IEnumerable<T> waiting)
        where T : notnull
    {
        var missing = typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).Except(waiting.Select(one => one.GetType())).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"Nothing of {string.Join(", ", missing.Select(kind => kind.Name))} waits: add it to {nameof(LivedInOffice)}.");
        }
    }

    private static DataParameter Flag(string name, bool value) => new(name, value, DataType.Boolean);
}
