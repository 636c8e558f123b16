using Sferum.Bot.Tests.Fuzzing.Making;

namespace Sferum.Bot.Tests.Fuzzing;

/// <summary>
/// A place where something from outside is read. An input is always a text; where bytes are read, each sign of it is a byte
/// (Latin-1), so that all of making, cutting down and printing is done once.
/// </summary>
internal abstract class FuzzTarget : IAsyncDisposable
{
    public abstract string Name { get; }

    /// <summary>How many of 1,000 inputs are for this target: dear ones get fewer.</summary>
    public abstract int Share { get; }

    /// <summary>What may come of an input. A run that never sees one of these reads only at the door.</summary>
    public abstract IReadOnlyList<string> Outcomes { get; }

    /// <summary>Before the first input: what takes longer than an input may.</summary>
    public virtual Task OpenAsync() => Task.CompletedTask;

    public abstract string Make(FuzzDice dice);

    /// <summary>Reads the input, and asserts of the result what holds for any input.</summary>
    /// <returns>One of <see cref="Outcomes"/>.</returns>
    public abstract Task<string> ReadAsync(string input);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
