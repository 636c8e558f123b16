using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LinqToDB.Data;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Panel;

/// <summary>An order comes by the panel alone and is worked with in the chat.</summary>
public abstract class OrderSuite(DatabaseFixture fixture)
{
    private const string School = "МОУ «Вымышленная СОШ № 1»";

    [SkippableFact]
    public async Task A_second_order_is_uploaded_put_in_force_reported_reviewed_and_reminded_of_with_no_code()
    {
        await using var site = await StartAsync();
        var school = await site.AddAsync(School, "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);

        var draft = await UploadAsync(site, visitor, SecondOrder.Yaml);
        var page = await visitor.GetAsync($"{draft}?said=uploaded");
        Assert.Contains("ошибок нет", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ср 08.05.2024, 10:30", page.Text, StringComparison.Ordinal);
        Assert.Contains("пн 13.05.2024, 15:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("Типа «Лагерь» нет ни у одного учреждения", page.Text, StringComparison.Ordinal);
        await EnterAsync(site, school);
        Assert.DoesNotContain("01-В", await HeardAsync(site, PanelSite.Director, "Осталось"), StringComparison.Ordinal);

        await ForceAsync(visitor, draft, "2024-04-15");

        Assert.Contains("01-В: 5", (await visitor.GetAsync("/panel")).Text, StringComparison.Ordinal);
        Assert.Contains("223-09: 1.1а", (await visitor.GetAsync("/panel")).Text, StringComparison.Ordinal);
        site.Vk.People.Write(PanelSite.Director, "что с меня");
        await HeardAsync(site, PanelSite.Director, "01-В");
        site.Vk.People.Write(PanelSite.Director, "осмотрели площадки");
        await HeardAsync(site, PanelSite.Director, "Сколько площадок осмотрено");
        site.Vk.People.Write(PanelSite.Director, "3 из 4");
        await HeardAsync(site, PanelSite.Director, "Отправляем");
        site.Vk.People.Press(PanelSite.Director, "Отправить");
        Assert.Contains("01-В", await HeardAsync(site, PanelSite.Director, "Квитанция"), StringComparison.Ordinal);

        var review = await visitor.GetAsync("/panel/review");
        Assert.Contains("приказ № 01-В", review.Text, StringComparison.Ordinal);
        Assert.Contains("3 из 4", review.Text, StringComparison.Ordinal);
        var form = review.Forms.Single(f => f.Action.EndsWith("/return", StringComparison.Ordinal));
        var number = form.Body.Split("name=\"number\" value=\"")[1].Split('"')[0];
        await visitor.PostAsync(review, form.Action, ("number", number), ("words", "осмотрите четвёртую"));
        await HeardAsync(site, PanelSite.Director, "осмотрите четвёртую");

        site.Vk.Clock.MoveTo(new DateTimeOffset(2024, 5, 13, 15, 5, 0, TimeSpan.FromHours(3)));
        await site.Get<ReminderSender>().RemindAsync(CancellationToken.None);
        await HeardAsync(site, PanelSite.Director, "Сегодня последний день");
        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from dead_letter", token)));
    }

    [SkippableFact]
    public async Task An_order_that_ends_while_somebody_reports_on_it_leaves_him_with_what_there_is()
    {
        await using var site = await StartAsync();
        var school = await site.AddAsync(School, "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await ForceAsync(visitor, await UploadAsync(site, visitor, SecondOrder.Yaml), "2024-04-15");
        await EnterAsync(site, school);
        await HeardAsync(site, PanelSite.Director, "01-В");
        site.Vk.People.Write(PanelSite.Director, "осмотрели площадки");
        await HeardAsync(site, PanelSite.Director, "Сколько площадок осмотрено");

        var end = await visitor.GetAsync("/panel/orders/end?order=01-В");
        var seen = end.Text.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        Assert.Equal("/panel/orders?said=ended", (await visitor.PostAsync(end, "/panel/orders/end", ("order", "01-В"), ("since", "2024-04-15"), ("seen", seen))).Headers["Location"]);
        var before = Heard(site, PanelSite.Director).Count;
        site.Vk.People.Write(PanelSite.Director, "3 из 4");
        await Eventually.TrueAsync(() => Heard(site, PanelSite.Director).Count > before, () => "nothing was answered");
        site.Vk.People.Write(PanelSite.Director, "меню");
        await Eventually.TrueAsync(() => Heard(site, PanelSite.Director).Count > before + 1, () => "no menu");
        site.Vk.People.Write(PanelSite.Director, "что с меня");
        Assert.DoesNotContain("01-В", await HeardAsync(site, PanelSite.Director, "Осталось", before), StringComparison.Ordinal);

        Assert.DoesNotContain(Heard(site, PanelSite.Director).Skip(before), text => text.Contains("не получилось", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from dead_letter", token)));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/panel/institutions/{school}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/panel/orders/end?order=01-В")).Status);
    }

    [SkippableFact]
    public async Task Without_any_order_everything_still_answers()
    {
        await using var site = await StartAsync();
        var school = await site.AddAsync(School, "МОУ");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        await EnterAsync(site, school);
        var end = await visitor.GetAsync("/panel/orders/end?order=223-09");
        await visitor.PostAsync(end, "/panel/orders/end", ("order", "223-09"), ("since", "2024-04-15"), ("seen", "0"));

        foreach (var path in new[] { "/panel", "/panel/matrix.xlsx", "/panel/orders", "/panel/review", $"/panel/institutions/{school}" })
        {
            Assert.True((await visitor.GetAsync(path)).Status == HttpStatusCode.OK, path);
        }

        Assert.Contains("не действует ни один приказ", (await visitor.GetAsync("/panel/orders")).Text, StringComparison.Ordinal);
        foreach (var (person, words) in new[] { (PanelSite.Director, "что с меня"), (PanelSite.Director, "меню"), (PanelSite.Director, "1.1а"), (PanelSite.Specialist, "привет"), (PanelSite.Specialist, "кто не сдал?") })
        {
            var before = Heard(site, person).Count;
            site.Vk.People.Write(person, words);
            await Eventually.TrueAsync(() => Heard(site, person).Count > before, () => $"nothing was answered to «{words}»");
        }

        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from dead_letter", token)));
    }

    [SkippableFact]
    public async Task Another_text_of_the_order_in_force_names_what_it_changes_and_whose_reports_would_go()
    {
        await using var site = await StartAsync();
        var school = await site.AddAsync(School, "МОУ", PanelSite.Director);
        await site.SubmitAsync(PanelSite.Director, school, "1.3");
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var edit = await visitor.GetAsync("/panel/orders/edit?order=223-09");
        var text = WebUtility.HtmlDecode(edit.Text.Split("</textarea>")[0].Split("<textarea")[1].Split('>', 2)[1]);
        Assert.Equal(site.Get<OrderBook>().Files[0].File, text);
        var point = text.IndexOf("  - id: \"1.3\"", StringComparison.Ordinal);
        var deadline = text.IndexOf("deadline: 2024-04-19", text.IndexOf("- id: \"1.1.a\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var edited = text[..point] + text[text.IndexOf("  - id: \"1.4\"", StringComparison.Ordinal)..];
        edited = edited[..deadline] + "deadline: 2024-04-30" + edited[(deadline + "deadline: 2024-04-19".Length)..];
        edited = edited.Replace("points: [\"1.3\"]", "points: []", StringComparison.Ordinal);

        var draft = await UploadAsync(site, visitor, edited, typed: true);
        var ask = await visitor.GetAsync($"{draft}/force?since=2024-04-20");

        Assert.Contains("Убран пункт 1.3", ask.Text, StringComparison.Ordinal);
        Assert.Contains("Срок: пункт 1.1а «Приказ об использовании», был 19.04.2024, станет 30.04.2024.", ask.Text, StringComparison.Ordinal);
        Assert.Contains("Пункт 1.3 для МОУ уже сдавали, учреждений: 1", ask.Text, StringComparison.Ordinal);
        await ForceAsync(visitor, draft, "2024-04-20");
        Assert.Contains("вводится в силу", (await visitor.GetAsync("/panel/orders")).Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2024, 4, 19), site.Get<OrderBook>().FindLine(new LineKey("223-09", "1.1.a"), "МОУ")?.Point.Deadline);

        site.Vk.Clock.MoveTo(PanelSite.Start.AddDays(5));
        await site.Get<OrdersInForce>().LookAsync(CancellationToken.None);
        Assert.Equal(new DateOnly(2024, 4, 30), site.Get<OrderBook>().FindLine(new LineKey("223-09", "1.1.a"), "МОУ")?.Point.Deadline);
        using var later = await site.SignInAsync(PanelSite.Specialist);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync($"/panel/institutions/{school}")).Status);
    }

