using System.Globalization;
using System.Text.Json.Nodes;

namespace Sferum.VkSimulator.Methods;

/// <summary>
/// Runs the script of <c>execute</c>: a failed call becomes <c>false</c> in its place and an entry of
/// <c>execute_errors</c> (vk-platform.md §1.5).
/// </summary>
internal sealed class ScriptRun(Func<string, IReadOnlyDictionary<string, string>, MethodAnswer> call)
{
    /// <summary>API calls in one script.</summary>
    public const int MostCalls = 25;

    private readonly JsonArray _errors = [];
    private readonly Dictionary<string, JsonNode?> _variables = new(StringComparer.Ordinal);
    private int _calls;

    /// <summary>The envelope with <c>response</c> and, if any call failed, <c>execute_errors</c>.</summary>
    public JsonObject Run(string code)
    {
        var program = new ScriptParser(code).Parse();
        Run(program.Statements);
        var response = Value(program.Returned);
        var envelope = new JsonObject { ["response"] = response };
        if (_errors.Count > 0)
            envelope["execute_errors"] = _errors;
        return envelope;
    }

    private void Run(IEnumerable<ScriptStatement> statements)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case ScriptStatement.Assignment(var name, var value):
                    _variables[name] = Value(value);
                    break;
                case ScriptStatement.Condition(var test, var body):
                    if (IsTrue(Value(test)))
                        Run(body);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown statement {statement}.");
            }
        }
    }

    /// <summary>As in ECMAScript.</summary>
    private static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonValue scalar when scalar.TryGetValue<bool>(out var flag) => flag,
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text.Length > 0,
        JsonValue scalar when scalar.TryGetValue<double>(out var number) => number is not (0 or double.NaN),
        JsonValue scalar when scalar.TryGetValue<long>(out var number) => number != 0,
        _ => true,
    };

    private JsonNode? Value(ScriptNode node) => node switch
    {
        ScriptNode.Literal(var value) => value?.DeepClone(),
        ScriptNode.Array(var items) => new JsonArray([.. items.Select(Value)]),
        ScriptNode.Object(var members) => new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))),
        ScriptNode.Call(var method, var arguments) => Invoke(method, arguments),
        ScriptNode.Variable(var name) => _variables.GetValueOrDefault(name)?.DeepClone(),
        _ => throw new InvalidOperationException($"Unknown node {node}."),
    };

    private JsonNode? Invoke(string method, ScriptNode.Object arguments)
    {
        if (++_calls > MostCalls)
            throw new VkRefusal(VkError.Of(13, "too many api calls"));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in arguments.Members)
        {
            if (Text(Value(node)) is { } text)
                values[name] = text;
        }

        // Methods that finish an upload do not work here (§1.5).
        var answer = method is "docs.save" or "photos.saveMessagesPhoto"
            ? new MethodAnswer.Refused(VkError.Of(15, "this method is unavailable in execute"))
            : call(method, values);
        switch (answer)
        {
            case MethodAnswer.Done(var response):
                return response;
            case MethodAnswer.Refused(var error):
                _errors.Add(new JsonObject { ["method"] = method, ["error_code"] = error.Code, ["error_msg"] = error.Message });
                return JsonValue.Create(false);
            default:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }
    }

    /// <summary>A parameter's value as it would stand in a form: lists with commas, booleans as 1 and 0, objects as JSON.</summary>
    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonArray list when list.All(item => item is JsonValue) => string.Join(',', list.Select(Text)),
        JsonValue scalar when scalar.TryGetValue<bool>(out var flag) => flag ? "1" : "0",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        JsonValue scalar when scalar.TryGetValue<long>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToJsonString(Json.Relaxed),
    };
}
