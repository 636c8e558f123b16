using System.Collections.Immutable;

namespace Sferum.Bot.Dialogs.Stepping;

/// <summary>Recognisers that need no reading or need facts and slots, so that the engine has them itself.</summary>
internal static class EngineInputs
{
    /// <summary>Every message, of whatever kind.</summary>
    public const string Any = "any";

    /// <summary>Every message with words in it.</summary>
    public const string Text = "text";

    /// <summary>All missing fields of the current line that the message answers.</summary>
    public const string Field = "field";

    /// <summary>One of the person's lines, by its label, its point or the words people have for it.</summary>
    public const string Line = "line";

    /// <summary>Several of the person's lines.</summary>
    public const string Lines = "lines";

    /// <summary>A question of the specialist about the district.</summary>
    public const string District = "district";

    public static ImmutableArray<string> All { get; } = [Any, Text, Field, Line, Lines, District];
}
