namespace Sferum.VkSimulator.Methods;

/// <summary>A statement of the part of VKScript that is understood. A closed list.</summary>
internal abstract record ScriptStatement
{
    private ScriptStatement()
    {
    }

    public sealed record Assignment(string Name, ScriptNode Value) : ScriptStatement;

    public sealed record Condition(ScriptNode Test, IReadOnlyList<ScriptStatement> Body) : ScriptStatement;
}

/// <summary>What is done first, and what is returned then.</summary>
internal sealed record ScriptProgram(IReadOnlyList<ScriptStatement> Statements, ScriptNode Returned);
