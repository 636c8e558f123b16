using System.Collections.Immutable;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Orders.InForce;
using Sferum.Bot.Reminders;
using Sferum.Bot.Tests.Orders.InForce;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Tests.Panel;

/// <summary>An invented district in which there is something of everything to see.</summary>
internal static class SomeDistrict
{
    private const long Neighbour = 3200;

    /// <summary>Pages that a specialist can look at there.</summary>
    public static IReadOnlyList<(string Name, string Path)> Pages { get; } =
    [
        ("matrix", "/panel"),
        ("matrix-filtered", "/panel?type=МОУ&status=open&sort=late&dir=desc"),
        ("institution", "/panel/institutions/1"),
        ("review", "/panel/review"),
        ("review-warned", "/panel/review?next=2"),
        ("review-all", "/panel/review/all"),
        ("review-left", "/panel/review/all?accepted=3&left=2-suspicious,1-decided"),
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

    /// <summary>Evidence of 1.1.c that is data only.</summary>
    public static ImmutableSortedDictionary<string, string> Links { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("links.0", "https://school.example/docs");

    /// <summary>Evidence of 1.1.a with a photo.</summary>
    public static ImmutableSortedDictionary<string, string> Document(string number, string photo, string date = "2024-04-15") =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("document.number", number).Add("document.date", date).Add("files.0", photo);

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
        await WarnAsync(site, school);
    }

    /// <summary>Reports in which there is something suspicious, and one in which nothing is.</summary>
    private static async Task WarnAsync(PanelSite site, long school)
    {
        using var page = DrawnPictures.Page(1, isPhoto: true);
        using var small = DrawnPictures.Brightened(DrawnPictures.Resized(DrawnPictures.Page(2, isPhoto: true), 0.25), 0.15f);
        using var other = DrawnPictures.Page(3, isPhoto: false);
        await site.AddFileAsync("photo1_1", "photo", "приказ.jpg", DrawnPictures.Jpeg(page));
        await site.AddFileAsync("photo1_2", "photo", "приказ ещё раз.jpg", DrawnPictures.Jpeg(page, 60));
        await site.AddFileAsync("photo1_3", "photo", "Список учеников.jpg", DrawnPictures.Jpeg(small));
        await site.AddFileAsync("photo1_4", "photo", "", DrawnPictures.Jpeg(page, 70), Neighbour);
        await site.AddFileAsync("photo1_5", "photo", "приказ.jpg", DrawnPictures.Jpeg(other), Neighbour);
        var neighbour = await site.AddAsync("УДО «Станция юных фантазёров»", "УДО", Neighbour);
        await site.LookedAtAsync();
        await site.SubmitAsync(PanelSite.Director, school, "1.1.b", Document("12-од", "photo1_1").Add("files.1", "photo1_2").Add("files.2", "photo1_3"));
        await site.SubmitAsync(Neighbour, neighbour, "1.1.a", Document("7", "photo1_4"));
        await site.SubmitAsync(Neighbour, neighbour, "1.1.b", Document("8", "photo1_5"));
        await site.SubmitAsync(Neighbour, neighbour, "1.1.c", Links);
    }
}
