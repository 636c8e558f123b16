using System.Collections.Immutable;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

/// <summary>Reports that name a chat which the bot has seen itself.</summary>
public abstract class ShownChatSuite(DatabaseFixture fixture)
{
    private const long Chat = 2_000_000_001;
    private const string Shown = "chat.shown";

    [SkippableFact]
    public async Task A_chat_that_the_bot_saw_is_kept_with_the_report_and_counts_for_its_line()
    {
        var district = await SeenAsync();
        var line = Line(district, "1.2.a");

        await district.SubmitAsync(District.HeadOfFirst, line, Answers());

        Assert.Equal($"{Chat}", await ShownOfAsync(district, line));
        Assert.Equal(line, (await LoadAsync(district)).Line);
        Assert.Equal(WriteResult.Unchanged, (await district.SubmitAsync(District.HeadOfFirst, line, Answers())).Result);
    }

    [SkippableTheory]
    [InlineData("chat.title", "Педсовет школы")]
    [InlineData("chat.title", "педсовет")]
    [InlineData("chat.members", "35")]
    [InlineData("chat.members", "034")]
    [InlineData(Shown, "2000000002")]
    [InlineData(Shown, "-2000000001")]
    [InlineData(Shown, "2000000001 ")]
    [InlineData(Shown, "999999999999999999999999")]
    [InlineData(Shown, "x")]
    public async Task What_differs_from_what_the_bot_saw_counts_as_told(string answer, string value)
    {
        var district = await SeenAsync();
        var line = Line(district, "1.2.a");

        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.HeadOfFirst, line, Answers().SetItem(answer, value))).Result);

        Assert.Null(await ShownOfAsync(district, line));
        Assert.Null((await LoadAsync(district)).Line);
    }

    [SkippableFact]
    public async Task A_chat_that_another_showed_counts_as_told()
    {
        var district = await SeenAsync();
        var line = new ReportLine(district.Second, "223-09", "1.2.c");

        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.HeadOfSecond, line, Answers())).Result);

        Assert.Null(await ShownOfAsync(district, line));
        Assert.Null((await LoadAsync(district)).Line);
    }

    [SkippableFact]
    public async Task A_chat_that_the_bot_has_not_seen_or_has_left_counts_as_told()
    {
        var district = await SeenAsync();
        foreach (var (number, record) in new (string, Func<Task>)[]
        {
            ("1.2.a", () => district.WriteAsync((db, token) => district.Chats.RecordNoRightsAsync(db, Chat, token))),
            ("1.2.c", () => district.WriteAsync((db, token) => district.Chats.InvitedAsync(db, Chat, District.HeadOfFirst, token))),
            ("1.2.d", () => district.Database.InTransactionAsync((db, token) => district.Chats.RecordGoneAsync(db, Chat, token), default)),
        })
        {
            await record();
            await district.SubmitAsync(District.HeadOfFirst, Line(district, number), Answers());
            Assert.Null(await ShownOfAsync(district, Line(district, number)));
        }
    }

    [SkippableFact]
    public async Task A_chat_that_counts_for_the_line_stays_so_when_the_report_is_corrected_after_the_bot_has_left()
    {
        var district = await SeenAsync();
        var line = Line(district, "1.2.a");
        await district.SubmitAsync(District.HeadOfFirst, line, Answers());
        await district.Database.InTransactionAsync((db, token) => district.Chats.RecordGoneAsync(db, Chat, token), default);

        await district.SubmitAsync(District.HeadOfFirst, line, Answers().Add("files.0", "photo1_22"));

        Assert.Equal($"{Chat}", await ShownOfAsync(district, line));
    }

    [SkippableFact]
    public async Task One_chat_counts_for_one_line()
    {
        var district = await SeenAsync();
        await district.SubmitAsync(District.HeadOfFirst, Line(district, "1.2.a"), Answers());

        Assert.Equal(WriteResult.Done, (await district.SubmitAsync(District.HeadOfFirst, Line(district, "1.2.c"), Answers())).Result);

        Assert.Null(await ShownOfAsync(district, Line(district, "1.2.c")));
        Assert.Equal(Line(district, "1.2.a"), (await LoadAsync(district)).Line);
    }

    [SkippableFact]
    public async Task A_report_that_names_another_chat_or_none_sets_the_first_one_free()
    {
        var district = await SeenAsync();
        var line = Line(district, "1.2.a");
        await district.SubmitAsync(District.HeadOfFirst, line, Answers());

        await district.SubmitAsync(District.HeadOfFirst, line, Answers().Remove(Shown));
        Assert.Null((await LoadAsync(district)).Line);
        await district.SubmitAsync(District.HeadOfFirst, Line(district, "1.2.c"), Answers());

        Assert.Equal(Line(district, "1.2.c"), (await LoadAsync(district)).Line);
        await district.SubmitAsync(District.HeadOfFirst, Line(district, "1.2.c"), new ReportContent.NotApplicable("не про нас"));
        Assert.Null((await LoadAsync(district)).Line);
    }

    [SkippableFact]
    public async Task A_withdrawn_report_sets_its_chat_free_and_a_returned_one_keeps_it_until_it_is_replaced()
    {
        var district = await SeenAsync();
        var line = Line(district, "1.2.a");
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, line, Answers());

        await district.ReturnAsync(id, $"{id}");
        Assert.Equal(line, (await LoadAsync(district)).Line);
        await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}");

        Assert.Null((await LoadAsync(district)).Line);
    }

    [SkippableFact]
    public async Task The_name_of_a_chat_alone_is_no_answer()
    {
        var district = await SeenAsync();
        var forged = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(Shown, $"{Chat}");

        Assert.Equal(WriteResult.Incomplete, (await district.SubmitAsync(District.HeadOfFirst, Line(district, "1.2.a"), forged)).Result);
    }

    [SkippableFact]
    public async Task Two_reports_at_once_do_not_share_a_chat()
    {
        var district = await SeenAsync();

        Task<(WriteResult, long)> Submit(string point) => Task.Run(() => district.SubmitAsync(District.HeadOfFirst, Line(district, point), Answers()));
        await Task.WhenAll(Submit("1.2.a"), Submit("1.2.c"), Submit("1.2.d"));

        var reports = await district.ReportsAsync(district.First);
        Assert.Equal(3, reports.Count);
        Assert.Equal((await LoadAsync(district)).Line, Assert.Single(reports, r => r.Answers.ContainsKey(Shown)).Line);
    }

    private async Task<District> SeenAsync()
    {
        var district = await District.CreateAsync(fixture);
        await district.WriteAsync(async (db, token) =>
        {
            await district.Chats.InvitedAsync(db, Chat, District.HeadOfFirst, token);
            return await district.Chats.RecordSeenAsync(db, Chat, "Педсовет", 34, token);
        });
        return district;
    }

    private static ReportLine Line(District district, string point) => new(district.First, "223-09", point);

    private static ImmutableSortedDictionary<string, string> Answers() => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
        .Add("chat.title", "Педсовет")
        .Add("chat.members", "34")
        .Add(Shown, $"{Chat}");

    private static async Task<string?> ShownOfAsync(District district, ReportLine line) =>
        (await district.ReportsAsync(line.InstitutionId)).Single(r => r.Line == line).Answers.GetValueOrDefault(Shown);

    private static async Task<ShownChat> LoadAsync(District district) =>
        (await district.WriteAsync((db, token) => district.Chats.LoadAsync(db, [Chat], token)))[Chat];
}

public sealed class ShownChatOnSqlite(SqliteFixture fixture) : ShownChatSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class ShownChatOnPostgreSql(PostgreSqlFixture fixture) : ShownChatSuite(fixture), IClassFixture<PostgreSqlFixture>;
