namespace Sferum.Bot.Dialogs.Compiled;

/// <summary>What is fired on the machine. <paramref name="Command"/> only for <see cref="TriggerKind.Press"/>.</summary>
internal readonly record struct DialogTrigger(TriggerKind Kind, string Command = "")
{
    public static DialogTrigger Press(string command) => new(TriggerKind.Press, command);

    /// <summary>The words of the graph's edges.</summary>
    public override string ToString() => Kind switch
    {
        TriggerKind.Press => $"press {Command}",
        TriggerKind.AnyPress => "press any",
        TriggerKind.Words => "words",
        TriggerKind.Input => "input",
        TriggerKind.Allowed => "allowed",
        TriggerKind.Next => "always",
        TriggerKind.Start => "new person",
        _ => throw new InvalidOperationException($"Unknown trigger {Kind}"),
    };
}

internal enum TriggerKind
{
    /// <summary>A button with a command of its own rule.</summary>
    Press,

    /// <summary>A button that nothing else took.</summary>
    AnyPress,

    /// <summary>Words that stand for a button.</summary>
    Words,

    /// <summary>Anything that a recogniser reads.</summary>
    Input,

    Allowed,

    /// <summary>No event: a transient state is left.</summary>
    Next,

    /// <summary>A person without a conversation.</summary>
    Start,
}
