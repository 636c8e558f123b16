using System.Diagnostics.Metrics;

namespace Sferum.Bot.Messaging;

/// <summary>What the pipeline measures about itself, under the names that OpenTelemetry exports. Times are in seconds.</summary>
public sealed class PipelineMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Sferum.Bot.Pipeline";

    private readonly Histogram<double> _eventAge;
    private readonly Histogram<double> _handling;
    private readonly Counter<long> _events;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _messageAge;

    public PipelineMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _eventAge = meter.CreateHistogram<double>("sferum.event.age", "s", "From the arrival of an event until what came of it is committed");
        _handling = meter.CreateHistogram<double>("sferum.batch.duration", "s", "Handling of one batch of events, commit included");
        _events = meter.CreateCounter<long>("sferum.events", "{event}", "Events by what became of them");
        _sent = meter.CreateCounter<long>("sferum.messages", "{message}", "Messages by fate and purpose");
        _messageAge = meter.CreateHistogram<double>("sferum.message.age", "s", "From the commit of a message until it has its fate");
    }

    /// <summary>Events became part of the state.</summary>
    public void Handled(IReadOnlyCollection<InboxRow> rows, DateTimeOffset now, TimeSpan took)
    {
        _events.Add(rows.Count, new KeyValuePair<string, object?>("result", "handled"));
        _handling.Record(took.TotalSeconds);
        foreach (var row in rows)
        {
            _eventAge.Record((now - row.ReceivedAt).TotalSeconds);
        }
    }

    /// <summary>An event went to the dead letters.</summary>
    public void Buried() => _events.Add(1, new KeyValuePair<string, object?>("result", "buried"));

    /// <summary>An attempt to handle an event failed.</summary>
    public void Failed() => _events.Add(1, new KeyValuePair<string, object?>("result", "failed"));

    /// <summary>A message has its fate.</summary>
    public void Sent(Fate fate, SendPurpose purpose, TimeSpan age)
    {
        _sent.Add(1, new KeyValuePair<string, object?>("fate", fate.ToString()), new KeyValuePair<string, object?>("purpose", purpose.ToString()));
        _messageAge.Record(age.TotalSeconds);
    }
}
