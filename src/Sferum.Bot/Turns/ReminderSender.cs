using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Reminders;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Reminds people of what is due, in one process of all replicas. What is due is worked out anew each time, so that what
/// was done, extended or excused a moment ago is not spoken of, and what was missed while the bot was away comes as one.
/// </summary>
public sealed class ReminderSender(
    Database database,
    ReminderStore reminders,
    Gate gate,
    NoticeWriter notices,
    OutboxStore outbox,
    HeldUpStore heldUp,
    Leadership leadership,
    UnaskedHours hours,
    SubstituteStore substitutes,
    EscalationNews escalations,
    DigestSender digest,
    TimeProvider clock,
    ILogger<ReminderSender> logger) : BackgroundService
{
    /// <summary>People in one transaction: a turn must not wait long for it.</summary>
    private const int BatchSize = 50;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>A reminder and its message are written in one transaction, at instants that differ a little.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromMinutes(1);

    /// <summary>Reminds of what is due now, and tells the specialist where reminding has come to its end.</summary>
    /// <returns>How many people were reminded.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        await TakeBackAsync(cancellationToken);
        if (!gate.IsOpen)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var due = new SortedSet<long>();
        var ended = new List<FoundEscalations>();
        await foreach (var page in reminders.PagesAsync(database, cancellationToken))
        {
            due.UnionWith(DueOf(page.Posts, now).Select(person => person.Key));
            ended.Add(escalations.Find(page, now));
        }

        var sent = 0;
        foreach (var batch in due.Chunk(BatchSize))
        {
            try
            {
                using var step = PipelineSteps.Begin(PipelineSteps.RemindBatch);
                sent += await database.InTransactionAsync((db, token) => RemindAsync(db, batch, token), cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
            {
                // They come again with the next tick; the others must not wait for them.
                logger.RemindingFailed(e);
            }
        }

        await EscalateAsync(FoundEscalations.Of(ended), now, cancellationToken);
        outbox.Announce();
        if (sent > 0)
        {
            logger.Reminded(sent);
        }

        return sent;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leadership.RunAsync(LeaderRole.Reminder, LeadAsync, stoppingToken);

    private async Task LeadAsync(CancellationToken cancellationToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(
            async token =>
            {
                await DigestAsync(token);
                await RemindAsync(token);
                return 0;
            },
            (_, e) => logger.RemindingFailed(e),
            cancellationToken);
    }

    /// <summary>Before reminders, since what they have to tell the specialist goes with it; when it fails they must not wait for it.</summary>
    private async Task DigestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await digest.SendAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            logger.DigestFailed(e);
        }
    }

    private IGrouping<long, SentReminder>[] DueOf(ImmutableArray<RemindedPost> posts, DateTimeOffset now)
    {
        var steps = new LadderSteps(hours);
        return
        [
            .. posts
                .Select(post => new SentReminder(post, ReminderPlan.Due(post, steps, now)))
                .Where(reminder => !reminder.Lines.IsEmpty)
                .GroupBy(reminder => reminder.PersonId),
        ];
    }

    /// <summary>
    /// Takes back reminders that could not go out so far and are not true any more: something in them was done, excused, held
    /// or put off meanwhile, or their day is over. What is still open comes anew, as if they had never been.
    /// </summary>
    private Task TakeBackAsync(CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (db, token) =>
            {
                var held = await heldUp.FindAsync(db, SendPurpose.Reminder, isClosed: !gate.IsOpen, token);
                if (held.Count == 0)
                {
                    return;
                }

                var now = clock.GetUtcNow();
                var people = held.Select(message => message.PeerId).Distinct().ToArray();
                var trip = RoundTrip.On(db);
                var asked = ReminderStore.AskSince(trip, people, held.Min(message => message.CreatedAt) - SameMoment);
                await trip.RunAsync(token);
                var recorded = asked.Rows.ToLookup(reminder => (reminder.PersonId, hours.DayOf(reminder.At)));
                var pressing = (await reminders.LoadAsync(db, people, token))
                    .SelectMany(post => post.Open.Where(line => ReminderPlan.IsPressing(line, hours, now)).Select(line => (post.PersonId, post.Institution.Id, line.Line.Key)))
                    .ToHashSet();
                bool IsTrue(RecordedReminder reminder) => reminder.Lines.All(line => pressing.Contains((reminder.PersonId, reminder.InstitutionId, line)));
                foreach (var day in held.GroupBy(message => hours.DayOf(message.CreatedAt)))
                {
                    // News to the specialist, which go the same way, are no reminders and stay true.
                    var isOver = !gate.IsOpen || day.Key != hours.DayOf(now);
                    var wrong = day.Where(message => recorded[(message.PeerId, day.Key)].ToArray() is { Length: > 0 } said && (isOver || !said.All(IsTrue))).ToArray();
                    if (wrong.Length > 0)
                    {
                        var back = RoundTrip.On(db);
                        heldUp.TakeBack(back, wrong);
                        ReminderStore.Forget(back, [.. wrong.SelectMany(message => recorded[(message.PeerId, day.Key)])]);
                        Gate.GiveBack(back, [.. wrong.Select(message => message.PeerId)], day.Key);
                        await back.RunAsync(token);
                    }
                }
            },
            cancellationToken);

    /// <summary>Looks once more within the transaction: what was reported meanwhile is not spoken of.</summary>
    private async Task<int> RemindAsync(DataConnection db, IReadOnlyCollection<long> people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = DueOf(await reminders.LoadAsync(db, people, cancellationToken), now);
        var allowed = await gate.TakeDayAsync(db, [.. due.Select(person => person.Key)], cancellationToken);
        var reminded = due.Where(person => allowed.Contains(person.Key)).ToArray();
        if (reminded.Length == 0)
        {
            return 0;
        }

        var letters = await notices.WriteAsync(
            db,
            SendPurpose.Reminder,
            "reminder",
            [.. reminded.Select(person => LetterTo(person.Key, [.. person.OrderBy(reminder => reminder.Lines[0].Deadline)], hours.DayOf(now)))],
            cancellationToken);
        await outbox.EnqueueAsync(db, letters.SelectMany(letter => letter), cancellationToken);
        await reminders.RecordAsync(db, [.. reminded.SelectMany(person => person)], hours.DayOf(now), cancellationToken);
        return reminded.Length;
    }

    /// <summary>One message for all that is due: the institution with the earliest deadline in full, the others by number.</summary>
    private (FactsQuery, ImmutableSortedDictionary<string, string>) LetterTo(long personId, IReadOnlyList<SentReminder> due, DateOnly today)
    {
        var first = due[0];
        var groups = first.Lines.GroupBy(line => (line.Line.Order.Number, line.Deadline)).ToArray();
        return (
            new FactsQuery(personId, InstitutionId: first.InstitutionId),
            Args(
                ("lines", string.Join(Separator, groups.Select(group => $" {string.Join(' ', group.Select(line => line.Line.Key))} "))),
                ("orders", string.Join(Separator, groups.Select(group => group.Key.Number))),
                ("deadlines", string.Join(Separator, groups.Select(group => Text(group.Key.Deadline)))),
                ("says", string.Join(Separator, groups.Select(group => Plain(ReminderPlan.SayOf(first.Post, [.. group], hours, today))))),
                ("others", string.Join(Separator, due.Skip(1).Select(other => $"{Plain(other.Post.Institution.Name)}: {Text(other.Lines.Length)}")))));
    }

    private async Task EscalateAsync(FoundEscalations found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (found.IsEmpty)
        {
            return;
        }

        using var step = PipelineSteps.Begin(PipelineSteps.RemindEscalate);
        await database.InTransactionAsync(
            async (db, token) =>
            {
                // Her one message of the day would be gone before the digest.
                var told = found.Fresh.Count == 0 || digest.IsAhead(now) ? new HashSet<long>() : await gate.TakeDayAsync(db, [.. await substitutes.ActingAsync(db, token)], token);
                if (await escalations.TakeAsync(db, found, isTold: told.Count > 0, token) is not { } args)
                {
                    return;
                }

                var letters = await notices.WriteAsync(db, SendPurpose.Reminder, "needs_you", [.. told.Select(specialist => (new FactsQuery(specialist), args))], token);
                await outbox.EnqueueAsync(db, letters.SelectMany(letter => letter), token);
            },
            cancellationToken);
    }
}
