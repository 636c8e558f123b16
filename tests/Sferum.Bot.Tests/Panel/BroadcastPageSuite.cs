using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Panel;

/// <summary>Broadcasts from their form to the chats of the simulator's VK.</summary>
public abstract partial class BroadcastPageSuite(DatabaseFixture fixture)
{
    private const string Words = "Завтра в 10 совещание.";

    private static readonly (string, string)[] ByDay = [("Office__UnaskedFrom", "08:00"), ("Office__UnaskedUntil", "20:00")];

    [SkippableFact]
    public async Task A_form_that_is_sent_twice_arrives_once()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        site.Vk.People.Write(PanelSite.Director, "привет");
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МОУ «Пустая СОШ № 2»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var form = await visitor.GetAsync("/panel/broadcasts/new");
        (string, string)[] fields = [("draft", DraftOf(form)), ("text", Words + "\r\nЖдём."), ("to", "all")];

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.PostAsync(form, "/panel/broadcasts", fields)));

        Assert.All(sent, s => Assert.True(s.Status == HttpStatusCode.SeeOther, s.Text));
        var page = Assert.Single(sent.Select(s => s.Headers["Location"]).Distinct());

        // PostgreSQL gives each that tries a number, also those that find it is there already: whose number stays is open.
        var id = long.Parse(page.Split('/', '?')[3], CultureInfo.InvariantCulture);
        Assert.Equal($"/panel/broadcasts/{id}?said=planned", page);
        Assert.Contains("Не отправлять", (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.Equal(0, Heard(site, Words));

        site.Vk.Clock.Advance(TimeSpan.FromMinutes(2));
        await DoneAsync(site, id);
        Assert.Equal(1, Heard(site, Words + "\nЖдём."));
        var shown = await visitor.GetAsync($"/panel/broadcasts/{id}");
        Assert.Contains("<progress max=\"2\" value=\"2\"", shown.Text, StringComparison.Ordinal);
        Assert.Matches("<dt>Отправлено</dt><dd>1.*<dt>Не дошло</dt><dd>1</dd>.*<dt>Всего</dt><dd>2</dd>", shown.Text.ReplaceLineEndings(" "));
        Assert.Contains("никто не вошёл по коду", shown.Text, StringComparison.Ordinal);

        // Pressed once more from the form that the browser still has.
        Assert.Equal(page, (await visitor.PostAsync(form, "/panel/broadcasts", fields)).Headers["Location"]);
        var other = await visitor.PostAsync(form, "/panel/broadcasts", ("draft", DraftOf(form)), ("text", "Другое."), ("to", "all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.NotEqual(DraftOf(form), DraftOf(other));
        Assert.Equal(1, Heard(site, Words));
        var file = await visitor.GetAsync($"/panel/broadcasts/{id}/fates.xlsx");
        var rows = new MemoryStream(file.Body).Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray()).ToArray();
        Assert.Equal(["МОУ «Вымышленная СОШ № 1»", "МОУ «Пустая СОШ № 2»"], rows.Skip(1).Select(r => r[0]));
    }

    [SkippableFact]
    public async Task Before_it_goes_it_is_seen_who_gets_what_and_who_does_not()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МДОУ «Детский сад „Выдумка“»", "МДОУ", 3001);
        await site.AddAsync("МДОУ «Детский сад „Небылица“»", "МДОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var form = await visitor.GetAsync("/panel/broadcasts/new");
        Task<PanelAnswer> LookAsync(params (string, string)[] fields) => visitor.PostAsync(form, "/panel/broadcasts/preview", fields);

        var all = await LookAsync(("text", "{учреждение}: {осталось}"), ("to", "all"));
        Assert.Contains("Получателей: 2</b>, учреждений: 2 (все руководители)", all.Text, StringComparison.Ordinal);
        Assert.Contains("<blockquote class=\"words\">МДОУ «Детский сад „Выдумка“»: 1.1а", all.Text, StringComparison.Ordinal);
        Assert.Contains("Не получат: 1", all.Text, StringComparison.Ordinal);
        Assert.Contains("МДОУ «Детский сад „Небылица“»: никто не вошёл по коду", all.Text, StringComparison.Ordinal);
        Assert.Contains("(не сдали 1.1а, детские сады)", (await LookAsync(("to", "standing"), ("status", "open"), ("point", "223-09/1.1.a"), ("type", "МДОУ"))).Text, StringComparison.Ordinal);
        Assert.Contains("(не сдали 1.1а, детские сады)", (await LookAsync(("to", "words"), ("words", "кто не сдал 1.1а из садов"))).Text, StringComparison.Ordinal);
        Assert.Contains("Получателей: 1</b>, учреждений: 1 (выбраны по названию, учреждений: 1)", (await LookAsync(("to", "words"), ("words", "сад Выдумка"))).Text, StringComparison.Ordinal);
        Assert.Contains("Нет таких учреждений: школа 77.", (await LookAsync(("to", "names"), ("names", "Выдумка, школа 77"))).Text, StringComparison.Ordinal);
        Assert.Contains("Непонятно, что подставить вместо {имя}", (await LookAsync(("to", "all"), ("text", "{имя}"))).Text, StringComparison.Ordinal);
        Assert.Contains("Уйдёт через минуту", all.Text, StringComparison.Ordinal);
        Assert.Contains("Уйдёт 22.04.2024 (понедельник) в 08:00, раньше нельзя: 20.04.2024 выходной (суббота).", (await LookAsync(("to", "all"), ("when", "at"), ("at", "2024-04-20T12:00"))).Text, StringComparison.Ordinal);
        Assert.Contains("Уйдёт 17.04.2024 (среда) в 08:00, раньше нельзя: с 20:00 до 08:00 тихие часы.", (await LookAsync(("to", "all"), ("when", "at"), ("at", "2024-04-16T21:00"))).Text, StringComparison.Ordinal);
        Assert.Contains("09.05.2024 праздничный", (await LookAsync(("to", "all"), ("when", "at"), ("at", "2024-05-09T12:00"))).Text, StringComparison.Ordinal);
        Assert.Contains("Это время уже прошло", (await LookAsync(("to", "all"), ("when", "at"), ("at", "2024-04-15T08:00"))).Text, StringComparison.Ordinal);
        Assert.Empty(await site.WriteAsync((db, token) => site.Get<BroadcastStore>().LastAsync(db, 5, null, token)));
    }

    [SkippableFact]
    public async Task What_can_not_be_sent_so_is_said_and_what_was_typed_stays()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1 дробь»", "МОУ", 3001);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var form = await visitor.GetAsync("/panel/broadcasts/new");
        foreach (var (fault, fields) in new (string, (string, string)[])[]
        {
            ("Напишите текст", [("to", "all")]),
            ("Слишком длинно: 3001", [("to", "all"), ("text", new string('ы', 3001))]),
            ("Укажите, кому написать", [("to", "names"), ("text", Words)]),
            ("Укажите, кому написать", [("to", "unreached"), ("like", "77"), ("text", Words)]),
            ("Укажите, кому написать", [("text", Words)]),
            ("Не все названия понятны", [("to", "names"), ("names", "Сказочная"), ("text", Words)]),
            ("Непонятно, что подставить", [("to", "all"), ("text", "{имя}")]),
            ("Педагогам подстановки не нужны", [("to", "teachers"), ("text", "{срок}")]),
            ("Отправлять некому", [("to", "teachers"), ("text", Words)]),
            ("Укажите день и время", [("to", "all"), ("text", Words), ("when", "at")]),
            ("Это время уже прошло", [("to", "all"), ("text", Words), ("when", "at"), ("at", "2024-04-14T10:00")]),
            ("слишком нескоро", [("to", "all"), ("text", Words), ("when", "at"), ("at", "2026-04-14T10:00")]),
        })
        {
            var answer = await visitor.PostAsync(form, "/panel/broadcasts", [("draft", "same"), .. fields]);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (answer.Status, answer.Text.Contains(fault, StringComparison.Ordinal)));
            Assert.All(fields.Where(f => f.Item1 is "text" && f.Item2.Length < 3000), f => Assert.Contains(f.Item2, answer.Text, StringComparison.Ordinal));
            Assert.Contains("name=\"draft\" value=\"same\"", answer.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await site.WriteAsync((db, token) => site.Get<BroadcastStore>().LastAsync(db, 5, null, token)));
    }

    [SkippableFact]
    public async Task The_same_to_the_same_is_asked_about_and_goes_when_it_is_meant()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var form = await visitor.GetAsync("/panel/broadcasts/new");
        await visitor.PostAsync(form, "/panel/broadcasts", ("draft", "one"), ("text", Words), ("to", "all"));

        var doubt = await visitor.PostAsync(form, "/panel/broadcasts", ("draft", "two"), ("text", Words), ("to", "all"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, doubt.Status);
        Assert.Contains("name=\"again\"", doubt.Text, StringComparison.Ordinal);

        var meant = await visitor.PostAsync(form, "/panel/broadcasts", ("draft", "two"), ("text", Words), ("to", "all"), ("again", "yes"));
        Assert.Equal("/panel/broadcasts/2?said=planned", meant.Headers["Location"]);
    }

    [SkippableFact]
    public async Task It_is_paused_resumed_and_cancelled_as_its_state_allows()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await PlanAsync(site, "draft");
        var page = await visitor.GetAsync("/panel/broadcasts/1");
        var version = page.Text.Split("data-version=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.GetAsync("/panel/broadcasts/1/version", ("If-None-Match", $"\"{version}\""))).Status);

        Assert.EndsWith("said=unchanged", (await visitor.PostAsync(page, "/panel/broadcasts/1/steer", ("step", "pause"))).Headers["Location"], StringComparison.Ordinal);
        Assert.EndsWith("said=cancelled", (await visitor.PostAsync(page, "/panel/broadcasts/1/steer", ("step", "cancel"))).Headers["Location"], StringComparison.Ordinal);
        Assert.EndsWith("said=unchanged", (await visitor.PostAsync(page, "/panel/broadcasts/1/steer", ("step", "resume"))).Headers["Location"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, "/panel/broadcasts/1/steer", ("step", "explode"))).Status);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel/broadcasts/1/version", ("If-None-Match", $"\"{version}\""))).Status);
        var after = await visitor.GetAsync("/panel/broadcasts/1");
        Assert.Contains("<b>отменена</b>", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/panel/broadcasts/1/steer", after.Text, StringComparison.Ordinal);
        Assert.Contains("/panel/broadcasts/new?again=1", after.Text, StringComparison.Ordinal);
        var again = await visitor.GetAsync("/panel/broadcasts/new?again=1");
        Assert.Contains(Words, again.Text, StringComparison.Ordinal);
        Assert.Contains("Получателей: 1</b>", again.Text, StringComparison.Ordinal);
        Assert.Contains("отменена", (await visitor.GetAsync("/panel/broadcasts")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Those_whom_it_did_not_reach_are_written_to_again()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        site.Vk.People.Write(PanelSite.Director, "привет");
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        var empty = await site.AddAsync("МОУ «Пустая СОШ № 2»", "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await PlanAsync(site, "draft");
        site.Vk.Clock.Advance(TimeSpan.FromMinutes(2));
        await DoneAsync(site, 1);
        Assert.Contains("/panel/broadcasts/new?unreached=1", (await visitor.GetAsync("/panel/broadcasts/1")).Text, StringComparison.Ordinal);

        var form = await visitor.GetAsync("/panel/broadcasts/new?unreached=1");

        Assert.Contains("name=\"to\" value=\"unreached\" checked", form.Text, StringComparison.Ordinal);
        Assert.Contains("Получателей: 0</b>", form.Text, StringComparison.Ordinal);
        await site.WriteAsync(async (db, token) =>
        {
            await site.Get<PersonStore>().MeetAsync(db, [3005], token);
            var code = await site.Get<ClaimStore>().IssueAsync(db, 0, empty, token);
            return (await site.Get<ClaimStore>().ClaimAsync(db, 3005, code, token)).Result;
        });
        Assert.Contains("Получателей: 1</b>, учреждений: 1 (кому не дошла рассылка № 1)", (await visitor.GetAsync("/panel/broadcasts/new?unreached=1")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Whom_the_table_shows_the_form_means()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await site.AddAsync("МОУ «Сказочная СОШ № 2»", "МОУ", 3001);
        await site.AddAsync("МДОУ «Детский сад „Выдумка“»", "МДОУ", 3002);
        await site.SubmitAsync(PanelSite.Director, school);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        async Task<string> MeantAsync(string filter)
        {
            var table = await visitor.GetAsync($"/panel{filter}");
            var link = Remind().Match(table.Text).Groups["to"].Value;
            var form = await visitor.GetAsync(link);
            return Recipients().Match(form.Text).Value;
        }

        Assert.Equal("Получателей: 1</b>, учреждений: 1 (не сдали 1.1а, школы)", await MeantAsync("?type=МОУ&point=223-09/1.1.a&status=open"));
        Assert.Equal("Получателей: 1</b>, учреждений: 1 (выбраны по названию, учреждений: 1)", await MeantAsync("?q=сказочн&status=open"));
        Assert.Equal("Получателей: 1</b>, учреждений: 1 (на проверке)", await MeantAsync("?status=waiting"));
        Assert.Equal("Получателей: 3</b>, учреждений: 3 (не сдали)", await MeantAsync(""));
    }

    [SkippableFact]
    public async Task A_test_goes_to_the_author_alone()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        site.Vk.People.Write(PanelSite.Specialist, "привет");
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var form = await visitor.GetAsync("/panel/broadcasts/new");

        var answer = await visitor.PostAsync(form, "/panel/broadcasts/test", ("text", "{учреждение}, проба"), ("to", "all"));

        Assert.Contains("Пробное сообщение отправлено вам", answer.Text, StringComparison.Ordinal);
        Assert.Contains("{учреждение}, проба", answer.Text, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            () => site.Vk.People.ChatOf(PanelSite.Specialist).Messages.Any(m => m.Out && m.Text.Contains("МОУ «Вымышленная СОШ № 1», проба", StringComparison.Ordinal)), () => "the test did not come");
        Assert.Equal(0, Heard(site, "проба"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync(form, "/panel/broadcasts/test", ("to", "all"))).Status);
    }

    [SkippableFact]
    public async Task The_chief_may_look_and_not_send()
    {
        await using var site = await PanelSite.StartAsync(fixture, ByDay);
        await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        await PlanAsync(site, "draft");
        using var visitor = await site.SignInAsync(PanelSite.Chief);

        var page = await visitor.GetAsync("/panel/broadcasts/1");

        Assert.Contains(Words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/steer", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Новая рассылка", (await visitor.GetAsync("/panel/broadcasts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", (await visitor.GetAsync("/panel/broadcasts/new")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Напомнить им", (await visitor.GetAsync("/panel")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync(page, "/panel/broadcasts", ("text", Words), ("to", "all"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync(page, "/panel/broadcasts/1/steer", ("step", "cancel"))).Status);
        Assert.Equal([BroadcastState.Planned], (await site.WriteAsync((db, token) => site.Get<BroadcastStore>().LastAsync(db, 5, null, token))).Select(b => b.Broadcast.State));
    }

    private static Task<DeskResult> PlanAsync(PanelSite site, string draft) => site.Get<DeskActions>()
        .PlanBroadcastAsync(PanelSite.Specialist, draft, new Audience.Everybody([]), Words, false, null, CancellationToken.None);

    private static Task DoneAsync(PanelSite site, long id) => Eventually.TrueAsync(
        async () => (await site.WriteAsync((db, token) => site.Get<BroadcastStore>().GetAsync(db, id, token))).State == BroadcastState.Done, () => "it did not end");

    private static int Heard(PanelSite site, string words) =>
        site.Vk.People.ChatOf(PanelSite.Director).Messages.Count(m => m.Out && m.Text.Contains(words, StringComparison.Ordinal));

    private static string DraftOf(PanelAnswer page) => Draft().Match(page.Text).Groups["draft"].Value;

    [GeneratedRegex("name=\"draft\" value=\"(?<draft>[^\"]+)\"")]
    private static partial Regex Draft();

    [GeneratedRegex("href=\"(?<to>/panel/broadcasts/new[^\"]*)\"")]
    private static partial Regex Remind();

    [GeneratedRegex(@"Получателей: [^)]*\)")]
    private static partial Regex Recipients();
}

public sealed class BroadcastPageOnSqlite(SqliteFixture fixture) : BroadcastPageSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class BroadcastPageOnPostgreSql(PostgreSqlFixture fixture) : BroadcastPageSuite(fixture), IClassFixture<PostgreSqlFixture>;
