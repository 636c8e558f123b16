using System.Net;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Api.Calls;

/// <summary>Carries one call: the body of VK's answer, or what kept it away.</summary>
internal delegate Task<VkResult<VkHttp.Body>> CallCarrier(
    string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken);

/// <summary>
/// What every call has around it, whoever carries it: the request limit, retries, the error envelope, measures and log. Only
/// calls that change nothing are repeated here: messages are repeated by the outbox, with their <c>random_id</c>.
/// </summary>
internal sealed class VkCalls(VkRequestRate rate, VkMetrics metrics, TimeProvider time, ILogger<VkCalls> log)
{
    public const string ApiVersion = "5.199";

    private static readonly TimeSpan TooManyRequestsPause = TimeSpan.FromSeconds(1.1);

    private readonly ResiliencePipeline<VkResult<Wire.Envelope>> _reading = new ResiliencePipelineBuilder<VkResult<Wire.Envelope>> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<VkResult<Wire.Envelope>>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result switch
            {
                VkResult<Wire.Envelope>.Fault => true,
                VkResult<Wire.Envelope>.Error error => VkErrorPolicy.Of(error.Problem).Policy is VkPolicy.Retry or VkPolicy.RetryThenWait,
                _ => false,
            }),
        })
        .Build();

    /// <summary>A call that changes nothing: passing faults are tried over, three times in all.</summary>
    public async Task<VkResult<Wire.Envelope>> ReadAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CallCarrier carrier, CancellationToken cancellationToken) =>
        await _reading.ExecuteAsync(
            static async (call, stop) => await call.Calls.CallAsync(call.Method, call.Parameters, call.Carrier, stop),
            (Calls: this, Method: method, Parameters: parameters, Carrier: carrier),
            cancellationToken);

    /// <summary>A call that is made once.</summary>
    public async Task<VkResult<Wire.Envelope>> CallAsync(
        string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CallCarrier carrier, CancellationToken cancellationToken)
    {
        await rate.WaitAsync(cancellationToken);
        var began = time.GetTimestamp();
        var result = await carrier(method, parameters, cancellationToken) switch
        {
            VkResult<VkHttp.Body>.Ok { Value: var body } => Envelope(body),
            VkResult<VkHttp.Body>.Fault fault => new VkResult<Wire.Envelope>.Fault(fault.Problem),
            var other => throw new InvalidOperationException($"Unexpected {other.GetType()}."),
        };

        metrics.Called(
            method,
            result switch { VkResult<Wire.Envelope>.Ok => 0, VkResult<Wire.Envelope>.Error { Problem.Code: var code } => code, _ => -1 },
            time.GetElapsedTime(began));
        switch (result)
        {
            case VkResult<Wire.Envelope>.Error { Problem: var error }:
                if (error.Code == VkErrorPolicy.TooManyRequests)
                    rate.Pause(TooManyRequestsPause);
                VkErrorPolicy.Report(log, method, error);
                break;
            case VkResult<Wire.Envelope>.Fault { Problem: var fault }:
                log.CallFailed(method, fault.Reason);
                break;
        }

        return result;
    }

    private static VkResult<Wire.Envelope> Envelope(VkHttp.Body answer)
    {
        using var body = answer;
        try
        {
            var envelope = JsonSerializer.Deserialize(body.Bytes.Span, WireJson.Default.Envelope);
            if (envelope?.Error is { } error)
                return new VkResult<Wire.Envelope>.Error(Seen(error));
            if (envelope?.Response is not null && body.IsSuccess)
                return new VkResult<Wire.Envelope>.Ok(envelope);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page or half an answer: a fault of the network, as below.
        }

        var reason = body.IsSuccess ? "the answer is not VK's JSON" : $"HTTP {body.Status}";
        return new VkResult<Wire.Envelope>.Fault(new VkFault(reason, Uncertain: body.IsSuccess || body.Status >= 500)
        {
            IsTooLarge = body.Status == (int)HttpStatusCode.RequestEntityTooLarge,
        });
    }

    public static VkError Seen(Wire.EnvelopeError error) => new((int)error.ErrorCode, error.ErrorMsg ?? "", (int)error.ErrorSubcode);
}