    [SkippableFact]
    public async Task Two_who_decide_at_once_are_told_of_each_other_and_a_day_that_is_past_is_refused()
    {
        await using var site = await StartAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var draft = await UploadAsync(site, visitor, SecondOrder.Yaml);
        var ask = await visitor.GetAsync($"{draft}/force?since=2024-04-20");
        await ForceAsync(visitor, draft, "2024-04-21");

        var late = await visitor.PostAsync(ask, $"{draft}/force", ("seen", "0"), ("since", "2024-04-20"));
        var past = await visitor.PostAsync(ask, $"{draft}/force", ("seen", "1"), ("since", "2024-04-14"));
        var none = await visitor.PostAsync(ask, $"{draft}/force", ("seen", "1"), ("since", "завтра"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("решили другое", late.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2024-04-20\"", late.Text, StringComparison.Ordinal);
        Assert.Contains("не раньше сегодняшнего", past.Text, StringComparison.Ordinal);
        Assert.Contains("не раньше сегодняшнего", none.Text, StringComparison.Ordinal);
        var list = await visitor.GetAsync("/panel/orders");
        Assert.Equal("/panel/orders?said=revoked", (await visitor.PostAsync(list, list.Forms.Single(f => f.Action.EndsWith("/revoke", StringComparison.Ordinal)).Action)).Headers["Location"]);
        Assert.Contains("отменено", (await visitor.GetAsync("/panel/orders")).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Wrong_files_are_refused_with_words_and_nothing_of_them_is_kept()
    {
        await using var site = await StartAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var page = await visitor.GetAsync("/panel/orders");

        var faulty = await SendAsync(visitor, page, Encoding.UTF8.GetBytes(SecondOrder.Yaml.Replace("input: count", "input: telepathy", StringComparison.Ordinal).Replace("    title: Меню\n", "", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.Status);
        Assert.Contains("Что исправить: 2", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("«telepathy» бот не умеет", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("<code>- { name: seats, input: telepathy,", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("Не указано: краткое название пункта (title)", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("О подготовке вымышленных лагерей", faulty.Text.Split("<textarea")[1], StringComparison.Ordinal);

        await RefusedAsync("не текст в кодировке UTF-8", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xD8]);
        await RefusedAsync("служебные знаки", Encoding.UTF8.GetBytes("order:\0\n"));
        await RefusedAsync("больше 512 КБ", Encoding.UTF8.GetBytes(new string('#', 600 * 1024)));
        await RefusedAsync("больше 512 КБ", new byte[3 * 1024 * 1024]);
        await RefusedAsync("Ссылки YAML", Encoding.UTF8.GetBytes("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"));
        await RefusedAsync("Вложенность", Encoding.UTF8.GetBytes(new string('[', 500_000)));
        await RefusedAsync("Выберите файл", []);

        // The old one of Windows.
        await RefusedAsync("не текст в кодировке UTF-8", [0xEF, 0xF0, 0xE8, 0xEA, 0xE0, 0xE7]);

        // So that the answer is read before a connection breaks that the bot reads no further.
        var huge = await SendAsync(visitor, page, new byte[20 * 1024 * 1024], ("Expect", "100-continue"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
        Assert.Contains("Слишком большой файл", huge.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from order_version", token)));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/panel/orders")).Status);

        async Task RefusedAsync(string words, byte[] content)
        {
            var answer = await SendAsync(visitor, page, content);
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity && answer.Text.Contains(words, StringComparison.Ordinal), $"{words}: {(int)answer.Status}\n{answer.Text}");
        }
    }

    [SkippableFact]
    public async Task A_draft_is_rehearsed_beside_the_bot_and_one_may_stop_it()
    {
        await using var site = await StartAsync();
        using var visitor = await site.SignInAsync(PanelSite.Specialist);
        var draft = await UploadAsync(site, visitor, SecondOrder.Yaml);
        var other = await UploadAsync(site, visitor, SecondOrder.Yaml.Replace("01-В", "02-В", StringComparison.Ordinal));
        var page = await visitor.GetAsync(draft);

        Assert.Equal($"{draft}#rehearsal", (await visitor.PostAsync(page, $"{draft}/rehearse")).Headers["Location"]);
        Assert.EndsWith("said=busy#rehearsal", (await visitor.PostAsync(page, $"{other}/rehearse")).Headers["Location"], StringComparison.Ordinal);
        Assert.Contains("Идёт прогон", (await visitor.GetAsync(draft)).Text, StringComparison.Ordinal);
        await visitor.PostAsync(page, $"{draft}/rehearse/stop");
        Assert.Contains("Прогон остановлен", (await visitor.GetAsync(draft)).Text, StringComparison.Ordinal);

        await visitor.PostAsync(page, $"{draft}/rehearse");
        var shown = "";
        await Eventually.TrueAsync(async () => (shown = (await visitor.GetAsync(draft)).Text).Contains("Мимо тихих часов", StringComparison.Ordinal), () => shown, TimeSpan.FromMinutes(2));
        Assert.Contains("одного письма в день: 0.", shown, StringComparison.Ordinal);
        Assert.Matches("10, сдали всё ([5-9]|10)", shown);
        Assert.Equal(0, await site.WriteAsync((db, token) => db.ExecuteAsync<long>("select count(*) from outbox_done", token)));
    }

    /// <summary>The office writes unasked in its usual hours.</summary>
    private Task<PanelSite> StartAsync() => PanelSite.StartAsync(fixture, ("Office__UnaskedFrom", "09:00"), ("Office__UnaskedUntil", "19:00"));

    /// <summary>The director comes in by his code and asks for his list.</summary>
    private static async Task EnterAsync(PanelSite site, long school)
    {
        var code = await site.WriteAsync((db, token) => site.Get<ClaimStore>().IssueAsync(db, 0, school, token));
        site.Vk.People.Start(PanelSite.Director);
        await HeardAsync(site, PanelSite.Director, "Согласны?");
        site.Vk.People.Press(PanelSite.Director, "Согласен");
        await HeardAsync(site, PanelSite.Director, "Кто вы?");
        site.Vk.People.Press(PanelSite.Director, "Руководитель учреждения");
        await HeardAsync(site, PanelSite.Director, "код учреждения");
        site.Vk.People.Write(PanelSite.Director, code);
        await HeardAsync(site, PanelSite.Director, School);
        site.Vk.People.Write(PanelSite.Director, "да");
        await HeardAsync(site, PanelSite.Director, "Вы подключены");
        site.Vk.People.Press(PanelSite.Director, "Что с меня");
        await HeardAsync(site, PanelSite.Director, "Осталось");
    }

    /// <returns>The address of the draft.</returns>
    private static async Task<string> UploadAsync(PanelSite site, PanelVisitor visitor, string yaml, bool typed = false)
    {
        var page = await visitor.GetAsync("/panel/orders");
        var answer = typed
            ? await visitor.PostAsync(page, "/panel/orders", ("text", yaml.ReplaceLineEndings("\r\n")))
            : await SendAsync(visitor, page, Encoding.UTF8.GetBytes(yaml));
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Text);
        Assert.EndsWith("?said=uploaded", answer.Headers["Location"], StringComparison.Ordinal);
        var draft = answer.Headers["Location"].Split('?')[0];
        var kept = await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().FindAsync(db, long.Parse(draft.Split('/')[^1], null), token));
        Assert.Equal(yaml, kept?.File);
        return draft;
    }

    private static async Task ForceAsync(PanelVisitor visitor, string draft, string since)
    {
        var ask = await visitor.GetAsync($"{draft}/force?since={since}");
        var seen = ask.Text.Split("name=\"seen\" value=\"")[1].Split('"')[0];
        Assert.Equal("/panel/orders?said=forced", (await visitor.PostAsync(ask, $"{draft}/force", ("since", since), ("seen", seen))).Headers["Location"]);
    }

    private static Task<PanelAnswer> SendAsync(PanelVisitor visitor, PanelAnswer page, byte[] file, params (string, string)[] headers)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return visitor.PostAsync("/panel/orders", new MultipartFormDataContent { { new StringContent(page.Csrf), "csrf" }, { content, "file", "приказ.yaml" } }, headers);
    }

    private static List<string> Heard(PanelSite site, long person) => [.. site.Vk.People.ChatOf(person).Messages.Where(m => m.Out).Select(m => m.Text)];

    /// <returns>The last message with these words.</returns>
    private static async Task<string> HeardAsync(PanelSite site, long person, string words, int after = 0)
    {
        string? heard = null;
        await Eventually.TrueAsync(
            () => (heard = Heard(site, person).Skip(after).LastOrDefault(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))) is not null,
            () => $"«{words}» was not heard: {string.Join("\n| ", Heard(site, person))}");
        return heard!; // seen above
    }
}

public sealed class OrderOnSqlite(SqliteFixture fixture) : OrderSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class OrderOnPostgreSql(PostgreSqlFixture fixture) : OrderSuite(fixture), IClassFixture<PostgreSqlFixture>;
