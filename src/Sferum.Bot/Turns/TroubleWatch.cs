using System.Collections.Immutable;
using LinqToDB.Data;
using Microsoft.Extensions.Options;
using Sferum.Bot.Messaging;
using Sferum.Bot.Messaging.Troubles;
using Sferum.Bot.Orders;
using Sferum.Bot.Orders.Desk;
using Sferum.Bot.Storage;
using static Sferum.Bot.Turns.NoticeWriter;

namespace Sferum.Bot.Turns;

/// <summary>
/// Tells the administrators in their VK chats what is wrong with the bot, at most once an hour for each kind, and once when
/// it is over. The log has it in any case.
/// </summary>
public sealed class TroubleWatch(
    Database database,
    IEnumerable<ITroubleSign> signs,
    TroubleStore troubles,
    NoticeWriter notices,
    OutboxStore outbox,
    CommunityManagers managers,
    IOptions<OfficeOptions> office,
    IOptions<TroubleOptions> options,
    TimeProvider clock,
    ILogger<TroubleWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>A restart of the database is no trouble.</summary>
    private static readonly TimeSpan ShortestAbsence = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _awaySince;

    /// <summary>Looks at every sign once.</summary>
    /// <returns>0: there is nothing to go on with at once.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var readings = new List<(TroubleKind Kind, SignReading Reading)>();
            foreach (var sign in signs)
            {
                if (await ReadAsync(sign, cancellationToken) is { } reading)
                {
                    readings.Add((sign.Kind, reading));
                }
            }

            await database.InTransactionAsync((db, token) => TellAsync(db, readings, token), cancellationToken);
            _awaySince = null;
        }
        catch (Exception e) when (DatabaseFaults.Of(e) == DatabaseFault.Unavailable)
        {
            _awaySince ??= clock.GetUtcNow();
            throw;
        }

        outbox.Announce();
        return 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var nobody = new SilentSignal();
        await new WorkLoop(nobody, clock, Period).RunAsync(LookAsync, (_, e) => logger.TroublesUnread(e), stoppingToken);
    }

    /// <summary>One sign that can't be read must not hide the others.</summary>
    private async Task<SignReading?> ReadAsync(ITroubleSign sign, CancellationToken cancellationToken)
    {
        try
        {
            return await sign.ReadAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && DatabaseFaults.Of(e) != DatabaseFault.Unavailable)
        {
            logger.SignUnread(sign.Kind, e);
            return null;
        }
    }

    private async Task TellAsync(DataConnection db, List<(TroubleKind Kind, SignReading Reading)> readings, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = await troubles.LoadAsync(db, cancellationToken);
        if (_awaySince is { } since && now - since >= ShortestAbsence)
        {
            var before = known.GetValueOrDefault(TroubleKind.DatabaseAway);
            var (told, news) = TroubleRule.Of(before, new SignReading(true, (long)(now - since).TotalMinutes), now);

            // Its beginning could not be told: it begins and ends here.
            await SaveAsync(db, TroubleKind.DatabaseAway, before, told! with { Since = since, IsOver = true }, news, cancellationToken); // trouble is never nothing
        }

        foreach (var (kind, reading) in readings)
        {
            var before = known.GetValueOrDefault(kind);
            var (state, news) = TroubleRule.Of(before, reading, now);
            if (state is not null && !ReferenceEquals(state, before))
            {
                await SaveAsync(db, kind, before, state, news, cancellationToken);
            }
        }
    }

    private async Task SaveAsync(DataConnection db, TroubleKind kind, TroubleState? before, TroubleState state, TroubleNews news, CancellationToken cancellationToken)
    {
        if (!await troubles.SaveAsync(db, kind, before, state, cancellationToken) || news == TroubleNews.None)
        {
            return;
        }

        logger.Trouble(kind, news, state.Since);
        if (!options.Value.Enabled)
        {
            return;
        }

        var args = Args(("kind", kind.ToString()), ("since", state.Since.ToString("O")), ("figure", Text(state.ToldFigure)));
        var notice = news == TroubleNews.Trouble ? "trouble" : "trouble_over";
        var people = office.Value.Administrators.Concat(managers.People).Distinct().ToImmutableArray();
        var letters = await notices.WriteAsync(db, SendPurpose.Notice, notice, [.. people.Select(person => (new FactsQuery(person), args))], cancellationToken);
        await outbox.EnqueueAsync(db, letters.SelectMany(letter => letter), cancellationToken);
    }
}
