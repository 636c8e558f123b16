using System.Threading.Channels;
using Sferum.VkSimulator;

namespace Sferum.Bot.Tests.Crash;

/// <summary>
/// A person who writes the next line the moment the reply is visible, and keeps account of what was told and what should
/// have been.
/// </summary>
/// <param name="waited">Told of every wait.</param>
/// <param name="inBursts">Writes all lines of a round at once and then waits for all replies.</param>
internal sealed class Talker(SimulatedPeople people, TalkScript script, long id, bool inBursts, TimeProvider clock, Action<TimeSpan> waited)
{
    private readonly Channel<(string Text, long At)> _heard = Channel.CreateUnbounded<(string, long)>();
    private readonly Queue<(string Reply, long WrittenAt)> _due = new();
    private readonly List<string> _unexpected = [];
    private readonly List<TimeSpan> _waits = [];
    private int _rounds;

    public long Id => id;

    /// <summary>Replies that came as expected.</summary>
    public int Answered { get; private set; }

    public int Rounds => _rounds;

    /// <summary>From writing to seeing the reply.</summary>
    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>Why the person gave up; null while he is content.</summary>
    public string? GaveUp { get; private set; }

    public string State => $"{Id}: {Answered} replies, {_due.Count} due, {_unexpected.Count} unexpected{(GaveUp is null ? "" : ", gave up")}";

    /// <summary>Replies that are due, oldest first.</summary>
    public IEnumerable<string> Due => _due.Select(due => due.Reply);

    /// <summary>What was told since the first deviation.</summary>
    public IReadOnlyList<string> Unexpected => _unexpected;

    /// <summary>Called on VK's own way; only notes it.</summary>
    public void Hear(string text) => _heard.Writer.TryWrite((text, clock.GetTimestamp()));

    /// <summary>Talks until told to stop, and then to the end of the round.</summary>
    public async Task TalkAsync(TimeSpan patience, CancellationToken stop)
    {
        if (_rounds == 0 && !await SayAsync(script.OpeningLines(), patience))
        {
            return;
        }

        while (!stop.IsCancellationRequested && await SayAsync(script.RoundLines(id, _rounds), patience))
        {
            _rounds++;
        }
    }

    /// <summary>Takes in what was told after the talk was over.</summary>
    public void HearRest()
    {
        while (_heard.Reader.TryRead(out var told))
        {
            Take(told.Text, told.At);
        }
    }

    private async Task<bool> SayAsync(IEnumerable<(string Line, string Reply)> lines, TimeSpan patience)
    {
        foreach (var (line, reply) in lines)
        {
            _due.Enqueue((reply, clock.GetTimestamp()));
            people.Write(id, line);
            if (!inBursts && !await HearAllAsync(patience))
            {
                return false;
            }
        }

        return await HearAllAsync(patience);
    }

    /// <summary>Waits for as many messages as there are replies due.</summary>
    private async Task<bool> HearAllAsync(TimeSpan patience)
    {
        while (_due.Count > _unexpected.Count)
        {
            using var timeout = new CancellationTokenSource(patience);
            try
            {
                var (text, at) = await _heard.Reader.ReadAsync(timeout.Token);
                Take(text, at);
            }
            catch (OperationCanceledException)
            {
                GaveUp = $"waited {patience} for «{Short(_due.Peek().Reply)}»";
                return false;
            }
        }

        return true;
    }

    private void Take(string text, long at)
    {
        if (_unexpected.Count == 0 && _due.TryPeek(out var due) && due.Reply == text)
        {
            _due.Dequeue();
            var wait = clock.GetElapsedTime(due.WrittenAt, at);
            _waits.Add(wait);
            waited(wait);
            Answered++;
        }
        else
        {
            _unexpected.Add(text);
        }
    }

    public static string Short(string text) => text.Length <= 90 ? text : text[..90] + "…";
}
