namespace Sferum.Bot.Dialogs.Inputs;

/// <summary>To which side of today the dates of a message lie.</summary>
internal enum DateDirection
{
    /// <summary>What is reported has happened.</summary>
    Past,

    /// <summary>What is promised or agreed is still to come.</summary>
    Future,
}
