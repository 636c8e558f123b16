using System.Text.Json.Nodes;
using Sferum.VkSimulator.Traffic;

namespace Sferum.VkSimulator.Methods;

/// <summary>Finds the method, runs it, and makes VK's answer of it.</summary>
internal sealed class Dispatcher(VkPlatform vk)
{
    private readonly RequestRate _rate = new(vk.Clock);

    /// <summary>The envelope for a call as it came over HTTP (vk-platform.md §1.3).</summary>
    /// <param name="bearer">Token of the <c>Authorization</c> header, if there was one.</param>
    public JsonObject Answer(string name, IReadOnlyDictionary<string, string> values, string? bearer)
    {
        var envelope = Check(name, values, bearer) is { } refused
            ? Envelope(refused, name, values)
            : name == MethodTable.Execute ? RunScript(values) : Envelope(Run(name, values), name, values);
        Tap(name, values, envelope);
        return envelope;
    }

    private static JsonObject Envelope(MethodAnswer answer, string name, IReadOnlyDictionary<string, string> values) => answer switch
    {
        MethodAnswer.Done(var response) => new JsonObject { ["response"] = response },
        MethodAnswer.Refused(var error) => Envelope(error, name, values),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    private static JsonObject Envelope(VkError error, string name, IReadOnlyDictionary<string, string> values)
    {
        var echo = new JsonArray(new JsonObject { ["key"] = "method", ["value"] = name });
        foreach (var (key, value) in values)
        {
            if (key != "access_token")
                echo.Add(new JsonObject { ["key"] = key, ["value"] = value });
        }

        return new JsonObject
        {
            ["error"] = new JsonObject { ["error_code"] = error.Code, ["error_msg"] = error.Message, ["request_params"] = echo },
        };
    }

    /// <summary>What VK looks at before the method itself.</summary>
    private VkError? Check(string name, IReadOnlyDictionary<string, string> values, string? bearer)
    {
        if (name != MethodTable.Execute && !MethodTable.All.ContainsKey(name))
            return VkError.Of(3);
        var token = bearer ?? values.GetValueOrDefault("access_token");
        if (string.IsNullOrEmpty(token))
            return VkError.Of(5, "no access_token passed.");
        if (token != vk.Options.Token)
            return VkError.Of(5, "invalid access_token (4).");
        if (!values.TryGetValue("v", out var version) || !Version.TryParse(version, out _))
            return VkError.Of(8, "v is required");
        int limit;
        lock (vk.World.Gate)
            limit = vk.World.Settings.RequestsPerSecond;
        if (!_rate.Admits(limit))
            return VkError.Of(6);
        return vk.Faults.Draw<Fault.ErrorCode>(name) is { } fault ? VkError.Of(fault.Code) : null;
    }

    private MethodAnswer Run(string name, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            lock (vk.World.Gate)
                return new MethodAnswer.Done(MethodTable.All[name](vk, new Parameters(values)));
        }
        catch (VkRefusal refusal)
        {
            return new MethodAnswer.Refused(refusal.Error);
        }
#pragma warning disable CA1031 // VK answers error 10 whatever broke inside it; the log keeps the cause.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.MethodFailed(vk.Logger, name, failure);
            return new MethodAnswer.Refused(VkError.Of(10));
        }
    }

    private JsonObject RunScript(IReadOnlyDictionary<string, string> values)
    {
        try
        {
            return new ScriptRun(Inner).Run(new Parameters(values).Required("code"));
        }
        catch (VkRefusal refusal)
        {
            return Envelope(refusal.Error, MethodTable.Execute, values);
        }
    }

    /// <summary>A call inside <c>execute</c>: no token, no version, no share of the rate of its own.</summary>
    private MethodAnswer Inner(string name, IReadOnlyDictionary<string, string> values)
    {
        var answer = !MethodTable.All.ContainsKey(name) ? new MethodAnswer.Refused(VkError.Of(3))
            : vk.Faults.Draw<Fault.ErrorCode>(name, named: true) is { } fault ? new MethodAnswer.Refused(VkError.Of(fault.Code))
            : Run(name, values);
        if (TrafficTap.IsOpen && answer is MethodAnswer.Done(var response))
            Tap(name, values, new JsonObject { ["response"] = response.DeepClone() });
        return answer;
    }

    private void Tap(string name, IReadOnlyDictionary<string, string> values, JsonObject envelope)
    {
        if (TrafficTap.IsOpen)
            TrafficTap.Write(vk.Options, new Exchange.Call(name, values, envelope.ToJsonString(Json.Relaxed)));
    }
}

internal abstract record MethodAnswer
{
    private MethodAnswer()
    {
    }

    public sealed record Done(JsonNode Response) : MethodAnswer;

    public sealed record Refused(VkError Error) : MethodAnswer;
}
