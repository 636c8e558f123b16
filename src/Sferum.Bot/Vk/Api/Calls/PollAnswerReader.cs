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

    /// <summary>How often each byte of a damaged list may be read in the search for updates: what is damaged on purpose may take no more.</summary>
    private const int MostReadings = 4;

    /// <summary>In bytes read: an exception is dear, and there may be one for each bracket.</summary>
    private const int CostOfFailure = 200;

    /// <summary>In bytes read: a short list is searched to its end.</summary>
    private const int LeastBudget = 64 * 1024;

    public static bool IsPlace(string ts) => ts.Length is > 0 and <= LongestPlace && ts.All(char.IsAsciiLetterOrDigit);

    public static VkResult<LongPollAnswer> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Sound(body);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a place in the stream that is no text.
            return Salvage(body);
        }
    }

    private static VkResult<LongPollAnswer> Sound(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(body.Span, WireJson.Default.PollAnswer) switch
    {
        { Ts: { } ts } when !IsPlace(ts) => Unreadable,
        { Failed: 1, Ts: { } ts } => Ok(new LongPollAnswer.HistoryLost(ts)),
        { Failed: 2 } => Ok(new LongPollAnswer.KeyExpired()),
        { Failed: 3 } => Ok(new LongPollAnswer.InformationLost()),
        { Failed: not 0 and var failed } => new VkResult<LongPollAnswer>.Fault(new VkFault($"failed: {failed}", Uncertain: false)),
        { Ts: { } ts, Updates: { } updates } => Ok(new LongPollAnswer.Events(ts, [.. updates.Select(place => Encoding.UTF8.GetString(body.Span[place]))])),
        _ => Unreadable,
    };

    private static VkResult<LongPollAnswer> Salvage(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
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
    private static List<string> Pieces(byte[] bytes)
    {
        var pieces = new List<string>();
        var damagedFrom = 0;
        var budget = LeastBudget + ((long)MostReadings * bytes.Length);
        for (var at = 0; at < bytes.Length && budget > 0;)
        {
            var (read, isUpdate) = bytes[at] == (byte)'{' ? ValueAt(bytes.AsSpan(at)) : (0, false);
            budget -= isUpdate ? read : read > 0 ? read + CostOfFailure : 0;
            if (isUpdate)
            {
                Add(bytes.AsSpan(damagedFrom..at));
                pieces.Add(Encoding.UTF8.GetString(bytes, at, read));
                at += read;
                damagedFrom = at;
            }
            else
            {
                at++;
            }
        }

        Add(bytes.AsSpan(damagedFrom));
        return pieces;

        void Add(ReadOnlySpan<byte> damaged)
        {
            if (damaged.Trim(" \n\r\t,]}"u8) is { Length: > 0 } rest)
                pieces.Add(Encoding.UTF8.GetString(rest));
        }
    }

    /// <returns>How many bytes were read, and whether they are an update.</returns>
    private static (int Read, bool IsUpdate) ValueAt(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 512 });
        var (hasType, hasObject) = (false, false);
        try
        {
            reader.Read();
            while (reader.Read() && reader.CurrentDepth > 0)
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    hasType |= reader.ValueTextEquals("type"u8);
                    hasObject |= reader.ValueTextEquals("object"u8);
                }
            }

            return ((int)reader.BytesConsumed, hasType && hasObject);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return ((int)reader.BytesConsumed, false);
        }
    }

    private static VkResult<LongPollAnswer> Ok(LongPollAnswer answer) => new VkResult<LongPollAnswer>.Ok(answer);

    [GeneratedRegex("^\\s*\\{\\s*\"ts\"\\s*:\\s*\"?(?<ts>\\d+)|\"ts\"\\s*:\\s*\"?(?<ts>\\d+)\"?\\s*\\}\\s*$")]
    private static partial Regex TsMember();

    [GeneratedRegex("\"updates\"\\s*:\\s*\\[")]
    private static partial Regex UpdatesMember();
}
