namespace Sferum.Bot.Rehearsal;

/// <summary>How a simulated head takes the order. A closed list.</summary>
internal enum HeadKind
{
    /// <summary>Begins on the day he joins and presses the buttons.</summary>
    Prompt,

    /// <summary>As prompt, but types everything.</summary>
    Typing,

    /// <summary>Does some of it after each reminder.</summary>
    Slow,

    /// <summary>Sends a wrong photo first, which comes back.</summary>
    WrongPhoto,

    /// <summary>Joins and never answers.</summary>
    Silent,

    /// <summary>Joins and forbids messages.</summary>
    Forbidding,

    /// <summary>Never joins.</summary>
    Absent,
}
