using System.Collections.Immutable;
using System.Globalization;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;
using Sferum.Bot.Turns;

namespace Sferum.Bot.Rehearsal;

/// <summary>
/// A whole campaign on the real engine in virtual time: dialogs, stores, reminders, gate and ledger are those of the bot;
/// people and VK are played. The same seed gives the same campaign.
/// </summary>
internal sealed class Campaign(DialogBook dialogs, OrderBook book, Order order, ProductionCalendar calendar, AnswerDesk answers, IConfiguration settings)
{
    /// <summary>So long after the last deadline it is watched.</summary>
    private const int DaysAfter = 30;

    private const int DaysWithoutDeadline = 60;

    private const long FirstHead = 1_000;

    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(5);

    /// <summary>The bot looks more often; ladders begin at full hours, and a day is what the result tells.</summary>
    private static readonly TimeSpan ReminderPeriod = TimeSpan.FromHours(1);

    /// <summary>Of a hundred heads.</summary>
    private static readonly ImmutableArray<(HeadKind Kind, int Share)> Shares =
    [
        (HeadKind.Prompt, 30), (HeadKind.Typing, 15), (HeadKind.Slow, 25), (HeadKind.WrongPhoto, 12), (HeadKind.Silent, 8), (HeadKind.Forbidding, 5), (HeadKind.Absent, 5),
    ];

    /// <summary>Told how much of the time has passed, from 0 to 1.</summary>
    public Action<double>? Advanced { get; init; }

    public async Task<RehearsalResult> RunAsync(int heads, int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var clock = new RehearsalClock(DateTimeOffset.MinValue);
        var only = new OrderBook([book.Orders.Single(known => known.Number == order.Number)]);
        await using var office = new RehearsedOffice(dialogs, only, calendar, answers, settings, clock);
        var hours = office.Hours;
        var start = hours.At(calendar.OnOrAfter(order.Head.Date.AddDays(1)), new TimeOnly(9, 0));
        var deadlines = order.Points.Select(point => point.Deadline).OfType<DateOnly>().ToArray();
        var end = hours.At((deadlines.Length > 0 ? deadlines.Max() : hours.DayOf(start).AddDays(DaysWithoutDeadline)).AddDays(DaysAfter), TimeOnly.MinValue);
        clock.Set(start);
        var specialist = new RehearsedSpecialist(RehearsedOffice.Specialist, hours, start);
        var people = await JoinAsync(office, heads, start, random, cancellationToken);
        var days = new DayBook(hours, people);
        for (var (now, tick) = (start, start); now < end; now = Next(people, specialist, tick))
        {
            cancellationToken.ThrowIfCancellationRequested();
            clock.Set(now);
            Advanced?.Invoke((now - start) / (end - start));
            await office.ArriveAsync(people.Prepend<RehearsedPerson>(specialist).Where(p => p.NextAt <= now).SelectMany(p => p.Act(now) is { } did ? [(p.Id, did)] : Array.Empty<(long, Incoming)>()).ToArray(), cancellationToken);
            if (tick <= now)
            {
                await office.RemindAsync(cancellationToken);
                tick = hours.OnOrAfter(now + ReminderPeriod);
            }

            var sent = await office.WorkAsync(cancellationToken);
            foreach (var row in sent)
            {
                var person = row.PeerId == specialist.Id ? specialist : (RehearsedPerson)people[(int)(row.PeerId - FirstHead)];
                person.See(row, now);
                days.Note(row, now);
                (person as RehearsedHead)?.React(now);
            }
        }

        return new RehearsalResult(
            order.Number,
            seed,
            days.Days(hours.DayOf(start), hours.DayOf(end).AddDays(-1)),
            [
                .. people.Select(p => new RehearsedHeadResult(
                    p.Name, p.Type, p.Kind, p.Received, p.Wrote, p.Taps, [.. p.Reminders.Select(hours.DayOf)], p.DoneAt is { } done ? hours.DayOf(done) : null)),
            ],
            new ReminderPresses(people.Sum(p => p.Presses.Done), people.Sum(p => p.Presses.Later), people.Sum(p => p.Presses.Late), people.Sum(p => p.Presses.Why)),
            days.Outside,
            new SpecialistLoad(specialist.Received, specialist.Reviewed, specialist.Wrote, specialist.Taps));
    }

