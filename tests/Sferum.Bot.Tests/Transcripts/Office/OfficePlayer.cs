using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sferum.Bot.Dialogs;
using Sferum.Bot.Messaging;

namespace Sferum.Bot.Tests.Transcripts.Office;

/// <summary>
/// Plays a script in which several people talk to the bot: <c>директор> текст</c>, <c>специалист> [Кнопка]</c>, and
/// writes it anew with what each of them is told (<c>директор&lt; …</c>) and how a message reads after it was edited
/// (<c>специалист~ …</c>). Lines with <c>@</c> tell what happens around:
/// time, institutions, what VK shows. One-time codes, which are random, read <c>КОД-1</c>, <c>КОД-2</c> ….
/// </summary>
internal sealed partial class OfficePlayer(OfficeStage stage)
{
    private const int ShownOnFailure = 60;

    private readonly Dictionary<string, long> _people = new(StringComparer.Ordinal) { ["специалист"] = OfficeStage.Specialist };
    private readonly Dictionary<long, List<OutgoingButton>> _shown = [];
    private readonly HashSet<OutgoingButton> _inline = [];
    private readonly List<string> _codes = [];
    private readonly List<string> _out = [];
    private int _attachments;
    private int _messages;

    public async Task<string> PlayAsync(string script)
    {
        var lines = script.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var isWithinText = lines[i].Length == 0 && i + 1 < lines.Length && lines[i + 1].StartsWith("  ", StringComparison.Ordinal);
            if (Told().IsMatch(lines[i]) || lines[i].StartsWith("  ", StringComparison.Ordinal) || isWithinText)
            {
                continue;
            }

            try
            {
                _out.Add(lines[i]);
                await PlayLineAsync(lines[i]);
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new InvalidOperationException($"Line {i + 1}: {e.Message}\n{string.Join('\n', _out.TakeLast(ShownOnFailure))}", e);
            }
        }

