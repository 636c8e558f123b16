using System.Net;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Questions answered on a page: once for all who asked, and from then on by the bot when it is saved.</summary>
public abstract class QuestionPageSuite(DatabaseFixture fixture)
{
    [SkippableFact]
    public async Task An_answer_reaches_who_asked_and_is_given_by_the_bot_from_then_on()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        await site.AddAsync("МОУ «Вымышленная»", "МОУ", PanelSite.Director);
        site.Vk.People.Write(PanelSite.Director, "привет");
        var asked = await site.AskAsync("Можно ли назначить двух администраторов?");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/questions");
        Assert.Contains("Можно ли назначить двух администраторов?", page.Text, StringComparison.Ordinal);

        var answer = await visitor.PostAsync(page, $"/panel/questions/{asked}/answer", ("text", "Можно, в акте указываются оба."), ("save", "yes"));

        Assert.Equal("/panel/questions?said=saved", answer.Headers["Location"]);
        await site.HeardAsync(PanelSite.Director, "указываются оба");
        var after = await visitor.GetAsync("/panel/questions?said=saved");
        Assert.DoesNotContain($"/panel/questions/{asked}/answer", after.Text, StringComparison.Ordinal);
        Assert.Contains("/panel/questions/saved/", after.Text, StringComparison.Ordinal);
        Assert.Equal(["Можно, в акте указываются оба."], (await site.Get<SavedAnswerStore>().AllAsync(CancellationToken.None)).All.Select(a => a.Text));
    }

    [SkippableTheory]
    [InlineData("", "Напишите ответ", false)]
    [InlineData("Звоните 8 (900) 000-00-00, там скажут", "номер телефона", true)]
    public async Task What_cannot_be_said_is_named_and_what_was_typed_stays(string text, string fault, bool save)
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var asked = await site.AskAsync("Куда звонить?");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var answer = await visitor.PostAsync(await visitor.GetAsync("/panel/questions"), $"/panel/questions/{asked}/answer", ("text", text), ("save", save ? "yes" : ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(fault, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"{text}</textarea>", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await site.Get<SavedAnswerStore>().AllAsync(CancellationToken.None)).All);
        Assert.Equal(1, await site.WriteAsync((db, token) => site.Get<QuestionStore>().CountWaitingAsync(db, token)));
    }

    [SkippableFact]
    public async Task A_question_that_a_colleague_has_answered_is_not_answered_again()
    {
        await using var site = await PanelSite.StartAsync(fixture);
        var asked = await site.AskAsync("Кого назначить?");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/questions");
        await site.WriteAsync((db, token) => site.Get<QuestionStore>().AnswerAsync(db, PanelSite.Specialist, asked, "Учителя", token));

        var answer = await visitor.PostAsync(page, $"/panel/questions/{asked}/answer", ("text", "Секретаря"), ("save", "yes"));

        Assert.Equal("/panel/questions?said=answered", answer.Headers["Location"]);
        Assert.Empty((await site.Get<SavedAnswerStore>().AllAsync(CancellationToken.None)).All);
    }
}

public sealed class QuestionPageOnSqlite(SqliteFixture fixture) : QuestionPageSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class QuestionPageOnPostgreSql(PostgreSqlFixture fixture) : QuestionPageSuite(fixture), IClassFixture<PostgreSqlFixture>;