    private async Task<RehearsedHead[]> JoinAsync(RehearsedOffice office, int heads, DateTimeOffset start, Random random, CancellationToken cancellationToken)
    {
        var people = new RehearsedHead[heads];
        var total = Shares.Sum(share => share.Share);
        var kinds = new HeadKind[heads];
        for (var i = 0; i < heads; i++)
        {
            var place = i * total / heads;
            kinds[i] = Shares.First(share => (place -= share.Share) < 0).Kind;
        }

        random.Shuffle(kinds);
        for (var i = 0; i < heads; i++)
        {
            var kind = kinds[i];
            var type = order.Types[i % order.Types.Length].Code;
            var name = string.Create(CultureInfo.InvariantCulture, $"{type} № {i + 1}");
            var code = CodeOf(i);
            await office.AddInstitutionAsync(name, type, code, cancellationToken);
            var joins = office.Hours.OnOrAfter(start + TimeSpan.FromMinutes(random.Next(0, kind == HeadKind.Slow ? 2 * 24 * 60 : 9 * 60)));
            people[i] = new RehearsedHead(FirstHead + i, kind, name, type, code, order.LinesFor(type), joins, office.Hours, random);
        }

        return people;
    }

    /// <summary>Codes of the form that the bot reads; unlike real ones they can be guessed.</summary>
    private static string CodeOf(int index)
    {
        const string letters = "ABCDEFGHJK";
        var digits = index.ToString("D6", CultureInfo.InvariantCulture);
        return string.Concat("RX", string.Concat(digits.Select(digit => letters[digit - '0'])));
    }

    private static DateTimeOffset Next(IEnumerable<RehearsedHead> people, RehearsedSpecialist specialist, DateTimeOffset tick) =>
        people.Select(person => OnGrid(person.NextAt)).Append(specialist.NextAt).Append(tick).OfType<DateTimeOffset>().Min();

    /// <summary>Heads act every few minutes together: a turn of many costs little more than a turn of one.</summary>
    private static DateTimeOffset? OnGrid(DateTimeOffset? at) => at is { } instant ? new DateTimeOffset((instant.Ticks + Grid.Ticks - 1) / Grid.Ticks * Grid.Ticks, TimeSpan.Zero) : null;

    /// <summary>What happened on which day.</summary>
    private sealed class DayBook(UnaskedHours hours, IReadOnlyList<RehearsedHead> heads)
    {
        private const string Receipt = "✓ Квитанция";
        private const string Accepted = "✓ Принято";
        private const string Returned = "Вернули: ";

        private readonly Dictionary<DateOnly, RehearsedDay> _days = [];
        private readonly HashSet<(long Person, DateOnly Day)> _unasked = [];

        public int Outside { get; private set; }

        public void Note(OutboxRow row, DateTimeOffset now)
        {
            var day = hours.DayOf(now);
            if (row.Purpose >= SendPurpose.Reminder && (!hours.IsOpen(now) || !_unasked.Add((row.PeerId, day))))
            {
                Outside++;
            }

            if (row.PeerId == RehearsedOffice.Specialist || row.Content is not Outgoing.Text text)
            {
                return;
            }

            int One(bool holds) => holds ? 1 : 0;
            bool Begins(string with) => text.Body.StartsWith(with, StringComparison.Ordinal);
            var known = _days.GetValueOrDefault(day) ?? Empty(day);
            _days[day] = known with
            {
                Sent = known.Sent + 1,
                Replies = known.Replies + One(row.Purpose == SendPurpose.Reply),
                Notices = known.Notices + One(row.Purpose == SendPurpose.Notice),
                Reminded = known.Reminded + One(row.Purpose == SendPurpose.Reminder),
                Reported = known.Reported + One(Begins(Receipt)),
                Accepted = known.Accepted + One(Begins(Accepted)),
                Returned = known.Returned + One(Begins(Returned)),
            };
        }

        public ImmutableArray<RehearsedDay> Days(DateOnly from, DateOnly to)
        {
            var days = ImmutableArray.CreateBuilder<RehearsedDay>();
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                days.Add((_days.GetValueOrDefault(day) ?? Empty(day)) with { Done = heads.Count(head => head.DoneAt is { } done && hours.DayOf(done) <= day) });
            }

            return days.ToImmutable();
        }

        private static RehearsedDay Empty(DateOnly day) => new(day, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
