using System.Text.Json;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Traffic;

namespace Sferum.Bot.Tests.Simulator.Schema;

/// <summary>Checks one exchange with the simulator against VK's schema, less the known gaps.</summary>
internal sealed class TrafficCheck
{
    private const string Callback = "callback/objects.json";

    private readonly VkSchema _schema;
    private readonly SchemaCheck _check;
    private readonly RequestCheck _requests;

    public TrafficCheck(VkSchema schema)
    {
        _schema = schema;
        _check = new SchemaCheck(schema);
        _requests = new RequestCheck(schema, _check);
    }

    /// <param name="badRequests">True for tests that ask for the impossible on purpose: then the request is not looked at.</param>
    public IReadOnlyList<Violation> Check(Exchange exchange, bool badRequests)
    {
        var violations = new List<Violation>();
        switch (exchange)
        {
            case Exchange.Call call:
                Check(call, badRequests, violations);
                break;
            case Exchange.Event raised:
                Check(raised, violations);
                break;
            default:
                throw new InvalidOperationException($"Unknown exchange {exchange}.");
        }

        return [.. violations.Where(violation => !Gaps.All.Any(gap => gap.Covers(violation)))];
    }

    private void Check(Exchange.Call call, bool badRequests, List<Violation> violations)
    {
        using var document = JsonDocument.Parse(call.Answer);
        var answer = document.RootElement;
        if (_schema.Method(call.Method) is not { } method)
        {
            if (!badRequests)
                violations.Add(new Violation($"request {call.Method}", Fault.UnknownName, "no such method"));
            return;
        }

        if (!badRequests)
            _requests.Check(call.Method, method, call.Parameters, violations);
        if (answer.TryGetProperty("error", out var error))
            CheckError(call.Method, method, error, badRequests, violations);
        else
            violations.AddRange(ResponseViolations(call.Method, method, answer));
    }

    private void CheckError(string name, JsonElement method, JsonElement error, bool badRequests, List<Violation> violations)
    {
        _check.Check(error, _schema.Definition("base/objects.json", "base_error")!.Value, $"error {name}", violations);
        var code = error.GetProperty("error_code").GetInt32();
        if (!badRequests && !_schema.MayFail(method, code))
            violations.Add(new Violation($"error {name}", Fault.NotInEnum, $"code {code} is not one of the method's"));
    }

    /// <summary>A method may have several forms of response: the nearest one counts, above all one of the same JSON type.</summary>
    private List<Violation> ResponseViolations(string name, JsonElement method, JsonElement answer)
    {
        var envelope = JsonNode.Parse(answer.GetRawText())!.AsObject();
        envelope.Remove("execute_errors"); // beside the response, in no schema (vk-platform.md §1.5)
        var value = JsonSerializer.SerializeToElement(envelope);
        return method.GetProperty("responses").EnumerateObject()
            .Select(form =>
            {
                var own = new List<Violation>();
                _check.Check(value, form.Value, $"response {name}", own);
                return own;
            })
            .OrderBy(own => own.Exists(violation => violation.Fault == Fault.WrongType && violation.Place == $"response {name}.response"))
            .ThenBy(own => own.Count)
            .First();
    }

    private void Check(Exchange.Event raised, List<Violation> violations)
    {
        var envelope = JsonNode.Parse(raised.Json)!.AsObject();
        var type = (string)envelope["type"]!;
        var body = JsonSerializer.SerializeToElement(envelope["object"]);
        envelope.Remove("object");
        _check.Check(
            JsonSerializer.SerializeToElement(envelope), _schema.Definition(Callback, "callback_base")!.Value, $"event {type}", violations);
        // message_reply and message_edit are the message itself (vk-platform.md §4.2).
        var definition = type is "message_reply" or "message_edit" ? "callback_message" : $"callback_{type}";
        _check.Check(body, _schema.Definition(Callback, definition)!.Value, $"event {type}.object", violations);
    }
}
