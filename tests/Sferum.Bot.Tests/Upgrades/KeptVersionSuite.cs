using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Upgrades;

/// <summary>What every released version left behind goes on with this one.</summary>
public abstract class KeptVersionSuite(DatabaseFixture fixture)
{
    private const string Versions = "schemaversions";

    /// <summary>What a script changes in rows that are there; everything else has to be as it was.</summary>
    private static readonly (string Script, string[] Columns, string Why)[] Rewritings =
    [
        ("0016_privacy.sql", ["person.consent_version"], "the name of the text's version became the hash of its words"),
        ("0017_journal_sealed.cs", ["journal.data", "journal.previous_hash", "journal.hash"], "numbers of people made way for marks"),
    ];

    public static TheoryData<string> Kept => new(KeptVersion.Names);

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task Every_row_is_there_after_the_upgrade_and_says_what_it_said(string version) => WithAsync(version, async kept =>
    {
        var after = await StoredRows.ReadAsync(kept.Database.Provider, kept.ConnectionString);
        var rewritten = Rewritings.Where(r => kept.Applied.Any(script => script.EndsWith(r.Script, StringComparison.Ordinal))).SelectMany(r => r.Columns).ToHashSet();
        Assert.True(kept.Before["person"].Count > 100, "nobody lived there");
        foreach (var table in kept.Before.Tables)
        {
            Assert.True(after.Has(table), $"the table {table} is gone");
            if (kept.Before[table].Count == 0)
            {
                continue;
            }

            string[] columns = [.. kept.Before[table][0].Keys.Where(column => !rewritten.Contains($"{table}.{column}"))];
            var stayed = after.Of(table, columns).Where(row => table != Versions || kept.Before.Of(Versions, columns).Contains(row));
            Assert.Equal(kept.Before.Of(table, columns), stayed);
        }
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task The_journal_holds_and_names_nobody_in_what_is_hashed(string version) => WithAsync(version, async kept =>
    {
        Assert.Null(await kept.Database.ReadAsync((db, token) => new JournalStore(kept.Database, TimeProvider.System).FirstBrokenAsync(db, token), default));
        Assert.True(await CountAsync(kept, "select count(*) from journal where actor_id <> 0") > 20);
        Assert.Equal(0, await CountAsync(kept, $"select count(*) from journal where data like '%{LivedInOffice.Head}%'"));
        Assert.Equal(0, await CountAsync(
            kept, "select count(*) from journal j where j.actor_id <> 0 and not exists (select 1 from journal_seal s where s.kind = 'person' and s.person_id = j.actor_id and s.mark = j.actor)"));
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task A_statement_that_was_given_out_is_still_genuine(string version) => WithAsync(version, async kept =>
    {
        await using var office = await KeptConversations.OpenAsync(kept);
        var said = kept.Before["outbox_done"].Where(row => row["peer_id"] == $"{LivedInOffice.Head}").Select(row => MessagingJson.ReadOutgoing(row["content"])).OfType<Outgoing.Text>();
        var statement = string.Join("\n\n", said.Select(text => text.Body).Where(body => body.StartsWith("Справка", StringComparison.Ordinal)));

        Assert.IsType<CertificateCheck.Genuine>(await office.Stage.Get<CertificateStore>().CheckAsync(statement, default));
        Assert.IsType<CertificateCheck.Altered>(await office.Stage.Get<CertificateStore>().CheckAsync(statement.Replace("№ 1»", "№ 2»", StringComparison.Ordinal), default));
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task Whoever_stood_anywhere_is_answered_keeps_his_answers_and_gets_to_the_menu(string version) => WithAsync(version, async kept =>
    {
        await using var office = await KeptConversations.OpenAsync(kept);
        var stood = await office.ConversationsAsync();
        Assert.Superset(kept.Office.People.Select(person => person.Id).ToHashSet(), stood.Keys.ToHashSet());

        await office.EachSaysAsync(stood.Keys, _ => KeptConversations.Sticker());
        office.RequireAnswers(stood.Keys, "a sticker");
        var now = await office.ConversationsAsync();
        Assert.Empty(stood.Where(was => !IsStillThere(was.Value.State, now[was.Key].State)).Select(was => $"{was.Key}: {was.Value.State} → {now[was.Key].State}"));
        Assert.Empty(stood.SelectMany(was => was.Value.Slots.Where(slot => IsKept(was.Value.State, slot.Key) && now[was.Key].Slots.GetValueOrDefault(slot.Key) != slot.Value).Select(slot => $"{was.Key} in {was.Value.State} lost {slot.Key}")));

        await office.EachSaysAsync(stood.Keys, _ => KeptConversations.Words("меню"));
        office.RequireAnswers(stood.Keys, "меню");
        Assert.Empty((await office.ConversationsAsync()).Where(is_ => !KeptConversations.IsMenu(is_.Value.State)).Select(is_ => $"{is_.Key} was in {stood[is_.Key].State}, is in {is_.Value.State}"));
        await office.RequireNoNewDeadLettersAsync();
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task Every_button_that_was_ever_shown_gets_an_answer(string version) => WithAsync(version, async kept =>
    {
        await using var office = await KeptConversations.OpenAsync(kept);
        var buttons = kept.Office.People.ToDictionary(person => person.Id, person => person.Buttons.AsEnumerable());
        foreach (var (peer, shown) in await office.ShownAsync())
        {
            buttons[peer] = shown.Concat(buttons.GetValueOrDefault(peer, [])).Distinct();
        }

        Assert.True(buttons.Values.SelectMany(shown => shown).Distinct().Count() > 200);
        for (var turn = 0; buttons.Values.Any(shown => shown.Skip(turn).Any()); turn++)
        {
            var pressing = buttons.Where(person => person.Value.Skip(turn).Any()).ToDictionary(person => person.Key, person => person.Value.ElementAt(turn));
            await office.EachSaysAsync(pressing.Keys, person => KeptConversations.Press(pressing[person]));
            office.RequireAnswers(pressing.Keys, person => pressing[person]);
        }

        await office.RequireNoNewDeadLettersAsync();
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task What_waited_is_handled_and_sent_exactly_once(string version) => WithAsync(version, async kept =>
    {
        var (events, messages) = (kept.Before["inbox"], kept.Before["outbox"]);
        Assert.True(events.Count > 10 && messages.Count >= 10, "nothing waited");
        await using var office = await KeptConversations.OpenAsync(kept);

        Assert.Equal(0, await CountAsync(kept, "select count(*) from inbox"));
        await office.RequireNoNewDeadLettersAsync(events.Count(row => row["content"].Contains("\"damaged\"", StringComparison.Ordinal)));
        await office.Stage.Get<InboxStore>().StoreAsync([.. events.Select(row => new IncomingEvent(row["event_id"], 1, 1, new Incoming.Other("again")))], null, default);
        Assert.Equal(0, await CountAsync(kept, "select count(*) from inbox"));

        var sent = new List<OutboxRow>();
        await office.Stage.SendAsync(row =>
        {
            sent.Add(row);
            return new SendVerdict.Finished(row, Fate.Sent, MessageId: row.Id, ConversationMessageId: row.Id);
        });
        foreach (var row in messages)
        {
            var one = Assert.Single(sent, r => $"{r.Id}" == row["id"]);
            Assert.Equal(row["peer_id"], $"{one.PeerId}");
            Assert.IsNotType<Outgoing.Unreadable>(one.Content);

            // VK forgets a message that comes twice by this number alone: it must be what the version before would have sent.
            Assert.Equal(row["random_id"] == "null" ? $"{1 + (one.Id % 2_147_483_646)}" : row["random_id"], $"{one.RandomId}");
        }

        Assert.Equal(sent.Count, sent.Select(row => row.Id).Distinct().Count());
        Assert.Equal(0, await CountAsync(kept, "select count(*) from outbox"));
        Assert.Equal(0, await CountAsync(kept, "select count(*) from outbox_done where content like '%\"LeavesNoTrace\":true%' or content like '%Ссылка в панель%'"));
    });

    [SkippableTheory]
    [MemberData(nameof(Kept))]
    public Task The_bot_starts_on_it_as_a_program_and_goes_on(string version) => WithAsync(version, migrated: false, async kept =>
    {
        await using var vk = await TestSimulator.StartAsync();
        vk.People.Add("Анна", "Тестова", "директор", LivedInOffice.Head, canMessage: true);
        var settings = BotSettings.For(vk, kept.Database.Provider, kept.ConnectionString);
        settings["Office__Specialists__0"] = $"{OfficeStage.Specialist}";

        // An administrator who is impatient types it twice; on SQLite there is one program at a time.
        var runs = await Task.WhenAll(Enumerable.Range(0, kept.Database.Provider == StorageProvider.PostgreSql ? 2 : 1).Select(_ => BotProcess.RunToEndAsync(settings, "migrate")));
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.Equal(new Migrator(kept.Database).Pending(), []);
        Assert.True(runs.Count(run => run.Output.Contains("Применено", StringComparison.Ordinal)) <= 1, string.Join('\n', runs.Select(run => run.Output)));

        await using var bot = await BotProcess.StartRunAsync(settings);
        vk.People.Write(LivedInOffice.Head, new Sferum.VkSimulator.PersonMessage { Text = "меню" });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await vk.People.WaitForAsync(LivedInOffice.Head, chat => chat.Messages.Any(m => m.Out && m.Text.Contains("Приказ №", StringComparison.Ordinal)), patience.Token);
        Directory.Delete(settings[BotSettings.FilesPath], recursive: true);
    });

    private Task WithAsync(string version, Func<KeptDatabase, Task> check) => WithAsync(version, migrated: true, check);

    private async Task WithAsync(string version, bool migrated, Func<KeptDatabase, Task> check)
    {
        var (provider, connectionString, cleanUp) = await fixture.CreateEmptyAsync();
        var kept = new KeptVersion(version);
        await PlainDump.LoadAsync(provider, connectionString, kept.Dump(provider));
        await using (var database = new Database(provider, connectionString))
        {
            var before = await StoredRows.ReadAsync(provider, connectionString);
            var applied = migrated ? new Migrator(database).Migrate() : [];
            await check(new KeptDatabase(database, connectionString, kept.Office(), before, applied));
        }

        await cleanUp();
    }

    /// <summary>
    /// What a state makes of a sticker is its own affair. Whose state is gone is where the edit leads to or at a menu, or is
    /// asked for his consent to other words.
    /// </summary>
    private static bool IsStillThere(string was, string now) =>
        OfficeStage.Book.States.ContainsKey(was)
        || now == OfficeStage.Book.Consent?.Ask
        || (OfficeStage.Book.Moved.TryGetValue(was, out var moved) ? now == moved : KeptConversations.IsMenu(now));

    /// <summary>Of somebody whose state is gone everything; where it is there, a sticker may have changed what it is about.</summary>
    private static bool IsKept(string was, string slot) => OfficeStage.Book.States.ContainsKey(was) ? slot.StartsWith("answers.", StringComparison.Ordinal) || slot == "line" : slot != "page";

    private static Task<long> CountAsync(KeptDatabase kept, string sql) => kept.Database.ReadAsync((db, token) => db.ExecuteAsync<long>(sql, token), default);
}

/// <param name="Before">What stood there before the upgrade.</param>
/// <param name="Applied">What the upgrade applied.</param>
internal sealed record KeptDatabase(Database Database, string ConnectionString, KeptOffice Office, StoredRows Before, IReadOnlyList<string> Applied);

public sealed class KeptVersionOnSqlite(SqliteFixture fixture) : KeptVersionSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class KeptVersionOnPostgreSql(PostgreSqlFixture fixture) : KeptVersionSuite(fixture), IClassFixture<PostgreSqlFixture>;
