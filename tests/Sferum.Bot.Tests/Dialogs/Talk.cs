using System.Collections.Immutable;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Tests.Transcripts;

namespace Sferum.Bot.Tests.Dialogs;

/// <summary>One conversation over an inline book.</summary>
internal sealed class Talk(DialogBook book, Facts? facts = null)
{
    private readonly DialogCore _core = new(book, OfficeClock.Zone);

    public Facts Facts { get; set; } = facts ?? SomeFacts.Director();

    public Conversation Conversation { get; private set; } = Conversation.New;

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public string State => Conversation.State;

    public IEnumerable<string> Said => Effects.OfType<Effect.Say>().Select(s => s.Text);

    /// <summary>Labels of the last keyboard, rows parted by « / ».</summary>
    public string Keyboard => Effects.OfType<Effect.Say>().Select(s => s.Keyboard).LastOrDefault(k => k is not null) is { } keyboard
        ? string.Join(" / ", keyboard.Rows.Select(r => string.Join(" ", r.Select(b => b.Label))))
        : "";

    public Talk At(string state, params (string Name, string Value)[] slots)
    {
        Conversation = new Conversation(state, slots.ToImmutableSortedDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal), "");
        return this;
    }

    public Talk Write(string text, params Attachment[] attachments) => Step(new DialogEvent.Wrote(text, [.. attachments]));

    public Talk Press(string command, params (string Name, string Value)[] args) =>
        Step(new DialogEvent.Pressed(command, args.ToImmutableSortedDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal)));

    public Talk Step(DialogEvent happened)
    {
        var result = _core.Step(Conversation, happened, Facts, SomeFacts.Now);
        (Conversation, Effects) = (result.Conversation, result.Effects);
        return this;
    }
}
