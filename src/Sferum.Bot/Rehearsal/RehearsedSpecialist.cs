using Sferum.Bot.Calendar;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Rehearsal;

/// <summary>The specialist: looks through what waits three times a working day, accepts what is right and returns wrong photos.</summary>
internal sealed class RehearsedSpecialist(long id, UnaskedHours hours, DateTimeOffset start) : RehearsedPerson(id)
{
    private static readonly TimeOnly[] Rounds = [new(10, 0), new(13, 0), new(16, 30)];

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    private Stage _stage = Stage.Away;
    private DateTimeOffset _next = start;

    private enum Stage
    {
        Away,
        Reviewing,
        Returning,
    }

    /// <summary>Reports that she decided on.</summary>
    public int Reviewed { get; private set; }

    public override DateTimeOffset? NextAt => _next;

    public override Incoming? Act(DateTimeOffset now)
    {
        var shown = Unread.LastOrDefault(text => text.Keyboard is { Inline: false });
        Unread.Clear();
        _next = now + Look;
        switch (_stage)
        {
            case Stage.Away:
                _stage = Stage.Reviewing;
                return Say("проверить");
            case Stage.Returning:
                _stage = Stage.Reviewing;
                return Say("нет печати");
            case Stage.Reviewing when Buttons.Any(button => button.Payload.Contains("\"accept\"", StringComparison.Ordinal)):
                Reviewed++;
                var isWrong = shown?.Attachments is { Length: > 0 } photos && photos.All(name => name.StartsWith(RehearsedHead.WrongPhoto, StringComparison.Ordinal));
                _stage = isWrong ? Stage.Returning : Stage.Reviewing;
                return Tap(isWrong ? "return" : "accept");
            default:
                _stage = Stage.Away;
                _next = NextRound(now);
                return null;
        }
    }

    private DateTimeOffset NextRound(DateTimeOffset now)
    {
        for (var day = hours.Calendar.OnOrAfter(hours.DayOf(now)); ; day = hours.Calendar.OnOrAfter(day.AddDays(1)))
        {
            foreach (var round in Rounds.Where(round => hours.At(day, round) > now))
            {
                return hours.At(day, round);
            }
        }
    }
}
