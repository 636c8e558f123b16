using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Broadcasts;
using Sferum.Bot.Calendar;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Turns;

/// <summary>Effects of the specialist on broadcasts.</summary>
public sealed class BroadcastEffects(
    BroadcastStore broadcasts,
    AudienceStore audiences,
    BroadcastLetters letters,
    OverviewLoader questions,
    RosterStore roster,
    IOptions<OfficeOptions> office,
    TimeProvider clock)
{
    /// <summary>In which a broadcast can be taken back.</summary>
    private static readonly TimeSpan TakeBackTime = TimeSpan.FromSeconds(60);

    private const int LongestName = 60;

    internal async Task<IReadOnlyList<NewOutgoing>> CarryOutAsync(DataConnection db, long personId, Effect effect, CancellationToken cancellationToken)
    {
        await RefusedEffectException.ThrowUnlessSpecialistAsync(db, effect, personId, office.Value, clock, cancellationToken);

        switch (effect)
        {
            case Effect.PlanBroadcast plan:
                var to = await ReadAsync(db, effect, plan.Audience, cancellationToken);
                await broadcasts.PlanAsync(db, new NewBroadcast(personId, plan.Draft, plan.Text, plan.Attachments, to, plan.Urgent, AtOf(plan)), cancellationToken);
                return [];
            case Effect.TestBroadcast test:
                return [await TestAsync(db, personId, test, cancellationToken)];
            case Effect.SteerBroadcast steer:
                await SteerAsync(db, personId, steer, cancellationToken);
                return [];
            case Effect.SaveAudience save:
                await audiences.SaveAsync(db, personId, save.Name.Length > LongestName ? save.Name[..LongestName] : save.Name, save.Audience, cancellationToken);
                return [];
            case Effect.ForgetAudience forget:
                await audiences.ForgetAsync(db, forget.AudienceId, cancellationToken);
                return [];
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "no effect on broadcasts");
        }
    }

    private Task SteerAsync(DataConnection db, long personId, Effect.SteerBroadcast steer, CancellationToken cancellationToken) => steer.Step switch
    {
        BroadcastStep.Pause => broadcasts.PauseAsync(db, personId, steer.BroadcastId, cancellationToken),
        BroadcastStep.Resume => broadcasts.ResumeAsync(db, personId, steer.BroadcastId, cancellationToken),
        BroadcastStep.Cancel => broadcasts.CancelAsync(db, personId, steer.BroadcastId, cancellationToken),
        BroadcastStep.Refresh => broadcasts.AskReadsAsync(db, steer.BroadcastId, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(steer), steer.Step, "unknown step"),
    };

    private async Task<NewOutgoing> TestAsync(DataConnection db, long personId, Effect.TestBroadcast test, CancellationToken cancellationToken)
    {
        var to = await ReadAsync(db, test, test.Audience, cancellationToken);
        var reachable = (await audiences.ResolveAsync(db, to, cancellationToken)).Where(a => a.Obstacle is null).ToList();
        var text = (await letters.FillAsync(db, test.Text, [.. reachable.Select(a => a.Institutions)], cancellationToken)).FirstOrDefault(filled => filled is not null) ?? test.Text;
        return new NewOutgoing(personId, SendPurpose.Reply, letters.Write(text, test.Attachments, teacher: to is Audience.Teachers));
    }

    private async Task<Audience> ReadAsync(DataConnection db, Effect effect, string audience, CancellationToken cancellationToken) =>
        AudienceText.Read(audience, questions, await roster.AllAsync(db, cancellationToken)).Audience ?? throw new RefusedEffectException(effect, WriteResult.NotFound);

    private DateTimeOffset AtOf(Effect.PlanBroadcast plan)
    {
        var soonest = clock.GetUtcNow() + TakeBackTime;
        if (plan.At is not { } local)
        {
            return soonest;
        }

        var at = office.Value.GetZone().At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return at < soonest ? soonest : at;
    }
}
