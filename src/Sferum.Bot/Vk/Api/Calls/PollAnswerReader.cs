using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sferum.Bot.Vk.Api.Calls;

/// <summary>
/// Reads what a poll brings (<c>vk-platform.md</c> §4.3). One update that is not JSON must not hold up the others for
/// ever, since VK would give the same answer again: such an answer is read update by update.
/// </summary>
internal static partial class PollAnswerReader
{
    private static readonly VkResult<LongPollAnswer> Unreadable =
        new VkResult<LongPollAnswer>.Fault(new VkFault("the poll's answer is not VK's JSON", Uncertain: false));

    public static VkResult<LongPollAnswer> Read(byte[] body)
    {
        Wire.PollAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(body, WireJson.Default.PollAnswer);
        }
        catch (JsonException)
        {
            return Salvage(body);
        }

        return answer switch
        {
            { Failed: 1, Ts: { } ts } => Ok(new LongPollAnswer.HistoryLost(ts)),
            { Failed: 2 } => Ok(new LongPollAnswer.KeyExpired()),
            { Failed: 3 } => Ok(new LongPollAnswer.InformationLost()),
            { Failed: not 0 } => new VkResult<LongPollAnswer>.Fault(new VkFault($"failed: {answer.Failed}", Uncertain: false)),
            { Ts: { } ts, Updates: { ValueKind: JsonValueKind.Array } updates } =>
                Ok(new LongPollAnswer.Events(ts, [.. updates.EnumerateArray().Select(update => update.GetRawText())])),
            _ => Unreadable,
        };
    }

    private static VkResult<LongPollAnswer> Salvage(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var ts = TsMember().Match(text);
        var updates = UpdatesMember().Match(text);
        if (!ts.Success || !updates.Success)
            return Unreadable;

        var list = updates.Index < ts.Index && ts.Index > text.LastIndexOf(']')
            ? text[(updates.Index + updates.Length)..ts.Index]
            : text[(updates.Index + updates.Length)..];
        return Ok(new LongPollAnswer.Events(ts.Groups["ts"].Value, [.. Pieces(list)]));
    }

    /// <summary>Updates of a damaged list: what can be read as JSON, and between them the damaged pieces as they are.</summary>
    private static IEnumerable<string> Pieces(string list)
    {
        var damagedFrom = 0;
        for (var at = 0; at < list.Length;)
        {
            if (list[at] == '{' && LengthOfUpdate(list[at..]) is { } length)
            {
                if (Damaged(list[damagedFrom..at]) is { } before)
                    yield return before;
                yield return list.Substring(at, length);
                at += length;
                damagedFrom = at;
            }
            else
            {
                at++;
            }
        }

        if (Damaged(list[damagedFrom..]) is { } rest)
            yield return rest;
    }

    private static string? Damaged(string piece) => piece.Trim(' ', '\n', '\r', '\t', ',', ']', '}') is { Length: > 0 } rest ? rest : null;

    /// <summary>Characters of the update at the start of the text; null when there is none that can be read.</summary>
    private static int? LengthOfUpdate(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            using var update = JsonDocument.ParseValue(ref reader);
            return update.RootElement.TryGetProperty("type", out _) && update.RootElement.TryGetProperty("object", out _)
                ? Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static VkResult<LongPollAnswer> Ok(LongPollAnswer answer) => new VkResult<LongPollAnswer>.Ok(answer);

    [GeneratedRegex("^\\s*\\{\\s*\"ts\"\\s*:\\s*\"?(?<ts>\\d+)|\"ts\"\\s*:\\s*\"?(?<ts>\\d+)\"?\\s*\\}\\s*$")]
    private static partial Regex TsMember();

    [GeneratedRegex("\"updates\"\\s*:\\s*\\[")]
    private static partial Regex UpdatesMember();
}
