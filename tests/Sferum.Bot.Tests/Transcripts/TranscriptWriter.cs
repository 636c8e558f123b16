using System.Globalization;
using System.Reflection;
using System.Text;
using Sferum.Bot.Dialogs;

namespace Sferum.Bot.Tests.Transcripts;

/// <summary>Effects in the words of a transcript.</summary>
internal static class TranscriptWriter
{
    public static string Write(Effect effect) => effect is Effect.Say say ? Said(say) : $"! {Name(effect)}{Args(effect)}";

    private static string Said(Effect.Say say)
    {
        var text = new StringBuilder("< ").Append(say.Text.Replace("\n", "\n  "));
        if (!say.Attachments.IsEmpty)
        {
            text.Append("\n  ").AppendJoin(' ', say.Attachments.Select(a => $"{{{a}}}"));
        }

        if (say.Keyboard is { } keyboard)
        {
            foreach (var row in keyboard.Rows)
            {
                text.Append("\n  ").AppendJoin(' ', row.Select(b => Button(b, keyboard.Inline)));
            }

            if (keyboard.Rows.IsEmpty)
            {
                text.Append("\n  []");
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(l => l.TrimEnd()));
    }

    private static string Button(Button button, bool inline)
    {
        var label = button.Link is null ? button.Label : $"{button.Label} ↗";
        return inline ? $"(({label}))" : $"[{label}]";
    }

    private static string Name(Effect effect) => SnakeCase(effect.GetType().Name);

    private static string Args(Effect effect)
    {
        var properties = effect.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        var pairs = properties.SelectMany(p => p.GetValue(effect) switch
        {
            IEnumerable<KeyValuePair<string, string>> map => map.Select(m => TranscriptPairs.Write(m.Key, m.Value)),
            DateOnly day => [TranscriptPairs.Write(SnakeCase(p.Name), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            bool flag => [TranscriptPairs.Write(SnakeCase(p.Name), flag ? "true" : "false")],
            var value => [TranscriptPairs.Write(SnakeCase(p.Name), Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")],
        });
        return string.Concat(pairs.Select(p => $" {p}"));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
