using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Sferum.Bot.Vk.Errors;

namespace Sferum.Bot.Vk.Api.BuiltIn;

/// <summary>
/// Carries one call to VK and back: form-encoded POST, token in the header so that it stands in no body or address that
/// gets logged, the request limit, the error envelope. Only calls that change nothing are repeated here: messages are
/// repeated by the outbox, with their <c>random_id</c>.
/// </summary>
internal sealed class VkConnection(
    IHttpClientFactory clients,
    VkRequestRate rate,
    IOptions<VkOptions> options,
    VkToken token,
    VkMetrics metrics,
    TimeProvider time,
    ILogger<VkConnection> log)
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
    public async Task<VkResult<Wire.Envelope>> ReadAsync(string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken) =>
        await _reading.ExecuteAsync(
            static async (call, stop) => await call.Connection.CallAsync(call.Method, call.Parameters, stop),
            (Connection: this, Method: method, Parameters: parameters),
            cancellationToken);

    /// <summary>A call that is made once.</summary>
    public async Task<VkResult<Wire.Envelope>> CallAsync(string method, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        await rate.WaitAsync(cancellationToken);
        var began = time.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBaseUrl, method))
        {
            Content = new FormUrlEncodedContent([new("v", ApiVersion), .. parameters]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var result = await VkHttp.SendAsync(clients.CreateClient(VkHttp.Api), request, cancellationToken) switch
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

    private static VkResult<Wire.Envelope> Envelope(VkHttp.Body body)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(body.Bytes, WireJson.Default.Envelope);
            if (envelope?.Error is { } error)
                return new VkResult<Wire.Envelope>.Error(Seen(error));
            if (envelope?.Response is not null && body.IsSuccess)
                return new VkResult<Wire.Envelope>.Ok(envelope);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page or half an answer: a fault of the network, as below.
        }

        return new VkResult<Wire.Envelope>.Fault(new VkFault(
            body.IsSuccess ? "the answer is not VK's JSON" : $"HTTP {body.Status}",
            Uncertain: body.IsSuccess || body.Status >= 500));
    }

    public static VkError Seen(Wire.EnvelopeError error) => new((int)error.ErrorCode, error.ErrorMsg ?? "", (int)error.ErrorSubcode);
}
