using LinqToDB;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Messaging.Troubles;

/// <summary>What is known of each kind of trouble, for all processes: a row a kind, so that it neither grows nor is told twice.</summary>
public sealed class TroubleStore
{
    /// <summary>Of answers and news that are due: what nobody asked for may wait for its hours, and the answer to a press has a minute.</summary>
    /// <returns>When the oldest was written that is older than <paramref name="than"/>; null when there is none.</returns>
    public async Task<DateTimeOffset?> OldestDueAsync(DataConnection db, DateTimeOffset than, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var first = trip.Ask(
            $"""
            select m.created_at from outbox m
            where m.purpose <= {(int)SendPurpose.Notice} and m.purpose <> {(int)SendPurpose.PressAnswer} and m.created_at < @than
            order by m.id limit 1
            """,
            row => row.Instant(0),
            trip.Instant("than", than));
        await trip.RunAsync(cancellationToken);
        return first.Rows is [var oldest] ? oldest : null;
    }

    /// <summary>Events that were put aside and not put back.</summary>
    public async Task<long> CountDeadLettersAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var count = trip.Ask("select count(*) from dead_letter d where d.replayed_at is null", row => row.Long(0));
        await trip.RunAsync(cancellationToken);
        return count.Rows[0];
    }

    /// <summary>The codes with which VK refused what waits still.</summary>
    public async Task<IReadOnlyList<int>> LastCodesAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var codes = trip.Ask("select distinct m.code from outbox m where m.code is not null", row => row.Int(0));
        await trip.RunAsync(cancellationToken);
        return codes.Rows;
    }

    public async Task<IReadOnlyDictionary<TroubleKind, TroubleState>> LoadAsync(DataConnection db, CancellationToken cancellationToken)
    {
        var trip = RoundTrip.On(db);
        var known = trip.Ask(
            "select kind, since, told_at, told_figure, is_told, calm_since, is_over from trouble",
            row => (Kind: row.Text(0), State: new TroubleState(row.Instant(1), row.InstantOrNull(2), row.Long(3), row.Flag(4), row.InstantOrNull(5), row.Flag(6))));
        await trip.RunAsync(cancellationToken);
        return known.Rows
            .Where(row => Enum.TryParse<TroubleKind>(row.Kind, out _))
            .ToDictionary(row => Enum.Parse<TroubleKind>(row.Kind), row => row.State);
    }

    /// <summary>In the transaction that writes what is told of it.</summary>
    /// <param name="before">As <see cref="LoadAsync"/> read it.</param>
    /// <returns>False when another process has been quicker: it tells.</returns>
    public async Task<bool> SaveAsync(DataConnection db, TroubleKind kind, TroubleState? before, TroubleState state, CancellationToken cancellationToken)
    {
        var changed = 0;
        var trip = RoundTrip.On(db);
        DataParameter OrNull(string name, DateTimeOffset? at) => at is { } instant ? trip.Instant(name, instant) : new DataParameter(name, null, DataType.DateTimeOffset);
        trip.Do(
            """
            insert into trouble (kind, since, told_at, told_figure, is_told, calm_since, is_over)
            values (@kind, @since, @told_at, @told_figure, @is_told, @calm_since, @is_over)
            on conflict (kind) do update set
                since = excluded.since, told_at = excluded.told_at, told_figure = excluded.told_figure, is_told = excluded.is_told,
                calm_since = excluded.calm_since, is_over = excluded.is_over
            where trouble.since = @was_since and trouble.is_told = @was_told and trouble.is_over = @was_over
            """,
            [
                new DataParameter("kind", kind.ToString()), trip.Instant("since", state.Since), OrNull("told_at", state.ToldAt), new DataParameter("told_figure", state.ToldFigure),
                new DataParameter("is_told", state.IsTold), OrNull("calm_since", state.CalmSince), new DataParameter("is_over", state.IsOver),
                OrNull("was_since", before?.Since), new DataParameter("was_told", before?.IsTold, DataType.Boolean), new DataParameter("was_over", before?.IsOver, DataType.Boolean),
            ],
            rows => changed = rows);
        await trip.RunAsync(cancellationToken);
        return changed > 0;
    }
}
