using System.Globalization;
using System.Text;
using Sferum.VkSimulator.Faults;
using Sferum.VkSimulator.Http;
using Sferum.VkSimulator.World;

namespace Sferum.VkSimulator.Events;

/// <summary><c>GET|POST /lp/{groupId}?act=a_check&amp;key=…&amp;ts=…&amp;wait=…</c> (vk-platform.md §4.3).</summary>
internal sealed class LongPollEndpoint(VkWorld world, EventStream events, FaultGate gate, CancellationToken stopping)
{
    private const int DefaultWait = 25;
    private const int LongestWait = 90;

    public async Task HandleAsync(HttpContext http)
    {
        if (await gate.StrikesBeforeAsync(http, FaultBoard.LongPoll, named: true))
            return;
        var parameters = await RequestParameters.ReadAsync(http.Request, http.RequestAborted);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        PollAnswer answer;
        try
        {
            answer = await AnswerAsync(parameters, ending.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            return;
        }

        if (await gate.StrikesAfterAsync(http, FaultBoard.LongPoll, named: true))
            return;
        await Responses.JsonAsync(http, Encoding.UTF8.GetBytes(Write(answer)));
    }

    private static string Write(PollAnswer answer)
    {
        switch (answer)
        {
            case PollAnswer.Failed(var code, { } ts):
                return string.Create(CultureInfo.InvariantCulture, $$"""{"failed":{{code}},"ts":{{ts}}}""");
            case PollAnswer.Failed(var code, null):
                return string.Create(CultureInfo.InvariantCulture, $$"""{"failed":{{code}}}""");
            case PollAnswer.Updates(var ts, var updates):
                var text = new StringBuilder("{\"ts\":\"").Append(ts).Append("\",\"updates\":[");
                text.AppendJoin(',', updates);
                return text.Append("]}").ToString();
            default:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }
    }

    private async Task<PollAnswer> AnswerAsync(IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        var wait = int.TryParse(parameters.GetValueOrDefault("wait"), out var seconds)
            ? Math.Clamp(seconds, 0, LongestWait)
            : DefaultWait;
        var key = parameters.GetValueOrDefault("key");
        var ts = parameters.GetValueOrDefault("ts");
        PollAnswer? answer;
        Task next;
        lock (world.Gate)
            answer = events.Poll(key, ts, out next);
        if (answer is not null)
            return answer;
        try
        {
            await next.WaitAsync(TimeSpan.FromSeconds(wait), world.Clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new PollAnswer.Updates(long.Parse(ts!, CultureInfo.InvariantCulture), []); // Poll read it as a number
        }

        lock (world.Gate)
            answer = events.Poll(key, ts, out _);
        return answer ?? new PollAnswer.Updates(long.Parse(ts!, CultureInfo.InvariantCulture), []);
    }
}
