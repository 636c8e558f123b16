using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Sferum.VkSimulator.Traffic;

namespace Sferum.VkSimulator.Events;

/// <summary>
/// Carries events to callback servers over HTTP: one after the other, failed ones again after
/// <see cref="VkSimulatorOptions.CallbackRetries"/> with <c>X-Retry-Counter</c>, or when <c>Retry-After</c> asks for it (vk-platform.md §4.4).
/// </summary>
internal sealed class CallbackPost : IAsyncDisposable
{
    private const int QueueBound = 100_000;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(3);

    private readonly Channel<Func<Task>> _queue =
        Channel.CreateBounded<Func<Task>>(new BoundedChannelOptions(QueueBound) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http;
    private readonly VkSimulatorOptions _options;
    private readonly VirtualClock _clock;
    private readonly TrafficLog _traffic;
    private readonly ILogger _logger;
    private readonly Task _loop;

    public CallbackPost(VkSimulatorOptions options, VirtualClock clock, TrafficLog traffic, ILogger logger)
    {
        _options = options;
        _clock = clock;
        _traffic = traffic;
        _logger = logger;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = options.CallbackTimeout };
        _loop = Task.Run(RunAsync);
    }

    public void Confirm(CallbackServer server, string code) => _queue.Writer.TryWrite(async () =>
    {
        var body = JsonSerializer.Serialize(
            server.Secret.Length == 0
                ? (object)new { type = "confirmation", group_id = _options.GroupId }
                : new { type = "confirmation", group_id = _options.GroupId, secret = server.Secret },
            Json.Relaxed);
        var started = Stopwatch.GetTimestamp();
        var answer = await SendAsync(server, body, 0);
        server.Status = answer is Answer.Given { Status: HttpStatusCode.OK } given && given.Body == code ? CallbackStatus.Ok : CallbackStatus.Failed;
        Note("confirmation", body, answer, started);
    });

    public void Deliver(CallbackServer server, string type, string json, Action<CallbackServer> removed) =>
        _queue.Writer.TryWrite(() => AttemptAsync(new Delivery(server, type, json, removed), 0));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _stopping.CancelAsync();
        await _loop;
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        await foreach (var step in _queue.Reader.ReadAllAsync())
        {
            if (_stopping.IsCancellationRequested)
                return;
            await step();
        }
    }

    /// <summary>One attempt; it is noted only when what follows is arranged, so that whoever sees it may move the clock.</summary>
    private async Task AttemptAsync(Delivery delivery, int retry)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await SendAsync(delivery.Server, delivery.Json, retry);
        Follow(delivery, retry, answer);
        Note(delivery.Type, delivery.Json, answer, started);
    }

    private void Follow(Delivery delivery, int retry, Answer answer)
    {
        if (answer is Answer.Given { Status: HttpStatusCode.OK, Body: "ok" })
            return;
        if (answer is Answer.Given { Status: HttpStatusCode.OK, Body: "remove" })
            delivery.Removed(delivery.Server);
        else if (answer is Answer.Given { RetryAfter: { } asked } && asked < LongestRetryAfter)
            Later(delivery, retry, asked);
        else if (retry < _options.CallbackRetries.Count)
            Later(delivery, retry + 1, _options.CallbackRetries[retry]);
        else
            Log.CallbackGivenUp(_logger, delivery.Type, delivery.Server.Id);
    }

    private void Note(string type, string json, Answer answer, long started) =>
        _traffic.Other("callback", type, json, answer.Shown, Stopwatch.GetElapsedTime(started).TotalMilliseconds);

    private void Later(Delivery delivery, int retry, TimeSpan delay)
    {
        var due = _clock.GetUtcNow() + delay;
        _ = WaitAsync();

        async Task WaitAsync()
        {
            try
            {
                await _clock.WaitUntilAsync(due, _stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            _queue.Writer.TryWrite(() => AttemptAsync(delivery, retry));
        }
    }

    private async Task<Answer> SendAsync(CallbackServer server, string json, int retry)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        if (retry > 0)
            request.Headers.Add("X-Retry-Counter", retry.ToString(CultureInfo.InvariantCulture));
        try
        {
            using var response = await _http.SendAsync(request, _stopping.Token);
            return new Answer.Given(
                response.StatusCode, await response.Content.ReadAsStringAsync(_stopping.Token), RetryAfterOf(response));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new Answer.None(failure.Message);
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Gone or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
            ? response.Headers.RetryAfter?.Delta
            : null;

    private sealed record Delivery(CallbackServer Server, string Type, string Json, Action<CallbackServer> Removed);

    private abstract record Answer
    {
        public abstract string Shown { get; }

        public sealed record Given(HttpStatusCode Status, string Body, TimeSpan? RetryAfter) : Answer
        {
            public override string Shown => string.Create(CultureInfo.InvariantCulture, $"{(int)Status} {Body}");
        }

        public sealed record None(string Reason) : Answer
        {
            public override string Shown => Reason;
        }
    }
}
