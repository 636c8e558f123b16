using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>An expression of the part of VKScript that is understood: literals, arrays, objects, API calls, variables.</summary>
internal abstract record ScriptNode
{
    private ScriptNode()
    {
    }

    public sealed record Literal(JsonNode? Value) : ScriptNode;

    public sealed record Array(IReadOnlyList<ScriptNode> Items) : ScriptNode;

    public sealed record Object(IReadOnlyList<(string Name, ScriptNode Value)> Members) : ScriptNode;

    public sealed record Call(string Method, Object Arguments) : ScriptNode;

    public sealed record Variable(string Name) : ScriptNode;
}
