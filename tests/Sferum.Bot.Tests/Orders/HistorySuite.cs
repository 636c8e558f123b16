using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using LinqToDB;
using LinqToDB.Async;
using Sferum.Bot.Orders;
using Sferum.Bot.Tests.Support;

namespace Sferum.Bot.Tests.Orders;

public abstract class HistorySuite(DatabaseFixture fixture)
{
    private static readonly string[] Points = ["1.1.a", "1.1.b", "1.3"];

    private static readonly long[] People = [District.HeadOfFirst, District.HeadOfSecond, District.Deputy, District.Stranger, District.Specialist];

    /// <summary>What somebody tries: kind of write, who, for which institution and point, with which content, by which number.</summary>
    private static readonly Gen<(int Kind, int Who, bool First, int Point, int Content, bool Current)> Attempt =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 4].Select(n => n > 0));

    [SkippableFact]
    public async Task A_line_tells_what_happened_to_it_the_oldest_first()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.1.a");
        var start = district.Clock.GetUtcNow();
        await district.WriteAsync((db, token) => district.Promises.PromiseAsync(db, District.HeadOfFirst, line, new DateOnly(2024, 4, 18), "", token));
        district.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, id) = await district.SubmitAsync(District.HeadOfFirst, line, District.Answers());
        await district.ReturnAsync(id, $"{id}", "нет печати");
        await district.WithdrawAsync(District.HeadOfFirst, line, $"{id}");
        await district.SubmitAsync(District.HeadOfFirst, line, new ReportContent.NotApplicable("не про нас"));
        await district.AcceptAsync(id, $"{id}-2");
        await district.SubmitAsync(District.HeadOfFirst, line with { Point = "1.1.b" }, District.Answers());
        await district.SubmitAsync(District.HeadOfSecond, line with { InstitutionId = district.Second }, District.Answers());

        var history = await HistoryAsync(district, line, line with { Point = "1.3" });

        Assert.Equal(
            [
                (District.HeadOfFirst, "promised"), (District.HeadOfFirst, "reported"), (District.Specialist, "returned"),
                (District.HeadOfFirst, "withdrawn"), (District.HeadOfFirst, "not_applicable"), (District.Specialist, "accepted"),
            ],
            history[line].Select(e => (e.ActorId, e.Action)));
        var entries = history[line].ToArray();
        Assert.Equal((start, start.AddMinutes(1)), (entries[0].At, entries[1].At));
        Assert.Equal("2024-04-18", entries[0].Data["due"]);
        Assert.Equal(($"{id}", "12-од"), (entries[1].Data["report"], entries[1].Data["document.number"]));
        Assert.Equal("нет печати", entries[2].Data["reason"]);
        Assert.Equal(($"{id}-2", "не про нас"), (entries[4].Data["report"], entries[4].Data["reason"]));
        Assert.Empty(history[line with { Point = "1.3" }]);
    }

    [SkippableFact]
    public async Task Of_a_long_history_the_last_entries_are_told()
    {
        var district = await District.CreateAsync(fixture);
        var line = new ReportLine(district.First, "223-09", "1.1.a");
        for (var n = 1; n <= JournalStore.LongestHistory + 2; n++)
        {
            await district.SubmitAsync(District.HeadOfFirst, line, District.Answers($"{n}"));
        }

        var history = (await HistoryAsync(district, line, line))[line].Select(e => e.Data["document.number"]);

        Assert.Equal(Enumerable.Range(3, JournalStore.LongestHistory).Select(n => $"{n}"), history);
    }

    [SkippableFact]
    public async Task An_entry_tells_its_number()
    {
        var district = await District.CreateAsync(fixture);

        var numbers = await district.WriteAsync(async (db, token) => new[]
        {
            await district.Journal.AppendAsync(db, new JournalEntry(0, "tried"), token),
            await district.Journal.AppendAsync(db, new JournalEntry(0, "tried"), token),
        });

        var kept = await district.WriteAsync((db, token) => db.GetTable<JournalRecord>().Where(j => j.Action == "tried").OrderBy(j => j.Seq).Select(j => j.Seq).ToListAsync(token));
        Assert.Equal(kept, numbers);
    }

    [SkippableFact]
    public Task Whatever_is_tried_the_journal_alone_gives_what_stands_now() =>
        Attempt.Array[30, 60].SampleAsync(
            async attempts =>
            {
                var district = await District.CreateAsync(fixture);
                await district.BecomeDeputyAsync();

                // One that stands for sure: of fifty things tried by the wrong people nothing may come.
                await district.SubmitAsync(District.HeadOfFirst, new ReportLine(district.First, "223-09", Points[0]), District.Answers("0"));
                foreach (var attempt in attempts)
                {
                    district.Clock.Advance(TimeSpan.FromSeconds(90));
                    await TryAsync(district, attempt);
                }

                var (reports, promises) = await FoldAsync(district);
                var standing = await district.ReportsAsync(district.First, district.Second);
                Assert.NotEmpty(standing);
                Assert.Equal(standing.OrderBy(r => r.Id).Select(Text), reports.Values.OrderBy(r => r.Id).Select(Text));
                Assert.Equal(
                    (await district.WriteAsync((db, token) => district.Promises.OfInstitutionsAsync(db, [district.First, district.Second], token))).Order(ByLine),
                    promises.Values.Order(ByLine));
                Assert.Null(await district.WriteAsync((db, token) => district.Journal.FirstBrokenAsync(db, token)));
            },
            iter: 4,
            threads: 1);

    private static Comparer<Promise> ByLine => Comparer<Promise>.Create((a, b) => string.CompareOrdinal($"{a.Line}", $"{b.Line}"));

    private static async Task TryAsync(District district, (int Kind, int Who, bool First, int Point, int Content, bool Current) attempt)
    {
        var line = new ReportLine(attempt.First ? district.First : district.Second, "223-09", Points[attempt.Point]);
        var who = People[attempt.Who];
        var report = (await district.ReportsAsync(line.InstitutionId)).FirstOrDefault(r => r.Line == line);
        var number = attempt.Current ? report?.Number ?? "1" : "0";
        switch (attempt.Kind)
        {
            case 0 or 1:
                await district.SubmitAsync(who, line, District.Answers($"{attempt.Content}"));
                break;
            case 2:
                await district.SubmitAsync(who, line, new ReportContent.NotApplicable($"не про нас {attempt.Content}"));
                break;
            case 3:
                await district.WithdrawAsync(who, line, number);
                break;
            case 4:
                await district.AcceptAsync(report?.Id ?? 0, number, by: attempt.Content == 0 ? District.Specialist : who);
                break;
            case 5:
                await district.ReturnAsync(report?.Id ?? 0, number, $"причина {attempt.Content}", by: attempt.Content < 2 ? District.Specialist : who);
                break;
            default:
                var due = DateOnly.FromDateTime(district.Clock.GetUtcNow().DateTime).AddDays(attempt.Content);
                await district.WriteAsync((db, token) => district.Promises.PromiseAsync(db, who, line, due, "", token));
                break;
        }
    }

    /// <summary>What stands by the journal's word alone.</summary>
    private static async Task<(Dictionary<ReportLine, Report> Reports, Dictionary<ReportLine, Promise> Promises)> FoldAsync(District district)
    {
        var entries = await district.WriteAsync(async (db, token) =>
            await District.RevealedAsync(db, await db.GetTable<JournalRecord>().Where(j => j.Point != null).OrderBy(j => j.Seq).ToListAsync(token), token));
        var reports = new Dictionary<ReportLine, Report>();
        var promises = new Dictionary<ReportLine, Promise>();
        foreach (var entry in entries)
        {
            var line = new ReportLine(entry.InstitutionId!.Value, entry.OrderNumber!, entry.Point!); // entries of points have all three
            var data = OrdersJson.Read(entry.Data);
            switch (entry.Action)
            {
                case "reported" or "not_applicable":
                    var kind = entry.Action == "reported" ? ReportKind.Done : ReportKind.NotApplicable;
                    reports[line] = Reported(line, kind, data, entry);
                    break;
                case "withdrawn":
                    reports[line] = reports[line] with { Status = ReportStatus.Withdrawn };
                    break;
                case "accepted" or "returned":
                    reports[line] = reports[line] with { Status = entry.Action, ReviewedAt = entry.At, ReturnReason = data.GetValueOrDefault("reason") };
                    break;
                case "promised":
                    promises[line] = new Promise(line, DateOnly.ParseExact(data["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture), entry.ActorId, entry.At);
                    break;
                default:
                    Assert.Fail($"unknown action {entry.Action}");
                    break;
            }
        }

        return (reports, promises);
    }

    private static Report Reported(ReportLine line, string kind, ImmutableSortedDictionary<string, string> data, JournalRecord entry)
    {
        var number = data["report"].Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Report(
            number[0], data["report"], line, kind, number.Length > 1 ? number[1] : 1, ReportStatus.Reported, data.Remove("report"),
            false, entry.ActorId, entry.At, null, null);
    }

    private static string Text(Report r) =>
        $"{r.Number} {r.Line} {r.Kind} {r.Revision} {r.Status} {OrdersJson.Write(r.Answers)} {r.ReportedBy} {r.ReceivedAt:O} {r.ReviewedAt:O} {r.ReturnReason}";

    private static Task<ILookup<ReportLine, HistoryEntry>> HistoryAsync(District district, params ReportLine[] lines) =>
        district.WriteAsync((db, token) => district.Journal.HistoryAsync(db, lines, token));
}

public sealed class HistoryOnSqlite(SqliteFixture fixture) : HistorySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class HistoryOnPostgreSql(PostgreSqlFixture fixture) : HistorySuite(fixture), IClassFixture<PostgreSqlFixture>;
