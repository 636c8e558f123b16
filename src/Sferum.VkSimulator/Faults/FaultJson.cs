using System.Text.Json;
using System.Text.Json.Nodes;
using Sferum.VkSimulator.Admin;

namespace Sferum.VkSimulator.Faults;

/// <summary>
/// Fault rules of the admin API:
/// <c>{method?, kind, code?, status?, milliseconds?, rate, times?}</c>.
/// </summary>
internal static class FaultJson
{
    public static JsonArray Write(IEnumerable<FaultRule> rules) => [.. rules.Select(rule => (JsonNode)Write(rule))];

    public static IReadOnlyList<FaultRule> Read(JsonNode? rules) =>
        rules is JsonArray list
            ? [.. list.Select(rule => Read(rule as JsonObject ?? throw AdminRefusal.Wrong("a fault rule is an object")))]
            : throw AdminRefusal.Wrong("faults are an array of rules");

    private static FaultRule Read(JsonObject rule)
    {
        Fault fault = Text(rule, "kind") switch
        {
            "error" => new Fault.ErrorCode(Number(rule, "code")),
            "http" => new Fault.Http(Number(rule, "status")),
            "dropBefore" => new Fault.DropBefore(),
            "dropAfter" => new Fault.DropAfter(),
            "latency" => new Fault.Latency(TimeSpan.FromMilliseconds(Number(rule, "milliseconds"))),
            "lateAnswer" => new Fault.LateAnswer(TimeSpan.FromMilliseconds(Number(rule, "milliseconds"))),
            "duplicateEvent" => new Fault.DuplicateEvent(),
            "loseTs" => new Fault.LoseTs(),
            "rewindTs" => new Fault.RewindTs(),
            var other => throw AdminRefusal.Wrong($"unknown kind of fault: {other}"),
        };
        var rate = rule["rate"] is { } given ? given.GetValue<double>() : 1;
        if (rate is < 0 or > 1)
            throw AdminRefusal.Wrong("rate is from 0 to 1");
        return new FaultRule(Text(rule, "method"), fault, rate, rule["times"]?.GetValue<int>());
    }

    private static JsonObject Write(FaultRule rule)
    {
        var json = new JsonObject();
        if (rule.Method is { } method)
            json["method"] = method;
        switch (rule.Fault)
        {
            case Fault.ErrorCode(var code):
                json["kind"] = "error";
                json["code"] = code;
                break;
            case Fault.Http(var status):
                json["kind"] = "http";
                json["status"] = status;
                break;
            case Fault.Latency(var delay):
                json["kind"] = "latency";
                json["milliseconds"] = delay.TotalMilliseconds;
                break;
            case Fault.LateAnswer(var delay):
                json["kind"] = "lateAnswer";
                json["milliseconds"] = delay.TotalMilliseconds;
                break;
            default:
                json["kind"] = JsonNamingPolicy.CamelCase.ConvertName(rule.Fault.GetType().Name);
                break;
        }

        json["rate"] = rule.Rate;
        if (rule.Times is { } times)
            json["times"] = times;
        return json;
    }

    private static string? Text(JsonObject rule, string name) => rule[name]?.GetValue<string>();

    private static int Number(JsonObject rule, string name) =>
        rule[name]?.GetValue<int>() ?? throw AdminRefusal.Wrong($"{name} is missing");
}
