using System.Globalization;
using System.Text;
using Sferum.Bot.Orders;

namespace Sferum.Bot.Commands;

/// <summary>
/// Writes the answers that the specialist has saved as files of <c>dialogs/answers</c>, for whoever keeps them there: one
/// file an answer, <c>saved-ID.yaml</c>, the same bytes for the same answer.
/// </summary>
internal static class AnswerExport
{
    /// <summary>Of the label of a button.</summary>
    private const int LongestTitle = 38;

    /// <param name="zone">The office's: the day on which an answer was given is told in it.</param>
    /// <returns>Paths of the files, in the order of the answers.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(SavedAnswerStore answers, TimeZoneInfo zone, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var answer in (await answers.AllAsync(cancellationToken)).All)
        {
            var path = Path.Combine(folder, $"saved-{answer.Id.ToString(CultureInfo.InvariantCulture)}.yaml");
            await File.WriteAllTextAsync(path, Yaml(answer, zone), cancellationToken);
            files.Add(path);
        }

        return files;
    }

    public static string Yaml(SavedAnswer answer, TimeZoneInfo zone)
    {
        var day = TimeZoneInfo.ConvertTime(answer.SavedAt, zone).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var yaml = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"answer: saved-{answer.Id}\n")
            .Append(CultureInfo.InvariantCulture, $"title: {Text(TitleOf(answer.Questions[0]))}\n")
            .Append("audience: any\n")
            .Append("variants:\n")
            .Append(CultureInfo.InvariantCulture, $"  - short: {Text(answer.Text)}\n")
            .Append("rests_on:\n")
            .Append(CultureInfo.InvariantCulture, $"  - {{ about: {Text($"Ответ специалиста, {day}")} }}\n")
            .Append("asked:\n");
        foreach (var question in answer.Questions)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {Text(question)}\n");
        }

        return yaml.ToString();
    }

    /// <summary>The first words of a question, as many as a button holds.</summary>
    public static string TitleOf(string question)
    {
        var line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', LongestTitle - 1);
        return line[..(cut > LongestTitle / 2 ? cut : LongestTitle - 1)].TrimEnd(',', '.', ':', ';', '-', '–') + "…";
    }

    /// <summary>A double-quoted scalar of YAML, in one line.</summary>
    private static string Text(string text)
    {
        var escaped = text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{string.Concat(escaped.Where(c => !char.IsControl(c)))}\"";
    }
}
