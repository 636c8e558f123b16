using System.Collections.Immutable;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reminders;

/// <summary>
/// What would go out if nobody did anything: the sender's own rules, played over the days to come. Pure. What it can't
/// know of are messages of another kind that take somebody's one message of a day.
/// </summary>
internal sealed class ReminderForecast
{
    private readonly ReminderPrelude _begin;
    private readonly LadderSteps _steps;
    private readonly ImmutableArray<TimeOnly> _times;
    private readonly ILookup<DateOnly, DateTimeOffset> _turns;
    private readonly IReadOnlyCollection<long> _specialists;
    private readonly TimeOnly? _digestAt;
    private readonly Dictionary<long, (Institution Institution, ImmutableArray<OpenLine> Open)> _institutions;
    private readonly Dictionary<(long Person, long Institution), Dictionary<LineKey, DateTimeOffset>> _reminded;
    private readonly Dictionary<long, int> _unanswered;
    private readonly Dictionary<long, DateOnly> _later;
    private readonly HashSet<(long Institution, string Reason)> _told;
    private readonly ImmutableArray<ActingPost> _posts;
    private readonly ILookup<long, ActingPost> _acting;
    private readonly Queue<(long Person, DateTimeOffset At)> _forgotten;

    /// <param name="specialists">Who is told where reminding has come to its end.</param>
    /// <param name="digestAt">When she has her digest; what is found before goes with it.</param>
    private ReminderForecast(ReminderPrelude begin, IEnumerable<OrderLine> lines, IReadOnlyCollection<long> specialists, TimeOnly? digestAt, UnaskedHours hours)
    {
        _begin = begin;
        _steps = new LadderSteps(hours);
        _digestAt = digestAt;
        _times = [.. lines.SelectMany(line => line.Order.Ladder.Steps).Select(step => step.At).Concat(digestAt is { } time ? [time] : Array.Empty<TimeOnly>()).Distinct().Order()];
        _specialists = specialists;
        _institutions = begin.Institutions.ToDictionary(i => i.Institution.Id);
        _posts = [.. begin.Posts.Where(p => p.Reachable && !_institutions[p.InstitutionId].Open.IsEmpty)];
        _acting = begin.Posts.ToLookup(p => p.InstitutionId);
        _reminded = _posts.Select(p => (p.PersonId, p.InstitutionId)).Distinct().ToDictionary(p => p, p => begin.Reminded[p].ToDictionary(m => m.Line, m => m.StepAt));
        _unanswered = begin.Posts.DistinctBy(p => p.PersonId).ToDictionary(p => p.PersonId, p => p.Unanswered);
        _later = begin.Posts.DistinctBy(p => p.PersonId).Where(p => p.Later is not null).ToDictionary(p => p.PersonId, p => p.Later ?? default);
        _told = [.. begin.Told];

        // The sender looks every half minute: what changes within a minute is seen at its end, and costs one look.
        _turns = begin.Forgotten.Select(f => f.At)
            .Concat(begin.Posts.Select(p => p.Since)).Concat(begin.Posts.Select(p => p.Until).OfType<DateTimeOffset>())
            .Select(at => new DateTimeOffset((at.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero))
            .Distinct().ToLookup(hours.DayOf);
        _forgotten = new Queue<(long Person, DateTimeOffset At)>(begin.Forgotten.OrderBy(f => f.At));
    }

    /// <param name="had">Who has had his message of today.</param>
    /// <param name="days">So many, today's the first.</param>
    public static ImmutableArray<ForecastDay> Of(
        ReminderPrelude begin, OrderBook orders, IReadOnlyCollection<long> specialists, TimeOnly? digestAt, IReadOnlySet<long> had, UnaskedHours hours, DateTimeOffset now, int days)
    {
        var lines = orders.Types.SelectMany(type => orders.LinesFor(type.Code));
        var forecast = new ReminderForecast(begin, lines, specialists, digestAt, hours);
        var today = hours.DayOf(now);
        return [.. Enumerable.Range(0, days).Select(day => forecast.DayOf(today.AddDays(day), now, day == 0 ? had : new HashSet<long>()))];
    }

    private ForecastDay DayOf(DateOnly day, DateTimeOffset now, IReadOnlySet<long> had)
    {
        var reminders = ImmutableArray.CreateBuilder<ForecastReminder>();
        var escalations = ImmutableArray.CreateBuilder<ForecastEscalation>();
        var taken = had.ToHashSet();
        foreach (var at in MomentsOf(day, now))
        {
            Forget(at);

            // The sender looks at who is silent before it sends, and half a minute later again.
            escalations.AddRange(Escalate(at, taken));
            var sent = Remind(at, day, taken);
            reminders.AddRange(sent);
            if (sent.Length > 0)
            {
                escalations.AddRange(Escalate(at, taken));
            }
        }

        return new ForecastDay(day, reminders.ToImmutable(), escalations.ToImmutable());
    }

    /// <summary>When something can come due: as the hours begin, or now, at the times of the ladders' steps, and when silence is forgotten or somebody begins or ceases to act.</summary>
    private IEnumerable<DateTimeOffset> MomentsOf(DateOnly day, DateTimeOffset now)
    {
        var hours = _steps.Hours;
        var opening = hours.OnOrAfter(hours.At(day, TimeOnly.MinValue) is var midnight && midnight > now ? midnight : now);
        return _times.Select(time => hours.At(day, time)).Concat(_turns[day]).Prepend(opening).Where(at => at >= opening && hours.DayOf(at) == day && hours.IsOpen(at)).Distinct().Order();
    }

    private void Forget(DateTimeOffset at)
    {
        while (_forgotten.TryPeek(out var old) && old.At <= at)
        {
            _forgotten.Dequeue();
            if (_unanswered.TryGetValue(old.Person, out var count))
            {
                _unanswered[old.Person] = count - 1;
            }
        }
    }

    private ImmutableArray<ForecastReminder> Remind(DateTimeOffset at, DateOnly day, HashSet<long> taken)
    {
        var sent = ImmutableArray.CreateBuilder<ForecastReminder>();
        var due = _posts
            .Where(p => !taken.Contains(p.PersonId) && p.IsInForce(at))
            .DistinctBy(p => (p.PersonId, p.InstitutionId))
            .Select(p => (Post: p, Lines: ReminderPlan.Due(PostOf(p), _steps, at)))
            .Where(p => !p.Lines.IsEmpty)
            .GroupBy(p => p.Post.PersonId);
        foreach (var person in due.ToArray())
        {
            taken.Add(person.Key);
            _unanswered[person.Key]++;
            if (_later.TryGetValue(person.Key, out var later) && later <= day)
            {
                _later.Remove(person.Key);
            }

            foreach (var (post, lines) in person)
            {
                var marks = _reminded[(post.PersonId, post.InstitutionId)];
                foreach (var line in lines)
                {
                    marks[line.Line.Key] = line.StepAt;
                }
            }

            sent.Add(new ForecastReminder(
                at, person.Key, [.. person.OrderBy(p => p.Lines[0].Deadline).Select(p => new ForecastPart(_institutions[p.Post.InstitutionId].Institution, p.Post.Role, p.Lines))]));
        }

        return sent.ToImmutable();
    }

    private RemindedPost PostOf(ActingPost post) =>
        (post with { Unanswered = _unanswered[post.PersonId], Later = _later.TryGetValue(post.PersonId, out var day) ? day : null })
            .ToReminded(_institutions[post.InstitutionId].Institution, _institutions[post.InstitutionId].Open, _reminded[(post.PersonId, post.InstitutionId)]);

    private ImmutableArray<ForecastEscalation> Escalate(DateTimeOffset at, HashSet<long> taken)
    {
        var reasons = _begin.Institutions
            .Where(i => !i.Open.IsEmpty)
            .Select(i => (i.Institution, Reason: Escalation.ReasonOf(
                new ReachedInstitution(i.Institution, i.Open, [.. _acting[i.Institution.Id].Where(p => p.IsInForce(at)).Select(p => new Reach(p.Reachable, _unanswered[p.PersonId]))]), _steps, at)))
            .Where(i => i.Reason is not null)
            .Select(i => (i.Institution, Reason: i.Reason ?? ""))
            .ToArray();
        _told.IntersectWith(reasons.Select(r => (r.Institution.Id, r.Reason)));
        var fresh = reasons.Where(r => !_told.Contains((r.Institution.Id, r.Reason))).ToArray();
        if (fresh.Length == 0 || _specialists.All(taken.Contains) || DigestTime.DueOn(_steps.Hours.DayOf(at), _digestAt, _steps.Hours) > at)
        {
            return [];
        }

        taken.UnionWith(_specialists);
        _told.UnionWith(fresh.Select(f => (f.Institution.Id, f.Reason)));
        return [.. fresh.Select(f => new ForecastEscalation(at, f.Institution, f.Reason))];
    }
}

/// <param name="Reminders">In the order in which they go, one for each person.</param>
/// <param name="Escalations">Of what the specialist would be told.</param>
public sealed record ForecastDay(DateOnly Day, ImmutableArray<ForecastReminder> Reminders, ImmutableArray<ForecastEscalation> Escalations);

/// <summary>One message.</summary>
/// <param name="Parts">At least one, the first deadline first.</param>
public sealed record ForecastReminder(DateTimeOffset At, long PersonId, ImmutableArray<ForecastPart> Parts);

/// <param name="Role">What the person is there.</param>
/// <param name="Lines">Those of which he would be reminded.</param>
public sealed record ForecastPart(Institution Institution, string Role, ImmutableArray<DueLine> Lines);

/// <param name="Reason">One of <see cref="Escalation"/>.</param>
public sealed record ForecastEscalation(DateTimeOffset At, Institution Institution, string Reason);
