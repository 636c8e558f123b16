using System.Collections.Immutable;
using Sferum.Bot.Calendar;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Reminders;

/// <summary>What a head hears who has done nothing and says nothing: the plan itself, asked day by day.</summary>
public static class LadderPreview
{
    /// <summary>A deadline further away than this is not waited for.</summary>
    private const int FurthestDays = 400;

    /// <param name="role">One of <see cref="PostRole"/>.</param>
    /// <param name="since">The first day of the order, from which on the head is there.</param>
    public static ImmutableArray<PreviewedReminder> Of(Order order, string type, string role, DateOnly since, UnaskedHours hours)
    {
        var open = order.LinesFor(type)
            .Where(line => line is { Mandatory: true, Point.Deadline: not null })
            .Select(line => new OpenLine(line, line.Point.Deadline ?? since, null))
            .ToImmutableArray();
        var times = order.Ladder.Steps.Select(step => step.At).Append(TimeOnly.MinValue).Distinct().Order().ToArray();
        if (open.IsEmpty)
        {
            return [];
        }

        var reminded = new Dictionary<LineKey, DateTimeOffset>();
        var forecast = ImmutableArray.CreateBuilder<PreviewedReminder>();
        var post = new RemindedPost(0, role, new Institution(0, "", type), hours.At(since, TimeOnly.MinValue), open, reminded, null, 0);
        for (var day = since; day <= since.AddDays(FurthestDays) && post.Unanswered < order.Ladder.EscalateAfter; day = day.AddDays(1))
        {
            // As the gate lets it through: one message a day, on working days within the hours.
            foreach (var at in times.Select(time => hours.OnOrAfter(hours.At(day, time))).Where(at => hours.DayOf(at) == day))
            {
                if (ReminderPlan.Due(post, hours, at) is { IsEmpty: false } due)
                {
                    forecast.Add(new PreviewedReminder(at, [.. due.GroupBy(line => line.Deadline).Select(group => PartOf(post, [.. group], hours, day))]));
                    foreach (var line in due)
                    {
                        reminded[line.Line.Key] = line.StepAt;
                    }

                    post = post with { Unanswered = post.Unanswered + 1 };
                    break;
                }
            }
        }

        return forecast.ToImmutable();
    }

    private static PreviewedPart PartOf(RemindedPost post, ImmutableArray<DueLine> lines, UnaskedHours hours, DateOnly day) =>
        new(lines[0].Deadline, [.. lines.Select(line => line.Line)], ReminderPlan.SayOf(post, lines, hours, day));
}

/// <param name="At">When it goes out.</param>
public sealed record PreviewedReminder(DateTimeOffset At, ImmutableArray<PreviewedPart> Parts);

/// <summary>Lines of one deadline.</summary>
/// <param name="Says">The ladder's words; empty where the reminder counts the days itself.</param>
public sealed record PreviewedPart(DateOnly Deadline, ImmutableArray<OrderLine> Lines, string Says);
