namespace Sferum.Bot.Messaging.Troubles;

/// <summary>Looks at one thing that may go wrong.</summary>
public interface ITroubleSign
{
    TroubleKind Kind { get; }

    /// <returns>Null: another process looks at this.</returns>
    Task<SignReading?> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Figure">A number that belongs to the words: of events, of minutes, of megabytes; 0: none.</param>
/// <param name="IsMore">The figure is worth telling again when it has grown.</param>
public sealed record SignReading(bool IsTrouble, long Figure = 0, bool IsMore = false)
{
    public static SignReading Fine { get; } = new(false);
}
