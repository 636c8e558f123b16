namespace Sferum.Bot.Dialogs;

/// <summary>
/// A step looked at facts that were not read for it, because hardly any step does. It has changed nothing: read them and
/// step again.
/// </summary>
public sealed class FactMissingException(string fact) : Exception($"the fact {fact} was not read for this step")
{
    /// <summary>Name of the fact, as texts and conditions name it.</summary>
    public string Fact { get; } = fact;
}
