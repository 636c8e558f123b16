using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LinqToDB.Data;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Storage;
using Sferum.Bot.Tests.Support;
using Sferum.Bot.Tests.Transcripts.Office;

namespace Sferum.Bot.Tests.Reminders;

/// <summary>
/// A year of an office on the real engine, with restarts and an outage, watched by somebody who knows what reminders are to
/// be from their description alone: not how the bot works them out.
/// </summary>
public sealed partial class YearTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private const int EscalateAfter = 5;

    /// <summary>So many days after the last of five reminders without an answer a new deadline may be spoken of again.</summary>
    private const int SilenceMemory = 90;

    private static readonly DateOnly First = new(2024, 4, 15);
    private static readonly DateOnly Last = new(2025, 4, 14);

    /// <summary>From the decrees for 2024 and 2025 and art. 112, by hand: days off that are no weekend, and weekends on which one works.</summary>
    private static readonly HashSet<DateOnly> DaysOff = Days(
        "2024-04-29 2024-04-30 2024-05-01 2024-05-09 2024-05-10 2024-06-12 2024-11-04 2024-12-30 2024-12-31 2025-01-01 2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-08");

    private static readonly HashSet<DateOnly> WorkingDays = Days("2024-04-27 2024-11-02 2024-12-28");

    /// <summary>On these days the bot was off, up to the last one.</summary>
    private static readonly (DateOnly From, DateOnly To) Off = (new DateOnly(2024, 9, 10), new DateOnly(2024, 9, 16));

    /// <summary>Each point of the order has its deadline in another month, some on holidays.</summary>
    private static readonly ImmutableArray<DateOnly> Deadlines =
    [
        new(2024, 4, 19), new(2024, 5, 9), new(2024, 6, 12), new(2024, 7, 20), new(2024, 9, 13), new(2024, 10, 27), new(2024, 11, 4), new(2025, 1, 1), new(2025, 2, 14), new(2025, 3, 30),
    ];

    private static readonly OrderBook Orders = new([Spread(OfficeStage.Orders.Orders[0])]);

    [Theory]
    [InlineData("Europe/Moscow")]
    [InlineData("Europe/Berlin")]
    public async Task Nothing_is_sent_but_what_is_due_and_when_it_may_be(string zoneName)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
        var database = await fixture.CreateAsync();
        await using var year = new Year(database, zone);
        foreach (var head in year.Heads.Where(head => head.Joins == First))
        {
            await year.JoinAsync(head);
        }

        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.Day == 1 || day == Off.To)
            {
                await year.RestartAsync();
            }

            await year.PlayAsync(day, isOff: day >= Off.From && day < Off.To);
        }

        Assert.Empty(year.Violations);
        var silent = year.Named("silent");
        Assert.InRange(silent.Reminders, EscalateAfter, ((366 / SilenceMemory) + 1) * EscalateAfter);
        Assert.Contains("Не отвечают", year.ToldSpecialist, StringComparison.Ordinal);
        Assert.Contains(silent.Institution, year.ToldSpecialist, StringComparison.Ordinal);
        Assert.Contains("Никто не вошёл по коду (2)", year.ToldSpecialist, StringComparison.Ordinal);
        Assert.Contains(year.Named("absent").Institution, year.ToldSpecialist, StringComparison.Ordinal);
        Assert.Equal(0, year.Named("muted").Reminders);
        Assert.Equal(0, year.Named("prompt").Reminders);
        Assert.Equal(0, year.Named("absent").Reminders);
        Assert.True(year.Named("slow").Reminders > 30, $"slow: {year.Named("slow").Reminders}");
        Assert.True(year.Named("late joiner").Reminders > 5, $"late joiner: {year.Named("late joiner").Reminders}");
        Assert.InRange(year.Named("sloppy").Reminders, 3, 60);
    }

    private static HashSet<DateOnly> Days(string text) => [.. text.Split(' ').Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture))];

    private static bool IsWorkingDay(DateOnly day) =>
        WorkingDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DaysOff.Contains(day));

    private static Order Spread(Order order)
    {
        var tasks = 0;
        return new Order(
            order.Head,
            order.Types,
            [.. order.Points.Select(point => point.Kind == PointKind.DirectorTask ? point with { Deadline = Deadlines[tasks++ % Deadlines.Length] } : point)],
            order.OpenQuestions,
            order.Acts,
            order.Ladder,
            order.Source);
    }

    /// <summary>A head and what the onlooker knows of his lines.</summary>
    private sealed class Head(long id, string kind, DateOnly joins)
    {
        public long Id { get; } = id;

        public string Kind { get; } = kind;

        public DateOnly Joins { get; } = joins;

        public string Institution { get; } = $"МОУ «{kind}»";

        public string Code { get; set; } = $"RXAAAA{(char)('A' + (id % 10))}K";

        public long InstitutionId { get; set; }

        public bool IsMuted { get; set; }

        public int Reminders { get; set; }

        /// <summary>Labels of what must not be spoken of now.</summary>
        public HashSet<string> Settled { get; } = [];

        /// <summary>On which days he was reminded at all.</summary>
        public List<DateOnly> All { get; } = [];

        /// <summary>On which days he was reminded of a line.</summary>
        public Dictionary<string, List<DateOnly>> Days { get; } = [];
    }

    private sealed class Year : IAsyncDisposable
    {
        private static readonly TimeOnly[] Looks = [new(7, 59), new(8, 0), new(9, 0), new(12, 30), new(19, 59), new(20, 0), new(23, 30)];

        private readonly Database _database;
        private readonly TimeZoneInfo _zone;
        private readonly HashSet<(long Person, DateOnly Day)> _unasked = [];
        private OfficeStage _office;
        private int _said;

        public Year(Database database, TimeZoneInfo zone)
        {
            _database = database;
            _zone = zone;
            _office = new OfficeStage(database, At(First, new TimeOnly(10, 0)), Orders, zone);
        }

        public List<string> Violations { get; } = [];

        public string ToldSpecialist { get; private set; } = "";

        public ImmutableArray<Head> Heads { get; } =
        [
            new(201, "prompt", First), new(202, "silent", First), new(203, "slow", First), new(204, "muted", First), new(205, "sloppy", First),
            new(206, "late joiner", new DateOnly(2024, 8, 5)), new(207, "absent", DateOnly.MaxValue),
        ];

        public Head Named(string kind) => Heads.Single(head => head.Kind == kind);

        public async Task JoinAsync(Head joining)
        {
            // The roster was there before.
            foreach (var head in Heads.Where(head => head.InstitutionId == 0))
            {
                head.InstitutionId = await _office.AddInstitutionAsync(head.Institution, "МОУ", head.Code);
            }

            if (joining.Joins > First)
            {
                // The code that he was given in spring has expired.
                joining.Code = await _database.InTransactionAsync((db, token) => _office.Get<ClaimStore>().IssueAsync(db, 0, joining.InstitutionId, token), CancellationToken.None);
            }

            foreach (var text in (string[])["привет", "да", joining.Code, "да"])
            {
                await SayAsync(joining, text);
            }

            if (joining.Kind == "muted")
            {
                await SayAsync(joining, "стоп");
                joining.IsMuted = true;
            }

            if (joining.Kind == "prompt")
            {
                foreach (var line in Lines)
                {
                    await WriteAsync((db, token) => Report(db, joining, line, token));
                    joining.Settled.Add(line.Point.Label);
                }
            }

            await SendAsync(At(joining.Joins == DateOnly.MaxValue ? First : joining.Joins, new TimeOnly(10, 0)));
        }

        /// <summary>Another process goes on with the same database.</summary>
        public async Task RestartAsync()
        {
            var now = _office.Clock.GetUtcNow();
            await _office.DisposeAsync();
            _office = new OfficeStage(_database, now, Orders, _zone);
        }

        public async Task PlayAsync(DateOnly day, bool isOff)
        {
            foreach (var look in Looks)
            {
                var now = At(day, look);
                if (now > _office.Clock.GetUtcNow())
                {
                    _office.Clock.SetUtcNow(now);
                }

                if (look == new TimeOnly(12, 30))
                {
                    await LiveAsync(day);
                }

                if (!isOff && now >= _office.Clock.GetUtcNow())
                {
                    await _office.RemindAsync();
                    await SendAsync(now);
                }
            }
        }

        public ValueTask DisposeAsync() => _office.DisposeAsync();

        private static IEnumerable<OrderLine> Lines => Orders.LinesFor("МОУ").Where(line => line.Mandatory);

        /// <summary>What people do on a day beside being reminded.</summary>
        private async Task LiveAsync(DateOnly day)
        {
            foreach (var head in Heads.Where(head => head.Joins == day && day > First))
            {
                await JoinAsync(head);
            }

            // He answers every week, and reports a line a month after its deadline.
            var slow = Named("slow");
            if (day.DayOfWeek == DayOfWeek.Tuesday)
            {
                await SayAsync(slow, "спасибо");
                await SayAsync(slow, "меню");
            }

            foreach (var line in Lines.Where(line => line.Point.Deadline?.AddDays(30) == day))
            {
                await WriteAsync((db, token) => Report(db, slow, line, token));
                slow.Settled.Add(line.Point.Label);
            }

            var late = Named("late joiner");
            if (day.Day == 3 && day > late.Joins)
            {
                await SayAsync(late, "меню");
            }

            // He reports on the deadline; it comes back ten days later, and is reported again and accepted in another twenty.
            var sloppy = Named("sloppy");
            foreach (var line in Lines)
            {
                var since = day.DayNumber - (line.Point.Deadline ?? day).DayNumber;
                if (since == 0 || since == 30)
                {
                    await WriteAsync((db, token) => Report(db, sloppy, line, token));
                    sloppy.Settled.Add(line.Point.Label);
                }

                if (since is 10 or 31)
                {
                    await WriteAsync((db, token) => ReviewAsync(db, sloppy, line, accept: since == 31, token));
                    if (since == 10)
                    {
                        sloppy.Settled.Remove(line.Point.Label);
                    }
                }
            }

            // The specialist excuses the late joiner from one line and gives him more time for another.
            if (day == late.Joins.AddDays(14))
            {
                var decisions = _office.Get<LineDecisionStore>();
                var (excused, extended) = (Lines.First(), Lines.Skip(1).First());
                await WriteAsync((db, token) => decisions.ChangeAsync(db, OfficeStage.Specialist, LineOf(late, excused), null, token));
                await WriteAsync((db, token) => decisions.ChangeAsync(db, OfficeStage.Specialist, LineOf(late, extended), day.AddDays(60), token));
                late.Settled.Add(excused.Point.Label);
                late.Settled.Add(extended.Point.Label);
            }

            // Three days before its own deadline, or the last working day before that, it is spoken of again.
            if (day == late.Joins.AddDays(14 + 60 - 7))
            {
                late.Settled.Remove(Lines.Skip(1).First().Point.Label);
            }
        }

        private static ReportLine LineOf(Head head, OrderLine line) => new(head.InstitutionId, line.Key.Order, line.Key.Point);

        private async Task<WriteResult> Report(DataConnection db, Head head, OrderLine line, CancellationToken token)
        {
            var results = await _office.Get<ReportStore>().SubmitAsync(
                db, [new Submission(head.Id, LineOf(head, line), new ReportContent.NotApplicable("у нас этого нет"), line.Point.Deadline)], token);
            return results[0].Result;
        }

        private async Task<WriteResult> ReviewAsync(DataConnection db, Head head, OrderLine line, bool accept, CancellationToken token)
        {
            var store = _office.Get<ReportStore>();
            var report = (await store.OfInstitutionsAsync(db, [head.InstitutionId], token)).Single(r => r.Line == LineOf(head, line));
            return accept
                ? (await store.AcceptAsync(db, OfficeStage.Specialist, report.Id, report.Number, token)).Result
                : (await store.ReturnAsync(db, OfficeStage.Specialist, report.Id, report.Number, "нет печати", token)).Result;
        }

        private async Task WriteAsync(Func<DataConnection, CancellationToken, Task<WriteResult>> write) =>
            Assert.Equal(WriteResult.Done, await _database.InTransactionAsync(write, CancellationToken.None));

        private Task SayAsync(Head head, string text) =>
            _office.ArriveAsync(head.Id, head.Id, new Incoming.Message(text, null, null, [], ++_said, _said), $"year-{_said}");

        /// <summary>The sender takes what is due now; the onlooker sees it on the telephones.</summary>
        private async Task SendAsync(DateTimeOffset now)
        {
            var outbox = _office.Get<OutboxStore>();
            while (await outbox.DueAsync(1_000, [], unasked: true, now, CancellationToken.None) is { Count: > 0 } due)
            {
                await outbox.RecordAsync([.. due.Select(row => new SendVerdict.Finished(row, Fate.Sent, MessageId: row.Id, ConversationMessageId: row.Id))], CancellationToken.None);
                foreach (var row in due.Where(row => row.Purpose >= SendPurpose.Reminder))
                {
                    Look(row, TimeZoneInfo.ConvertTime(_office.Clock.GetUtcNow(), _zone));
                }
            }
        }

        private void Look(OutboxRow row, DateTimeOffset local)
        {
            var text = ((Outgoing.Text)row.Content).Body;
            var day = DateOnly.FromDateTime(local.DateTime);
            void Expect(bool holds, string what)
            {
                if (!holds)
                {
                    Violations.Add($"{what}, to {row.PeerId} at {local:yyyy-MM-dd HH:mm}: {text}");
                }
            }

            Expect(local.Hour is >= 8 and < 20, "in the quiet hours");
            Expect(IsWorkingDay(day), "on a day off");
            Expect(_unasked.Add((row.PeerId, day)), "a second one that day");
            if (row.PeerId == OfficeStage.Specialist)
            {
                ToldSpecialist += text + '\n';
                return;
            }

            var head = Heads.Single(known => known.Id == row.PeerId);
            head.Reminders++;
            head.All.Add(day);
            Expect(head.Kind != "silent" || head.All.Count(past => past > day.AddDays(-SilenceMemory)) <= EscalateAfter, "once more to one who does not answer");
            Expect(!head.IsMuted, "to one who said no");
            Expect(day > head.Joins, "on the day he came");
            var labels = Label().Matches(text).Select(match => match.Groups[1].Value).ToArray();
            Expect(labels.Length > 0, "of nothing");
            foreach (var label in labels)
            {
                Expect(!head.Settled.Contains(label), $"of {label}, which is settled");
                var line = Lines.First(l => l.Point.Label == label);
                var days = head.Days.TryGetValue(label, out var known) ? known : head.Days[label] = [];

                // Whose lines nobody has touched: three times up to the deadline, then every three days. What was missed while the bot was off comes between.
                if (head.Kind is "slow" or "silent" && line.Point.Deadline is { } deadline && days.Count > 0)
                {
                    Expect(days[^1] <= deadline || day.DayNumber - days[^1].DayNumber >= 3 || (day >= Off.To && day.AddDays(-5) <= Off.To), $"of {label} again too soon");
                    Expect(day > deadline || days.Count < 3, $"of {label} more than three times up to its deadline");
                }

                days.Add(day);
            }
        }

        private DateTimeOffset At(DateOnly day, TimeOnly time)
        {
            var local = day.ToDateTime(time);
            return new DateTimeOffset(local, _zone.GetUtcOffset(local));
        }
    }

    [GeneratedRegex("^• (\\S+) ", RegexOptions.Multiline)]
    private static partial Regex Label();
}
