using System.Net;
using Sferum.Bot.Orders;
using Sferum.Bot.Reminders;
using Sferum.Bot.Reports;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>What was said by telephone stands as a report, always with who said it and that there are no documents.</summary>
public abstract class PhoneSuite(DatabaseFixture fixture)
{
    private const string Line = "223-09/1.1.a";

    [SkippableFact]
    public async Task What_was_told_stands_as_told_and_the_institution_hears_of_it()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        site.Vk.People.Write(PanelSite.Director, "привет");
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var answer = await TellAsync(visitor, school, "завуч", "2024-04-15", "акт издан, пришлют в пятницу");

        Assert.Contains("said=Done", answer.Headers["Location"], StringComparison.Ordinal);
        var page = await visitor.GetAsync($"/panel/institutions/{school}");
        Assert.Contains("Со слов по телефону, документов нет", page.Text, StringComparison.Ordinal);
        Assert.Contains("акт издан, пришлют в пятницу", page.Text, StringComparison.Ordinal);
        var entry = (await site.WriteAsync((db, token) => site.Get<JournalReport>().OfAsync(db, new JournalQuery(school, PanelSite.Specialist, "reports", null, null, null), 5, token)))[0];
        Assert.Equal(("told_by_phone", "завуч", JournalOrigin.Panel), (entry.Action, entry.Data["told_by"], entry.Origin));
        await site.HeardAsync(PanelSite.Director, "Записано со слов по телефону");
        var reminded = await site.WriteAsync((db, token) => site.Get<ReminderStore>().LoadAsync(db, [PanelSite.Director], token));
        Assert.DoesNotContain(reminded.Single().Open, open => open.Line.Key.ToString() == Line);
    }

    [SkippableFact]
    public async Task Documents_that_come_later_take_its_place()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await TellAsync(visitor, school, "завуч", "2024-04-15", "акт издан");

        await site.SubmitAsync(PanelSite.Director, school);

        var report = (await site.WriteAsync((db, token) => site.Get<ReportStore>().OfInstitutionsAsync(db, [school], token))).Single();
        Assert.Equal((ReportKind.Done, 2, PanelSite.Director), (report.Kind, report.Revision, report.ReportedBy));
    }

    [SkippableFact]
    public async Task A_report_that_waits_is_not_overwritten_by_words()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        await site.SubmitAsync(PanelSite.Director, school);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var answer = await TellAsync(visitor, school, "завуч", "2024-04-15", "акт издан");

        Assert.Contains("said=AlreadyAccepted", answer.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(ReportKind.Done, (await site.WriteAsync((db, token) => site.Get<ReportStore>().OfInstitutionsAsync(db, [school], token))).Single().Kind);
    }

    [SkippableFact]
    public async Task When_it_is_returned_the_institution_is_told_and_not_the_specialist()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        site.Vk.People.Write(PanelSite.Director, "привет");
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await TellAsync(visitor, school, "завуч", "2024-04-15", "акт издан");
        var report = (await site.WriteAsync((db, token) => site.Get<ReportStore>().OfInstitutionsAsync(db, [school], token))).Single();

        await visitor.PostAsync(await visitor.GetAsync("/panel/review"), $"/panel/review/{report.Id}/return", ("number", report.Number), ("words", "пришлите сам акт"));

        await site.HeardAsync(PanelSite.Director, "пришлите сам акт");
    }

    [SkippableTheory]
    [InlineData("", "2024-04-15", "акт издан", "кто сказал")]
    [InlineData("завуч", "2024-04-16", "акт издан", "день разговора")]
    [InlineData("завуч", "", "акт издан", "день разговора")]
    [InlineData("завуч", "2024-04-15", "", "что сказали")]
    public async Task What_is_missing_is_named_and_what_was_typed_stays(string by, string day, string note, string fault)
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var school = await site.AddAsync("МОУ «Вымышленная»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var answer = await TellAsync(visitor, school, by, day, note);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(fault, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{(note.Length > 0 ? note : by)}\"", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await site.WriteAsync((db, token) => site.Get<ReportStore>().OfInstitutionsAsync(db, [school], token)));
    }

    private static async Task<PanelAnswer> TellAsync(PanelVisitor visitor, long school, string by, string day, string note) => await visitor.PostAsync(
        await visitor.GetAsync($"/panel/institutions/{school}"), $"/panel/institutions/{school}/told", ("line", Line), ("by", by), ("day", day), ("note", note));
}

public sealed class PhoneOnSqlite(SqliteFixture fixture) : PhoneSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PhoneOnPostgreSql(PostgreSqlFixture fixture) : PhoneSuite(fixture), IClassFixture<PostgreSqlFixture>;
