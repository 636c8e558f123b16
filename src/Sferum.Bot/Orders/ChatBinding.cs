using System.Collections.Immutable;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Sferum.Bot.Storage;

namespace Sferum.Bot.Orders;

/// <summary>Ties the chats that the bot has seen itself to the reports that name them; each counts for one line.</summary>
internal static class ChatBinding
{
    /// <summary>The part of an answer that names the chat which the bot has seen, beside <c>title</c> and <c>members</c>.</summary>
    private const string ShownPart = ".shown";

    /// <summary>
    /// The answers without the chats that they only claim to have been seen: a payload may be forged, and a title that was
    /// corrected by hand is no longer what the bot saw. Such a chat counts as told, which is no reason to refuse it. One that
    /// counts for this line already stays so when a colleague corrects the report, or after the bot has left it.
    /// </summary>
    public static async Task<ImmutableSortedDictionary<string, string>> WithTrustedAsync(
        DataConnection db, long personId, ReportLine line, ImmutableSortedDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var shown = ShownIn(answers);
        if (shown.Count == 0)
        {
            return answers.RemoveRange(answers.Keys.Where(name => name.EndsWith(ShownPart, StringComparison.Ordinal)));
        }

        var peers = shown.Values.ToHashSet();
        var chats = await db.GetTable<ShownChatRecord>()
            .Where(c => peers.Contains(c.ChatPeerId))
            .Where(c => (c.State == ChatState.Seen && c.InvitedBy == personId)
                || (c.InstitutionId == line.InstitutionId && c.OrderNumber.Is(new Exactly(line.Order)) && c.Point.Is(new Exactly(line.Point))))
            .ToDictionaryAsync(c => c.ChatPeerId, cancellationToken);
        return answers.RemoveRange(answers.Keys.Where(name => name.EndsWith(ShownPart, StringComparison.Ordinal) && !IsTrusted(name)));

        bool IsTrusted(string name)
        {
            var field = name[..^ShownPart.Length];
            return shown.TryGetValue(name, out var peer)
                && chats.GetValueOrDefault(peer) is { } chat
                && (chat.InstitutionId is null || new ReportLine(chat.InstitutionId.Value, chat.OrderNumber ?? "", chat.Point ?? "") == line)
                && answers.GetValueOrDefault($"{field}.title") == chat.Title
                && answers.GetValueOrDefault($"{field}.members") == chat.People?.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The chats of these answers count for the line, and no others do.</summary>
    public static async Task BindAsync(DataConnection db, ReportLine line, ImmutableSortedDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var held = ShownIn(answers).Values.ToList();
        await db.GetTable<ShownChatRecord>()
            .Where(c => c.InstitutionId == line.InstitutionId && c.OrderNumber.Is(new Exactly(line.Order)) && c.Point.Is(new Exactly(line.Point)) && !held.Contains(c.ChatPeerId))
            .Set(c => c.InstitutionId, (long?)null)
            .Set(c => c.OrderNumber, (string?)null)
            .Set(c => c.Point, (string?)null)
            .UpdateAsync(cancellationToken);
        if (held.Count > 0)
        {
            await db.GetTable<ShownChatRecord>()
                .Where(c => held.Contains(c.ChatPeerId))
                .Set(c => c.InstitutionId, line.InstitutionId)
                .Set(c => c.OrderNumber, line.Order)
                .Set(c => c.Point, line.Point)
                .UpdateAsync(cancellationToken);
        }
    }

    /// <summary>Whether the answers name a chat that the bot is said to have seen.</summary>
    public static bool NamesAny(ImmutableSortedDictionary<string, string> answers) => ShownIn(answers).Count > 0;

    private static Dictionary<string, long> ShownIn(ImmutableSortedDictionary<string, string> answers)
    {
        var shown = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, value) in answers)
        {
            if (name.EndsWith(ShownPart, StringComparison.Ordinal) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var peer))
            {
                shown[name] = peer;
            }
        }

        return shown;
    }
}
