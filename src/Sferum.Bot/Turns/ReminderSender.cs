using System.Collections.Immutable;
using LinqToDB.Data;
using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;
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
    Leadership leadership,
    UnaskedHours hours,
    TimeProvider clock,
    ILogger<ReminderSender> logger) : BackgroundService
{
    /// <summary>People in one transaction: a turn must not wait long for it.</summary>
    private const int BatchSize = 50;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>Separates values in one argument of a notice. Keys of lines, which hold no spaces, are joined by these.</summary>
    private const char Separator = '|';

    /// <summary>Reminds of what is due now, and tells the specialist where reminding has come to its end.</summary>
    /// <returns>How many people were reminded.</returns>
    public async Task<int> RemindAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var state = await database.ReadAsync(reminders.LoadAsync, cancellationToken);
        var due = state.Posts
            .Select(post => new SentReminder(post, ReminderPlan.Due(post, hours, now)))
            .Where(reminder => !reminder.Lines.IsEmpty)
            .GroupBy(reminder => reminder.PersonId)
            .ToArray();
        var sent = 0;
        foreach (var batch in due.Chunk(BatchSize))
        {
            sent += await database.InTransactionAsync((db, token) => RemindAsync(db, batch, token), cancellationToken);
        }

        await EscalateAsync(state, now, cancellationToken);
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
                await RemindAsync(token);
                return 0;
            },
            (_, e) => logger.RemindingFailed(e),
            cancellationToken);
    }

    private async Task<int> RemindAsync(DataConnection db, IReadOnlyCollection<IGrouping<long, SentReminder>> people, CancellationToken cancellationToken)
    {
        var allowed = await gate.TakeDayAsync(db, [.. people.Select(person => person.Key)], cancellationToken);
        var reminded = people.Where(person => allowed.Contains(person.Key)).ToArray();
        if (reminded.Length == 0)
        {
            return 0;
        }

        var letters = await notices.WriteAsync(
            db,
            SendPurpose.Reminder,
            "reminder",
            [.. reminded.Select(person => LetterTo(person.Key, [.. person.OrderBy(reminder => reminder.Lines[0].Deadline)], hours.DayOf(clock.GetUtcNow())))],
            cancellationToken);
        await outbox.EnqueueAsync(db, letters.SelectMany(letter => letter), cancellationToken);
        await reminders.RecordAsync(db, [.. reminded.SelectMany(person => person)], cancellationToken);
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
                ("says", string.Join(Separator, groups.Select(group => Plain(SayOf(first.Post, [.. group], today))))),
                ("others", string.Join(Separator, due.Skip(1).Select(other => $"{Plain(other.Post.Institution.Name)}: {Text(other.Lines.Length)}")))));
    }

    /// <summary>The words of the ladder belong to their day; for a reminder that was put off or comes late the notice counts the days itself.</summary>
    private string SayOf(RemindedPost post, IReadOnlyCollection<DueLine> lines, DateOnly today)
    {
        var (step, at) = lines.Select(line => (line.Step, line.StepAt)).MaxBy(line => line.StepAt);
        return step.Every is not null || hours.DayOf(at) == today ? step.SayTo(post.Role, post.Institution.Type) : "";
    }

    private static string Plain(string name) => name.Replace(Separator, '/');

    private async Task EscalateAsync(ReminderState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reasons = state.Institutions
            .Select(reached => (reached.Institution, Reason: Escalation.ReasonOf(reached, hours, now)))
            .Where(entry => entry.Reason is not null)
            .ToDictionary(entry => (entry.Institution.Id, Reason: entry.Reason ?? ""), entry => entry.Institution.Name);
        var fresh = reasons.Where(entry => !state.Told.Contains(entry.Key)).ToArray();
        var over = state.Told.Where(told => !reasons.ContainsKey(told)).ToArray();
        if (fresh.Length == 0 && over.Length == 0)
        {
            return;
        }

        await database.InTransactionAsync(
            async (db, token) =>
            {
                await reminders.RecordAsync(db, [.. fresh.Select(entry => entry.Key)], over, token);
                if (fresh.Length > 0)
                {
                    var byReason = fresh.ToLookup(entry => entry.Key.Reason, entry => entry.Value);
                    var args = Args(
                        (Escalation.Silent, Names(byReason[Escalation.Silent])),
                        (Escalation.Unreachable, Names(byReason[Escalation.Unreachable])),
                        (Escalation.Absent, Names(byReason[Escalation.Absent])));
                    await outbox.EnqueueAsync(db, await notices.WriteToSpecialistsAsync(db, "needs_you", args, token), token);
                }
            },
            cancellationToken);

        static string Names(IEnumerable<string> names) => string.Join(Separator, names.Order(StringComparer.CurrentCulture).Select(Plain));
    }
}