        return string.Join('\n', _out) + "\n";
    }

    private async Task PlayLineAsync(string line)
    {
        if (line.Length == 0 || line.StartsWith('#'))
        {
            return;
        }

        if (line.StartsWith('@'))
        {
            await DirectAsync(Words().Matches(line[1..]).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value).ToArray());
            return;
        }

        var said = Saying().Match(line) is { Success: true } match ? match : throw new FormatException($"Not understood: «{line}»");
        var person = Person(said.Groups["who"].Value);
        var text = said.Groups["text"].Value.Trim();
        await stage.ArriveAsync(person, person, text switch
        {
            ['[', '!', .. var forged, ']'] => Forged(forged),
            ['[', .. var label, ']'] => Press(person, label),
            _ => Message(text),
        });
        await TellAsync();
    }

    private async Task DirectAsync(string[] words)
    {
        switch (words)
        {
            case [['+', .. var amount, var unit]]:
                stage.Clock.Advance(int.Parse(amount, CultureInfo.InvariantCulture) * (unit == 'd' ? TimeSpan.FromDays(1) : unit == 'h' ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1)));
                await stage.SettleAsync();
                break;
            case [[>= '0' and <= '9', ..] day, var time]:
                stage.Clock.SetUtcNow(OfficeClock.Parse($"{day} {time}"));
                await stage.SettleAsync();
                break;
            case ["человек", var name, var id]:
                _people[name] = long.Parse(id, CultureInfo.InvariantCulture);
                break;
            case ["учреждение", var type, var name, var code]:
                await stage.AddInstitutionAsync(name, type, code);
                break;
            case ["чат", var chat, "виден", var title, var people]:
                stage.Vk.Chats[Chat(chat)] = new ChatLook.Seen(title, int.Parse(people, CultureInfo.InvariantCulture));
                break;
            case ["чат", var chat, "закрыт"]:
                stage.Vk.Chats[Chat(chat)] = new ChatLook.NoRights();
                break;
            case ["чат", var chat, "добавил", var name]:
                await stage.ArriveAsync(Person(name), Person(name), new Incoming.ChatInvite(Chat(chat)));
                break;
            case ["чат", var chat, "написал", var name, var text]:
                await stage.ArriveAsync(Chat(chat), Person(name), new Incoming.ChatWord(text));
                break;
            case ["напоминания"]:
                await stage.RemindAsync();
                await stage.SendAsync();
                break;
            case ["рассылки"]:
                await stage.BroadcastAsync();
                break;
            case ["отправлено"]:
                await stage.SendAsync();
                break;
            case ["не", "принимает", var name, var code]:
                stage.Vk.Refusing[Person(name)] = int.Parse(code, CultureInfo.InvariantCulture);
                break;
            case ["прочитал", var name]:
                stage.Vk.ReadUpTo[Person(name)] = long.MaxValue;
                break;
            case ["вручную", var name]:
                await stage.ArriveAsync(Person(name), OfficeStage.Specialist, new Incoming.ByHand(++_messages, null));
                break;
            case ["файл", var number, "потерян"]:
                stage.Vk.Files[AddressOf(int.Parse(number, CultureInfo.InvariantCulture))] = new FileFetch.Never("status 404");
                break;
            case ["файл", var number, "не", "качается"]:
                stage.Vk.Files[AddressOf(int.Parse(number, CultureInfo.InvariantCulture))] = new FileFetch.Later("timeout");
                break;
            default:
                throw new FormatException($"Not understood: «@ {string.Join(' ', words)}»");
        }

        await TellAsync();
    }

    private Incoming Press(long person, string label)
    {
        var button = _shown.GetValueOrDefault(person)?.LastOrDefault(b => b.Label == label)
            ?? throw new FormatException($"No button «{label}» was shown; the last ones: {string.Join(", ", (_shown.GetValueOrDefault(person) ?? []).TakeLast(12).Select(b => b.Label))}");
        return _inline.Contains(button) ? new Incoming.Press(button.Payload, $"answer{++_messages}") : new Incoming.Message(label, button.Payload, null, [], ++_messages, _messages);
    }

    /// <summary>A button that was never shown: command and arguments as a hostile client would send them.</summary>
    private Incoming.Message Forged(string words)
    {
        var parts = words.Split(' ', 2);
        return new Incoming.Message("кнопка", ButtonPayload.Write(parts[0], TranscriptPairs.Map(parts.ElementAtOrDefault(1) ?? "")), null, [], ++_messages, _messages);
    }

    private Incoming.Message Message(string text)
    {
        var wrote = TranscriptMessage.Parse(Placeholder().Replace(text, m => CodeAt(int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))), () => ++_attachments);
        return new Incoming.Message(wrote.Text, null, wrote.Ref, [.. wrote.Attachments.Select(Attachment)], ++_messages, _messages);
    }

    private static IncomingAttachment Attachment(Attachment a)
    {
        var kind = a.Kind switch
        {
            AttachmentKind.Photo => "photo",
            AttachmentKind.Document => "doc",
            AttachmentKind.Voice => "audio_message",
            AttachmentKind.Sticker => "sticker",
            AttachmentKind.Link => "link",
            _ => "wall",
        };
        return new IncomingAttachment(kind, a.Id, a.Name.Length > 0 ? a.Name : $"{a.Id}.jpg", AddressOf(int.Parse(a.Id[(a.Id.IndexOf('_', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture)), a.Size);
    }

    private static string AddressOf(int number) => $"https://files.example/{number}";

    private async Task TellAsync()
    {
        foreach (var (peer, content) in await stage.NewsAsync())
        {
            var who = peer >= 2_000_000_000 ? $"чат {peer - 2_000_000_000}" : _people.FirstOrDefault(p => p.Value == peer).Key ?? $"id{peer}";
            switch (content)
            {
                case Outgoing.Text text:
                    _out.Add(Hidden($"{who}< {Written(peer, text)}"));
                    break;
                case Outgoing.PressAnswer { Notice: { } notice }:
                    _out.Add($"{who}! {notice}");
                    break;
                case Outgoing.LeaveChat:
                    _out.Add($"{who}! бот вышел");
                    break;
            }
        }

        foreach (var (peer, text) in stage.Vk.Edited)
        {
            _out.Add($"{_people.First(p => p.Value == peer).Key}~ {Written(peer, text)}");
        }

        stage.Vk.Edited.Clear();
    }

    private string Written(long peer, Outgoing.Text said)
    {
        var text = new StringBuilder(said.Body.Replace("\n", "\n  ", StringComparison.Ordinal));
        if (!said.Attachments.IsDefaultOrEmpty)
        {
            text.Append("\n  ").AppendJoin(' ', said.Attachments.Select(a => $"{{{a}}}"));
        }

        if (said.Files.Length > 0)
        {
            text.Append("\n  ").AppendJoin(' ', said.Files.Select(file => $"{{{file.Name}}}"));
        }

        if (said.Keyboard is { } keyboard)
        {
            var shown = _shown.TryGetValue(peer, out var known) ? known : _shown[peer] = [];
            foreach (var row in keyboard.Rows)
            {
                shown.AddRange(row);
                _inline.UnionWith(keyboard.Inline ? row : []);
                text.Append("\n  ").AppendJoin(' ', row.Select(b => keyboard.Inline ? $"(({b.Label}))" : $"[{b.Label}]"));
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(l => l.TrimEnd()));
    }

    /// <summary>Codes made by the bot are random.</summary>
    private string Hidden(string text) => Code().Replace(text, m =>
    {
        if (!_codes.Contains(m.Value))
        {
            _codes.Add(m.Value);
        }

        return $"КОД-{_codes.IndexOf(m.Value) + 1}";
    });

    private string CodeAt(int number) => number <= _codes.Count ? _codes[number - 1] : throw new FormatException($"No КОД-{number} was told yet");

    private long Person(string name) => _people.TryGetValue(name, out var id) ? id : throw new FormatException($"Nobody is called «{name}»");

    private static long Chat(string number) => 2_000_000_000 + long.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[^>\s@#][^>]{0,30}[<!~] ")]
    private static partial Regex Told();

    [GeneratedRegex(@"^(?<who>[^>]{1,30})> ?(?<text>.*)$")]
    private static partial Regex Saying();

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![A-Z\d])[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}(?![A-Z\d])")]
    private static partial Regex Code();

    [GeneratedRegex(@"КОД-(?<n>\d+)")]
    private static partial Regex Placeholder();
}
