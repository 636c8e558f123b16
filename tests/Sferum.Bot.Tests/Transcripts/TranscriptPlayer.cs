using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>
/// Plays what goes into a transcript and writes the whole transcript anew, with what comes out. The conversation is
/// saved as JSON and read back before every event, so that nothing lives in memory only.
/// </summary>
internal sealed class TranscriptPlayer(DialogCore core, FactFixtures fixtures)
{
    private readonly TranscriptFacts _facts = new(fixtures);
    private readonly List<string> _out = [];
    private readonly List<Button> _shown = [];
    private Conversation _conversation = Conversation.New;
    private DateTimeOffset _now = OfficeClock.Parse("2024-04-15 09:00");
    private int _attachments;

    /// <summary>States in which the conversation rested.</summary>
    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the conversation rested, step by step.</summary>
    public List<Standing> Standings { get; } = [];

    public string Play(string transcript)
    {
        foreach (var (line, text) in Blocks(transcript))
        {
            try
            {
                PlayBlock(text);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new InvalidOperationException($"Line {line}: {e.Message}", e);
            }
        }

        return string.Join('\n', _out) + "\n";
    }

    /// <summary>Input lines with their continuations; what was written as output is dropped.</summary>
    private static IEnumerable<(int Line, string Text)> Blocks(string transcript)
    {
        var lines = transcript.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var start = i;
            while (Continues(lines, i + 1) || (i + 1 < lines.Length && lines[i + 1].Length == 0 && Continues(lines, i + 2)))
            {
                i++;
            }

            if (lines[start].StartsWith('<') || lines[start].StartsWith('!'))
            {
                continue;
            }

            yield return (start + 1, string.Join('\n', lines[start..(i + 1)]));
        }
    }

    /// <summary>Two spaces go on with the line above, over a blank line inside of a text too.</summary>
    private static bool Continues(string[] lines, int at) => at < lines.Length && lines[at].StartsWith("  ", StringComparison.Ordinal);

    private void PlayBlock(string block)
    {
        _out.Add(block);
        switch (block)
        {
            case "" or ['#', ..]:
                break;
            case ['@', .. var words]:
                Direct(words.Trim());
                break;
            case ['>', .. var words]:
                Step(TranscriptMessage.Parse(words.Replace("\n  ", "\n").Trim(), () => ++_attachments));
                break;
            case ['[', '!', .. var words, ']']:
                var parts = words.Split(' ', 2);
                Step(new DialogEvent.Pressed(parts[0], TranscriptPairs.Map(parts.ElementAtOrDefault(1) ?? "")));
                break;
            case ['(', '(', .. var label, ')', ')']:
                Press(label);
                break;
            case ['[', .. var label, ']']:
                Press(label);
                break;
            default:
                throw new FormatException($"Not understood: «{block}»");
        }
    }

    private void Direct(string words)
    {
        var parts = words.Split(' ', 2);
        var rest = parts.ElementAtOrDefault(1) ?? "";
        switch (parts[0])
        {
            case "new":
                _conversation = Conversation.New;
                break;
            case "state":
                var place = rest.Split(' ', 2);
                _conversation = new Conversation(place[0], TranscriptPairs.Map(place.ElementAtOrDefault(1) ?? ""), "");
                break;
            case "allowed":
                Step(new DialogEvent.Allowed());
                break;
            case "notice":
                var notice = rest.Split(' ', 2);
                Show(core.Notice(notice[0], _facts.Now, TranscriptPairs.Map(notice.ElementAtOrDefault(1) ?? ""), _now));
                break;
            case ['+', .. var amount, var unit]:
                _now += int.Parse(amount, CultureInfo.InvariantCulture) * Unit(unit);
                break;
            case [>= '0' and <= '9', ..]:
                _now = OfficeClock.Parse(words);
                break;
            default:
                if (!_facts.Change(parts[0], rest))
                {
                    throw new FormatException($"Not understood: «@ {words}»");
                }

                break;
        }
    }

    private static TimeSpan Unit(char unit) => unit switch
    {
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        _ => throw new FormatException($"«{unit}» is none of d, h, m"),
    };

    private void Press(string label)
    {
        var button = _shown.LastOrDefault(b => b.Label == label && b.Link is null)
            ?? throw new FormatException($"No button «{label}» was shown; the last ones: {string.Join(", ", _shown.TakeLast(12).Select(b => b.Label))}");
        var (command, args) = ButtonPayload.Read(ButtonPayload.Write(button.Command, button.Args))
            ?? throw new FormatException($"The payload of «{label}» can't be read back");
        Step(new DialogEvent.Pressed(command, args));
    }

    private void Step(DialogEvent happened)
    {
        _conversation = Reload(_conversation);
        var result = core.Step(_conversation, happened, _facts.Now, _now);
        _conversation = result.Conversation;
        Visited.Add(_conversation.State);
        Standings.Add(new Standing(
            _conversation, _facts.Now, _now, [.. result.Effects.OfType<Effect.Say>().SelectMany(say => say.Keyboard?.Rows ?? []).SelectMany(row => row)]));
        Show(result.Effects);
    }

    private void Show(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
        {
            _out.Add(TranscriptWriter.Write(effect));
            if (effect is Effect.Say { Keyboard: { } keyboard })
            {
                _shown.AddRange(keyboard.Rows.SelectMany(r => r));
            }
        }
    }

    private static Conversation Reload(Conversation conversation)
    {
        var saved = JsonSerializer.Serialize(new Saved(conversation.State, new Dictionary<string, string>(conversation.Slots), conversation.Version));
        var read = JsonSerializer.Deserialize<Saved>(saved) ?? throw new InvalidOperationException("The conversation did not survive JSON");
        return new Conversation(read.State, read.Slots.ToImmutableSortedDictionary(StringComparer.Ordinal), read.Version);
    }

    private sealed record Saved(string State, Dictionary<string, string> Slots, string Version);
}
