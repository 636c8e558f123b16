namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>Where a rule leads. A closed list.</summary>
internal abstract record Target
{
    private Target()
    {
    }

    /// <summary>Stays; nothing is said anew.</summary>
    internal sealed record Stay : Target;

    /// <summary>Enters the present state again.</summary>
    internal sealed record Same : Target;

    /// <summary>The menu of the person's role.</summary>
    internal sealed record Home : Target;

    /// <summary>The state kept by <c>remember</c>, else home.</summary>
    internal sealed record Back : Target;

    internal sealed record To(string State) : Target;
}
