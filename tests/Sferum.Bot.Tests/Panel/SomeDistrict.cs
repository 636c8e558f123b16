using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Panel;

/// <summary>An invented district in which there is something of everything to see.</summary>
internal static class SomeDistrict
{
    /// <summary>Pages that a specialist can look at there.</summary>
    public static IReadOnlyList<(string Name, string Path)> Pages { get; } =
    [
        ("matrix", "/panel"),
        ("matrix-filtered", "/panel?type=МОУ&status=open&sort=late&dir=desc"),
        ("institution", "/panel/institutions/1"),
        ("review", "/panel/review"),
        ("broadcasts", "/panel/broadcasts"),
        ("broadcast", "/panel/broadcasts/1"),
        ("broadcast-new", "/panel/broadcasts/new?status=open&type=МДОУ"),
        ("reminders", "/panel/reminders"),
        ("reminders-one", "/panel/reminders?q=небылица"),
        ("questions", "/panel/questions"),
        ("papers", "/panel/papers"),
        ("summary", "/panel/papers/summary"),
        ("codes", "/panel/codes"),
        ("journal", "/panel/journal"),
        ("journal-checked", "/panel/journal/check"),
        ("access", "/panel/access"),
        ("orders", "/panel/orders"),
        ("order-in-force", "/panel/orders/standing?order=223-09"),
        ("order-draft", "/panel/orders/1"),
        ("fault", "/panel/nothing"),
    ];

    public static async Task FillAsync(PanelSite site)
    {
        var school = await site.AddAsync("МОУ «Вымышленная СОШ № 1»", "МОУ", PanelSite.Director);
        for (var i = 2; i <= 14; i++)
        {
            await site.AddAsync($"МОУ «Сказочная СОШ с углублённым изучением вымыслов № {i}»", "МОУ");
            await site.AddAsync($"МДОУ «Детский сад „Небылица“ № {i}»", "МДОУ", 3000 + i);
        }

        await site.AddAsync("УДО «Дом творчества „Фантазия“»", "УДО", 3100);
        var second = await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().AddAsync(db, PanelSite.Specialist, SecondOrder.Compile(), token));
        await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().AddAsync(db, PanelSite.Specialist, SecondOrder.Compile(SecondOrder.Edited), token));
        await site.WriteAsync((db, token) => site.Get<OrderVersionStore>().PutInForceAsync(db, PanelSite.Specialist, second.Id, new DateOnly(2024, 5, 6), 0, token));
        var accepted = await site.SubmitAsync(PanelSite.Director, school);
        var returned = await site.SubmitAsync(PanelSite.Director, school, "1.1.b");
        await site.WriteAsync((db, token) => site.Get<ReportStore>().AcceptAsync(db, PanelSite.Specialist, accepted, $"{accepted}", token));
        await site.WriteAsync((db, token) => site.Get<ReportStore>().ReturnAsync(db, PanelSite.Specialist, returned, $"{returned}", "нет подписи", token));
        await site.WriteAsync((db, token) => site.Get<LineDecisionStore>().ChangeAsync(db, PanelSite.Specialist, new ReportLine(school, "223-09", "1.1.c"), null, token));
        await site.WriteAsync((db, token) => site.Get<SubstituteStore>().GrantAsync(db, PanelSite.Specialist, PanelSite.Substitute, new DateOnly(2024, 4, 15), new DateOnly(2024, 4, 30), token));
        await site.WriteAsync((db, token) => site.Get<ReminderHoldStore>().HoldAsync(db, PanelSite.Specialist, school + 2, null, new DateOnly(2024, 4, 26), token));
        await site.Get<DeskActions>().PlanBroadcastAsync(PanelSite.Specialist, "draft", new Audience.Everybody(["МДОУ"]), "{учреждение}: осталось сдать {осталось}, срок {срок}.", false, null, CancellationToken.None);
        await site.AskAsync("Кого назначить администратором, если учителей двое?");
        await site.AskAsync("А летом тоже отчитываться?", QuestionOutcome.Unanswered);
        var known = await site.AskAsync("Когда срок?");
        await site.WriteAsync((db, token) => site.Get<SavedAnswerStore>().SaveAsync(db, PanelSite.Specialist, known, ["Когда срок?"], "Девятнадцатого апреля, пятница.", token));
        site.Vk.Clock.MoveTo(PanelSite.Start.AddDays(7));
        await site.SubmitAsync(PanelSite.Director, school, "1.3");
    }
}
