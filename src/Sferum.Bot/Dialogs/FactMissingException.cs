namespace Sferum.Bot.Dialogs;

/// <summary>
/// A step looked at facts that were not read for it, because hardly any step does. It has changed nothing: read them and
/// step again.
/// </summary>
public sealed class FactMissingException(string fact, string about = "") : Exception($"the fact {fact} {about} was not read for this step")
{
    /// <summary>Name of the fact, as texts and conditions name it.</summary>
    public string Fact { get; } = fact;

    /// <summary>Which of several, in the words of the step; empty where there is but one.</summary>
    public string About { get; } = about;
}
