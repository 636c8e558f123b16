using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Dialogs.Compiled;
using Sferum.Bot.Messaging;
using Sferum.Bot.Tests.Privacy;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Turns;

/// <summary>Every button that the dialogs know, pressed by people whose it never was and with ids that are not theirs.</summary>
public sealed class ForgedPressTests(SqliteFixture databases) : IClassFixture<SqliteFixture>
{
    private const long Victim = 201;
    private const long OtherHead = 202;
    private const long Teacher = 203;
    private const long Guest = 204;

    private const string Line = "223-09/1.2.0";

    /// <summary>What the forgers may change: themselves, their own way through the bot, and what is theirs.</summary>
    private static readonly ImmutableHashSet<string> OfForgers =
        ["inbox", "outbox", "outbox_done", "seen_event", "conversation", "peer", "person", "teacher", "failed_claim", "journal_seal", "consent_text", "unasked_day", "talk", "stream_cursor"];

    public static TheoryData<long> Forgers => new(OtherHead, Teacher, Guest);

    [Theory]
    [MemberData(nameof(Forgers))]
    public async Task No_button_of_another_changes_anything_of_another(long forger)
    {
        await using var stage = await OpenAsync();
        var (first, second) = (1L, 2L);
        var before = await DumpAsync(stage, second, forger);
        var commands = OfficeStage.Book.States.Values.SelectMany(state => state.Rules)
            .Concat(OfficeStage.Book.States.Values.SelectMany(state => state.Always))
            .Select(rule => rule.Press)
            .Concat(["panel", "approve", "delete", "admin"])
            .Where(command => command is not (null or DialogRule.AnyPress))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.Contains("accept", commands);

        foreach (var command in commands)
        {
            foreach (var args in Args(first))
            {
                // Not null: the list holds none.
                await stage.ArriveAsync(forger, forger, new Incoming.Press(ButtonPayload.Write(command!, args), $"answer{stage.Arrived.Count}"));
                await stage.SendAsync();
            }
        }

        Assert.Empty(await stage.Get<DeadLetterStore>().WaitingAsync(10, CancellationToken.None));
        Assert.Equal(before, await DumpAsync(stage, second, forger));
        await stage.NewsAsync();
        await stage.WriteAsync(forger, "меню");
        Assert.Contains(await stage.NewsAsync(), news => news.Peer == forger);
    }

    [Theory]
    [InlineData("""{"c":["accept"],"a":{"report":1}}""")]
    [InlineData("""{"c":"accept","a":[{"report":"1"}]}""")]
    [InlineData("""{"c":"accept","a":{"report":{"$ne":null},"number":1e400}}""")]
    [InlineData("""{"c":"accept","a":{"report":"1","report":"2"}}""")]
    [InlineData("""{"command":"not_supported_button","payload":{"command":"not_supported_button","payload":{"c":"accept","a":{"report":1,"number":1}}}}""")]
    [InlineData("\"\\\"{\\\\\\\"c\\\\\\\":\\\\\\\"accept\\\\\\\"}\\\"\"")]
    [InlineData("""{"c":"line","a":{"line":"'; drop table report; --","institution":"1 or 1=1"}}""")]
    [InlineData("""{"c":"line","a":{"line":"{{ person.name }}{% for i in (1..1000000) %}x{% endfor %}","institution":"1"}}""")]
    [InlineData("""{"c":"__proto__"}""")]
    [InlineData("[1,2")]
    [InlineData("null")]
    public async Task What_is_no_button_of_ours_changes_nothing_and_is_answered(string payload)
    {
        await using var stage = await OpenAsync();
        var before = await DumpAsync(stage, 2, OtherHead);
        await stage.NewsAsync();

        await stage.ArriveAsync(OtherHead, OtherHead, new Incoming.Press(payload, "answer"));

        Assert.Contains(await stage.NewsAsync(), news => news.Peer == OtherHead);
        Assert.Empty(await stage.Get<DeadLetterStore>().WaitingAsync(10, CancellationToken.None));
        Assert.Equal(before, await DumpAsync(stage, 2, OtherHead));
    }

    private static IEnumerable<ImmutableSortedDictionary<string, string>> Args(long victims)
    {
        string[] numbers = ["institution", "report", "number", "question", "broadcast", "deputy", "draft", "work", "audience", "answer", "group", "page", "position", "reason", "day", "date", "until", "since"];
        var of = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("line", Line);
        yield return of.AddRange(numbers.Select(name => KeyValuePair.Create(name, $"{victims}"))).Add("chat", "2000000007");
        yield return of.AddRange(numbers.Select(name => KeyValuePair.Create(name, "99999999999999999999"))).Add("chat", "-1");
        yield return ImmutableSortedDictionary<string, string>.Empty;
    }

    /// <summary>A school whose head has sent a report, a question that waits; a kindergarten, a teacher, a guest.</summary>
    private async Task<OfficeStage> OpenAsync()
    {
        var stage = new OfficeStage(await databases.CreateAsync(), OfficeClock.Parse("2024-04-15 09:00"));
        await stage.AddInstitutionAsync("МОУ «Вымышленская СОШ № 1»", "МОУ", "SHKA2345");
        await stage.AddInstitutionAsync("МДОУ «Вымышленский детский сад № 2»", "МДОУ", "SADA2345");
        await SayAsync(stage, Victim, "SHKA-2345", "да", "да", "1.2 15.04 планёрка 20 человек", "да", "1.1а будет к 18.04");
        await SayAsync(stage, OtherHead, "SADA-2345", "да", "да");
        await SayAsync(stage, Teacher, "привет", "да", "педагог");
        await SayAsync(stage, Guest, "привет");
        await SayAsync(stage, Victim, "человек", "Когда привезут компьютеры?");
        Assert.Single(await stage.Database.ReadAsync((db, token) => db.QueryToListAsync<long>("select id from report", token), CancellationToken.None));
        return stage;
    }

    private static async Task SayAsync(OfficeStage stage, long person, params string[] words)
    {
        foreach (var text in words)
        {
            await stage.WriteAsync(person, text);
        }
    }

    /// <summary>Every row that is not of the forger or of his institution.</summary>
    private static async Task<List<string>> DumpAsync(OfficeStage stage, long own, long forger)
    {
        var columns = (await Schema.ColumnsAsync(stage.Database)).Select(column => column.Split('.')).ToLookup(column => column[0], column => column[1]);
        var dump = new List<string>();
        foreach (var table in columns.Where(table => !OfForgers.Contains(table.Key)).OrderBy(table => table.Key, StringComparer.Ordinal))
        {
            var others = new List<string> { "1 = 1" };
            if (table.Contains("institution_id"))
            {
                others.Add($"(institution_id is null or institution_id <> {own})");
            }

            others.AddRange(table.Where(column => column is "person_id" or "actor_id" or "author_id").Select(column => $"({column} is null or {column} <> {forger})"));
            var rows = await stage.Database.ReadAsync(
                (db, token) => db.QueryToListAsync<string>(
                    $"select '{table.Key}|' || {string.Join(" || '|' || ", table.Where(c => c is not "content").Select(column => $"coalesce(cast({column} as text), '')"))} from {table.Key} where {string.Join(" and ", others)} order by 1", token),
                CancellationToken.None);
            dump.AddRange(rows);
        }

        return dump;
    }
}
