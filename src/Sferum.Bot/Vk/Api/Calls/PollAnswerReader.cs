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

    /// <summary>VK's <c>ts</c> is a number of some ten digits. It is kept and sent back as it is, so anything else would stay.</summary>
    private const int LongestPlace = 64;

    /// <summary>Bytes that are looked at to save what can be saved, in all attempts together: braces in each other are tried over and over.</summary>
    private const int MostSalvageWork = 16 * 1024 * 1024;

    /// <summary>In bytes that could be read meanwhile: a failure is an exception, of some 20 µs.</summary>
    private const int WorkOfFailure = 4_096;

    public static bool IsPlace(string ts) => ts.Length is > 0 and <= LongestPlace && ts.All(char.IsAsciiLetterOrDigit);

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
            { Ts: { } ts } when !IsPlace(ts) => Unreadable,
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
        if (!ts.Success || !updates.Success || !IsPlace(ts.Groups["ts"].Value))
            return Unreadable;

        var list = updates.Index < ts.Index && ts.Index > text.LastIndexOf(']')
            ? text[(updates.Index + updates.Length)..ts.Index]
            : text[(updates.Index + updates.Length)..];
        return Ok(new LongPollAnswer.Events(ts.Groups["ts"].Value, [.. Pieces(Encoding.UTF8.GetBytes(list))]));
    }

    /// <summary>Updates of a damaged list: what can be read as JSON, and between them the damaged pieces as they are.</summary>
    private static List<string> Pieces(byte[] list)
    {
        var pieces = new List<string>();
        var work = 0;
        var damagedFrom = 0;
        for (var at = 0; at < list.Length && work < MostSalvageWork;)
        {
            if (list[at] == '{' && IsUpdate(list.AsSpan(at), out var length, ref work))
            {
                AddDamaged(pieces, list.AsSpan(damagedFrom, at - damagedFrom));
                pieces.Add(Encoding.UTF8.GetString(list, at, length));
                at += length;
                damagedFrom = at;
            }
            else
            {
                at++;
            }
        }

        AddDamaged(pieces, list.AsSpan(damagedFrom));
        return pieces;
    }

    private static void AddDamaged(List<string> pieces, ReadOnlySpan<byte> piece)
    {
        if (piece.Trim(" \n\r\t,]}"u8) is { IsEmpty: false } rest)
            pieces.Add(Encoding.UTF8.GetString(rest));
    }

    /// <param name="length">Bytes of the update that stands at the beginning.</param>
    private static bool IsUpdate(ReadOnlySpan<byte> list, out int length, ref int work)
    {
        var reader = new Utf8JsonReader(list, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            reader.Read();
            reader.Skip();
        }
        catch (JsonException)
        {
            length = 0;
            work += (int)reader.BytesConsumed + WorkOfFailure;
            return false;
        }

        length = (int)reader.BytesConsumed;
        work += length;
        return Names(list[..length]).IsSupersetOf(["type", "object"]);
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> update)
    {
        var reader = new Utf8JsonReader(update, new JsonReaderOptions { MaxDepth = 512 });
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 })
                names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
        }

        return names;
    }

    private static VkResult<LongPollAnswer> Ok(LongPollAnswer answer) => new VkResult<LongPollAnswer>.Ok(answer);

    [GeneratedRegex("^\\s*\\{\\s*\"ts\"\\s*:\\s*\"?(?<ts>\\d+)|\"ts\"\\s*:\\s*\"?(?<ts>\\d+)\"?\\s*\\}\\s*$")]
    private static partial Regex TsMember();

    [GeneratedRegex("\"updates\"\\s*:\\s*\\[")]
    private static partial Regex UpdatesMember();
}
