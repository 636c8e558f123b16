using System.Collections.Immutable;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Rehearsal;

/// <summary>A telephone: what was shown on it, and what its owner did.</summary>
internal abstract class RehearsedPerson(long id)
{
    private long _messages;

    public long Id { get; } = id;

    public int Received { get; private set; }

    public int Wrote { get; private set; }

    public int Taps { get; private set; }

    /// <summary>Days on which a reminder came.</summary>
    public List<DateTimeOffset> Reminders { get; } = [];

    /// <summary>What was shown last and not looked at yet.</summary>
    protected List<Outgoing.Text> Unread { get; } = [];

    protected IReadOnlyList<OutgoingButton> Buttons { get; private set; } = [];

    /// <summary>Those under the last reminder.</summary>
    protected IReadOnlyList<OutgoingButton> ReminderButtons { get; private set; } = [];

    public void See(OutboxRow row, DateTimeOffset now)
    {
        if (row.Content is not Outgoing.Text text)
        {
            return;
        }

        Received++;
        Unread.Add(text);
        if (row.Purpose == SendPurpose.Reminder)
        {
            Reminders.Add(now);
            ReminderButtons = [.. text.Keyboard?.Rows.SelectMany(buttons => buttons) ?? []];
        }

        // Those under a message stay; those under the field are replaced.
        if (text.Keyboard is { Inline: false } keyboard)
        {
            Buttons = [.. keyboard.Rows.SelectMany(buttons => buttons)];
        }
    }

    /// <summary>What the person does at this instant; null: nothing.</summary>
    public abstract Incoming? Act(DateTimeOffset now);

    /// <summary>When the person does something next, as far as he knows by now.</summary>
    public abstract DateTimeOffset? NextAt { get; }

    protected Incoming.Message Say(string text, params ReadOnlySpan<string> photos)
    {
        Wrote++;
        return new Incoming.Message(
            text, null, null, [.. photos.ToImmutableArray().Select(photo => new IncomingAttachment("photo", photo, "photo.jpg", null, 200_000))], ++_messages, _messages);
    }

    /// <summary>Presses a button that was shown last, by the name of what it does.</summary>
    protected Incoming.Message? Tap(string command) => Press(Buttons, command);

    /// <summary>Presses one of these buttons; null when it is not among them.</summary>
    protected Incoming.Message? Press(IEnumerable<OutgoingButton> shown, string command)
    {
        var button = shown.FirstOrDefault(shown => shown.Payload.Contains($"\"{command}\"", StringComparison.Ordinal));
        if (button is null)
        {
            return null;
        }

        Taps++;
        return new Incoming.Message(button.Label, button.Payload, null, [], ++_messages, _messages);
    }
}
