namespace Sferum.Bot.Messaging.Troubles;

/// <summary>What is known of one kind of trouble.</summary>
/// <param name="Since">When it began, this time.</param>
/// <param name="ToldAt">When the kind was told of last, this time or before.</param>
/// <param name="ToldFigure">What was said then.</param>
/// <param name="IsTold">It was told of this time: its end is news too.</param>
/// <param name="CalmSince">Since when all has been well again; null while it is not.</param>
/// <param name="IsOver">It has been well long enough.</param>
public sealed record TroubleState(DateTimeOffset Since, DateTimeOffset? ToldAt, long ToldFigure, bool IsTold, DateTimeOffset? CalmSince, bool IsOver);

public enum TroubleNews
{
    None,
    Trouble,
    Over,
}

/// <summary>When somebody is told of trouble and of its end. Pure, so that every case is a row of a table in the tests.</summary>
public static class TroubleRule
{
    /// <summary>A kind is told of no more often.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>What lasts is told of again.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>One good look among bad ones is no recovery.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(3);

    /// <param name="known">Null: there never was any.</param>
    /// <returns>What is known now, the same instance when nothing has changed, and what is to be told.</returns>
    public static (TroubleState? State, TroubleNews News) Of(TroubleState? known, SignReading reading, DateTimeOffset now) =>
        reading.IsTrouble ? OfTrouble(known, reading, now) : OfCalm(known, now);

    private static (TroubleState State, TroubleNews News) OfTrouble(TroubleState? known, SignReading reading, DateTimeOffset now)
    {
        var state = known is { IsOver: false } ? known.CalmSince is null ? known : known with { CalmSince = null }
            : new TroubleState(now, known?.ToldAt, known?.ToldFigure ?? 0, IsTold: false, CalmSince: null, IsOver: false);
        var isNews = !state.IsTold || now - state.ToldAt >= Again || (reading.IsMore && reading.Figure > state.ToldFigure);
        return isNews && (state.ToldAt is not { } told || now - told >= Pause)
            ? (state with { ToldAt = now, ToldFigure = reading.Figure, IsTold = true }, TroubleNews.Trouble)
            : (state, TroubleNews.None);
    }

    private static (TroubleState? State, TroubleNews News) OfCalm(TroubleState? known, DateTimeOffset now) => known switch
    {
        null or { IsOver: true } => (known, TroubleNews.None),
        { CalmSince: null } => (known with { CalmSince = now }, TroubleNews.None),
        { CalmSince: { } since } when now - since < Calm => (known, TroubleNews.None),
        _ => (known with { IsOver = true }, known.IsTold ? TroubleNews.Over : TroubleNews.None),
    };
}
